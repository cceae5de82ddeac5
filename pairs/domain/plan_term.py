"""Days of a plan: how long it lasts, when its tasks are due, whether the term is usual."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring_portal.shared.dates import SchoolYear, days_in_month, school_year_of

WEEK = 7


@dataclass(frozen=True)
class UsualTerm:
    """Months that such plans last in practice; ``words`` say so to the reader."""

    least: int
    most: int
    words: str


def months_later(day: date, months: int) -> date:
    """31 January and a month more is the last day of February."""
    whole = day.month - 1 + months
    year, month = day.year + whole // 12, whole % 12 + 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def is_unusual(start: date | None, end: date | None, usual: UsualTerm | None) -> bool:
    """Shorter or longer than usual; both edges are still usual, unknown days are not judged."""
    if not (start and end and usual):
        return False
    is_short = end + timedelta(days=1) < months_later(start, usual.least)
    return is_short or end > months_later(start, usual.most)


def default_end(start: date, usual: UsualTerm | None) -> date:
    """31 May of the school year; later where the usual term would not fit."""
    end = school_year_of(start).day(5, 31)
    if end <= start or is_unusual(start, end, usual):
        return months_later(start, usual.least if usual else 3)
    return end


def due_day(rule: Mapping[str, int | str], start: date, end: date) -> date:
    """The day of a rule of the preset, never outside the term."""
    return min(max(raw_day(rule, start, end), start), end)


def raw_day(rule: Mapping[str, int | str], start: date, end: date) -> date:
    if "week" in rule:
        return start + timedelta(days=WEEK * int(rule["week"]))
    if "end" in rule:
        return end - timedelta(days=int(rule["end"]))
    month, day = (int(part) for part in str(rule["date"]).split("-"))
    year: SchoolYear = school_year_of(start)
    found = year.day(month, day)
    return found if found >= start else start + (end - start) / 2
