from documents.kinds.lists import (
    bases,
    cases,
    mentor_school,
    partners,
    portfolio,
    programs,
    speed_schedule,
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
    speed_schedule.SPEED_SCHEDULE,
)
