"""Where a row of the roadmap stands in the calendar of a school year."""

from collections.abc import Iterator
from datetime import date

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import MONTHS

Month = tuple[int, int]
LISTED = "annual_months"
PREPARATION = 8


def month_of(starts_on: date | None, due_on: date | None) -> Month | None:
    """The month by which the row is to be done; that of its beginning when it has no end."""
    day = due_on or starts_on
    return (day.year, day.month) if day else None


def months_under_way(
    starts_on: date | None, due_on: date | None, kind: str, text: str
) -> Iterator[Month]:
    """Months before the last one of a period; «декабрь, июнь» names two, not what lies between."""
    if starts_on is None or due_on is None:
        return
    last = (due_on.year, due_on.month)
    month = (starts_on.year, starts_on.month)
    if kind == LISTED and not {*text} & {*"-–—"}:
        if month < last:
            yield month
        return
    while month < last:
        yield month
        month = (month[0] + month[1] // 12, month[1] % 12 + 1)


def months_of(year: SchoolYear) -> list[Month]:
    """September to August: the calendar shows all of them, the empty ones too."""
    return [
        (day.year, day.month)
        for day in (year.day(month, 1) for month in (*range(9, 13), *range(1, 9)))
    ]


def month_title(month: Month) -> str:
    return f"{MONTHS[month[1] - 1].capitalize()} {month[0]}"


def month_note(month: Month, year: SchoolYear) -> str:
    """Why the month stands outside the calendar of the school year."""
    if date(*month, 1) in year:
        return ""
    if month == (year.start_year, PREPARATION):
        return "Подготовка к учебному году."
    return f"Не входит в {year} учебный год."
