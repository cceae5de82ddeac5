"""Working days of a five-day week by a production calendar; no database here.

A term in working days begins on the day after the event that starts it (ст. 14 ТК РФ).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


class MissingYearError(ValueError):
    """A Russian sentence about a year without a calendar."""


@dataclass(frozen=True)
class ProductionCalendar:
    """``exceptions`` are the days that differ from the plain week: True for a working Saturday,
    False for a holiday. Nothing is known of a year outside ``years``."""

    years: Collection[int]
    exceptions: Mapping[date, bool]

    def is_working(self, day: date) -> bool:
        if day.year not in self.years:
            raise MissingYearError(
                f"Нет производственного календаря на {day.year} год: заведите его на странице "
                "«Производственный календарь»."
            )
        return self.exceptions.get(day, day.weekday() < SATURDAY)


def working_day_after(day: date, count: int, calendar: ProductionCalendar) -> date:
    """The last day of a term of ``count`` working days that ``day`` starts."""
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.is_working(day)
    return day


def working_days_between(start: date, end: date, calendar: ProductionCalendar) -> int:
    """How many working days lie after ``start`` up to ``end``."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(calendar.is_working(day) for day in days)
