"""Report windows of a school year (Р-145 monitoring twice a year; roadmap G73 5.3)."""

from dataclasses import dataclass
from datetime import date

from mentoring_portal.shared.dates import SchoolYear, short_date


@dataclass(frozen=True)
class Window:
    """The days a report counts, both ends included."""

    start: date
    end: date


def window(period: str, year: SchoolYear) -> Window:
    """December covers September–December; June covers the whole year up to 30 June."""
    if period == "december":
        return Window(year.start, year.day(12, 31))
    if period == "june":
        return Window(year.start, year.day(6, 30))
    raise ValueError(f"No such report period: {period}")


def counted_window(period: str, year: SchoolYear, as_of: date) -> Window:
    """The window cut at ``as_of``: nothing after the report's day is counted.

    Raises ValueError with a Russian sentence when ``as_of`` is outside the school year.
    """
    full = window(period, year)
    if as_of not in year:
        side = "раньше начала" if as_of < year.start else "позже конца"
        raise ValueError(
            f"Дата отчёта {short_date(as_of)} {side} учебного года {year}: "
            f"нужна от {short_date(year.start)} до {short_date(year.end)}."
        )
    return Window(full.start, min(full.end, as_of))


def default_day(period: str, year: SchoolYear, today: date) -> date:
    """Today while the window lasts, otherwise its nearest day."""
    full = window(period, year)
    return max(full.start, min(today, full.end))


def is_due(period: str, year: SchoolYear, today: date) -> bool:
    """A draft is made from the first day of the window's last month on."""
    full = window(period, year)
    return full.end.replace(day=1) <= today <= year.end
