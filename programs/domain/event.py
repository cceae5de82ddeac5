"""How an event of the calendar plan stands on a day, and what is doubtful in its dates."""

from datetime import date

from mentoring_portal.shared.dates import SchoolYear

PLANNED, OVERDUE, HELD = "planned", "overdue", "held"
WORDS = {PLANNED: "запланировано", OVERDUE: "нет итога", HELD: "проведено"}
# An event belongs to its school year; a slip by more than this is a wrong year.
YEARS_AROUND = 2


def event_state(is_held: bool, last_day: date, today: date) -> str:
    """A past event is overdue until somebody writes down how it went."""
    if is_held:
        return HELD
    return OVERDUE if last_day < today else PLANNED


def is_outside(first_day: date, last_day: date, year: SchoolYear) -> bool:
    return first_day not in year or last_day not in year


def is_absurd(day: date, year: SchoolYear) -> bool:
    return abs(day.year - year.start_year) > YEARS_AROUND
