"""The production calendar of a school: the portal's sample with the school's own days over it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.core.exceptions import ValidationError

from documents.domain.working_days import (
    MissingYearError,
    ProductionCalendar,
    working_day_after,
    working_days_between,
)
from documents.models import CalendarDay, CalendarYear

PRESET = Path(__file__).resolve().parent.parent / "presets" / "calendar" / "russia.yaml"


@dataclass(frozen=True)
class SampleYear:
    """``days`` is day → whether it is a working one."""

    days: dict[date, bool]
    note: str
    is_confirmed: bool


@cache
def samples() -> dict[int, SampleYear]:
    loaded = yaml.load(PRESET.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {year: sample(year, row) for year, row in loaded.items()}


def sample(year: int, row: dict) -> SampleYear:
    marked = ((False, row["days_off"]), (True, row["working"]))
    days = {
        date.fromisoformat(f"{year}-{day}"): is_working
        for is_working, listed in marked
        for day in listed
    }
    return SampleYear(days, row["note"], row["confirmed"])


def calendar_of(organization) -> ProductionCalendar:
    """Two queries, whatever the number of years."""
    own_years = CalendarYear.objects.of_organization(organization).values_list("year", flat=True)
    own_days = CalendarDay.objects.of_organization(organization).values_list("day", "is_working")
    known: dict[date, bool] = {}
    for year in samples().values():
        known |= year.days
    return ProductionCalendar({*samples(), *own_years}, known | dict(own_days))


def last_day_of_notice(organization, day: date, count: int) -> date:
    """Raises ValidationError when the calendar of a year is missing."""
    try:
        return working_day_after(day, count, calendar_of(organization))
    except MissingYearError as error:
        raise ValidationError(str(error)) from error


def days_of_notice(organization, day: date, last: date) -> int:
    try:
        return working_days_between(day, last, calendar_of(organization))
    except MissingYearError as error:
        raise ValidationError(str(error)) from error
