from documents.kinds.lists import bases, cases, partners, portfolio, programs, wishes

KINDS = (
    partners.PARTNERS,
    wishes.WISHES,
    bases.MENTEES,
    bases.MENTORS,
    portfolio.PORTFOLIO,
    programs.PROGRAMS,
    cases.CASES,
)
