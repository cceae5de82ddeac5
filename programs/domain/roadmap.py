"""Terms of a roadmap row: real dates of a school year and their printed words.

A preset was written for its own year (``base_year``); its dates move by whole years. August
belongs to the preparation, so a yearly «30.08» falls before the school year begins.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mentoring_portal.shared.dates import SchoolYear, days_in_month, short_date

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
WORDS = {
    "ongoing": "в течение всего периода реализации",
    "by_schedule": "по отдельному графику",
    "by_program": "в соответствии со сроками реализации программ наставничества",
    "by_ministry": "в соответствии со сроками, устанавливаемыми Минпросвещения России",
    "none": "",
}


@dataclass(frozen=True)
class Term:
    """``kind`` is a code of TermKind; a missing date means that the term does not name one."""

    kind: str
    starts_on: date | None
    due_on: date | None
    text: str


@dataclass(frozen=True)
class Calendar:
    """The year a preset was written for, the year it is needed for, and the order's date."""

    base_year: int
    year: SchoolYear
    introduced_on: date

    def moved(self, iso: str | None) -> date | None:
        if iso is None:
            return None
        day = date.fromisoformat(iso)
        year = day.year + self.year.start_year - self.base_year
        return date(year, day.month, min(day.day, days_in_month(year, day.month)))

    def yearly(self, month_day: str) -> date:
        month, day = map(int, month_day.split("-"))
        if month == 8:
            return date(self.year.start_year, month, day)
        return self.year.day(month, day)


def term_of(norm: Mapping[str, Any], calendar: Calendar, printed: str | None = None) -> Term:
    """The term of a preset's row for ``calendar``; raises KeyError for an unknown kind."""
    kind = norm["kind"]
    if kind in WORDS:
        return plain_term(kind, norm, calendar)
    starts_on, due_on = DATES[kind](norm, calendar)
    text = printed or "" if kind == "relative" else term_words(kind, starts_on, due_on, norm)
    return Term(kind, starts_on, due_on, text)


def plain_term(kind: str, norm: Mapping[str, Any], calendar: Calendar) -> Term:
    month = norm.get("fallback_month")
    if month is None:
        return Term(kind, None, None, WORDS[kind])
    due_on = calendar.year.day(month, 31)
    return Term(kind, None, due_on, f"{WORDS[kind]} ({month_words(due_on)})")


def term_words(
    kind: str, starts_on: date | None, due_on: date | None, norm: Mapping[str, Any]
) -> str:
    if starts_on is None:
        return f"до {short_date(due_on)}"
    if due_on is None:
        return f"с {short_date(starts_on)}"
    if kind == "annual_months" and not are_neighbors(norm["months"]):
        return f"{month_words(starts_on)}, {month_words(due_on)}"
    if starts_on.day > 1 or due_on.day < days_in_month(due_on.year, due_on.month):
        return f"с {short_date(starts_on)} по {short_date(due_on)}"
    return period_words(starts_on, due_on)


def period_words(starts_on: date, due_on: date) -> str:
    """Whole months: «сентябрь 2026 г.», «март – май 2027 г.»."""
    if (starts_on.year, starts_on.month) == (due_on.year, due_on.month):
        return month_words(due_on)
    if starts_on.year == due_on.year:
        return f"{MONTHS[starts_on.month - 1]} – {month_words(due_on)}"
    return f"{month_words(starts_on)} – {month_words(due_on)}"


def month_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year} г."


def are_neighbors(months: list[int]) -> bool:
    return all(later - earlier == 1 for earlier, later in zip(months, months[1:], strict=False))


def months_of(norm: Mapping[str, Any], calendar: Calendar) -> tuple[date, date]:
    first, last = norm["months"][0], norm["months"][-1]
    return calendar.year.day(first, 1), calendar.year.day(last, 31)


def relative(norm: Mapping[str, Any], calendar: Calendar) -> tuple[date, date]:
    """«В течение первого месяца»: counted from the order that introduces the program."""
    start = calendar.introduced_on
    if "days" in norm:
        return start, start + timedelta(days=norm["days"])
    month = start.month - 1 + norm["months"]
    year, month = start.year + month // 12, month % 12 + 1
    return start, date(year, month, min(start.day, days_in_month(year, month)))


DATES = {
    "deadline": lambda norm, calendar: (None, calendar.moved(norm["end"])),
    "month": lambda norm, calendar: (calendar.moved(norm["start"]), calendar.moved(norm["end"])),
    "period": lambda norm, calendar: (calendar.moved(norm["start"]), calendar.moved(norm["end"])),
    "annual_deadline": lambda norm, calendar: (None, calendar.yearly(norm["md"])),
    "annual_period": lambda norm, calendar: (
        calendar.yearly(norm["md_start"]),
        calendar.yearly(norm["md_end"]),
    ),
    "annual_months": months_of,
    "relative": relative,
}
