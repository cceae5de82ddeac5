from documents.kinds.lists import (
    bases,
    cases,
    mentor_school,
    partners,
    portfolio,
    programs,
    wishes,
)

KINDS = (
    partners.PARTNERS,
    wishes.WISHES,
    bases.MENTEES,
    bases.MENTORS,
    portfolio.PORTFOLIO,
    programs.PROGRAMS,
    mentor_school.JOURNAL,
    cases.CASES,
)
