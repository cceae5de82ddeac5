"""The production calendar that the curator sees and corrects; terms are counted by it."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from documents.domain.working_days import SATURDAY
from documents.kinds.calendar import samples
from documents.models import CalendarDay, CalendarYear
from programs.models import Organization
from programs.services import journal

# Holidays that do not change from year to year (ст. 112 ТК РФ).
HOLIDAYS = (*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))
FIRST_YEAR, LAST_YEAR = 2020, 2100


@dataclass(frozen=True)
class Row:
    """A day unlike the plain week; ``own`` is the school's own entry."""

    day: date
    is_working: bool
    note: str
    own: CalendarDay | None = None


@dataclass(frozen=True)
class YearPage:
    """A year as it counts now; ``note`` is what the portal says of its sample."""

    year: int
    rows: list[Row]
    is_known: bool
    is_confirmed: bool
    note: str
    checked_on: date | None


def year_page(organization: Organization, year: int) -> YearPage:
    """Two queries."""
    sample = samples().get(year)
    begun = CalendarYear.objects.of_organization(organization).filter(year=year).first()
    own = CalendarDay.objects.of_organization(organization).filter(day__year=year)
    days = {
        day: Row(day, is_working, "образец портала")
        for day, is_working in (sample.days if sample else {}).items()
    }
    days |= {row.day: Row(row.day, row.is_working, row.note, row) for row in own}
    return YearPage(
        year,
        [days[day] for day in sorted(days)],
        is_known=bool(sample or begun),
        is_confirmed=bool(sample and sample.is_confirmed),
        note=sample.note if sample else "",
        checked_on=begun.checked_on if begun else None,
    )


@transaction.atomic
def set_day(
    *, organization: Organization, day: date, is_working: bool, by, note: str = ""
) -> CalendarDay:
    """The school's own word about a day wins over the sample."""
    if is_working == (day.weekday() < SATURDAY) and day not in sample_days(day.year):
        kind = "рабочий" if is_working else "выходной"
        raise ValidationError(f"{day:%d.%m.%Y} и так {kind}: вносите только отличия.")
    row, _created = CalendarDay.objects.update_or_create(
        organization=organization, day=day, defaults={"is_working": is_working, "note": note}
    )
    record("calendar.set_day", row, by)
    return row


def sample_days(year: int) -> dict[date, bool]:
    sample = samples().get(year)
    return sample.days if sample else {}


@transaction.atomic
def drop_day(*, row: CalendarDay, by) -> None:
    """The day counts again as in the sample."""
    record("calendar.drop_day", row, by)
    row.delete()


@transaction.atomic
def open_year(*, organization: Organization, year: int, by) -> None:
    """Begin a year that the portal knows nothing of: with the holidays of the law only."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(f"Год – от {FIRST_YEAR} до {LAST_YEAR}.")
    if year_page(organization, year).is_known:
        raise ValidationError(f"Календарь {year} года уже есть.")
    CalendarYear.objects.create(organization=organization, year=year)
    CalendarDay.objects.bulk_create(
        [
            CalendarDay(organization=organization, day=date(year, *day), note="праздник")
            for day in HOLIDAYS
        ],
        ignore_conflicts=True,
    )
    note_year("calendar.open_year", organization, year, by)


@transaction.atomic
def check_year(*, organization: Organization, year: int, by) -> None:
    """The school has compared the year with the production calendar."""
    if not year_page(organization, year).is_known:
        raise ValidationError(f"Календаря {year} года ещё нет: сначала заведите его.")
    CalendarYear.objects.update_or_create(
        organization=organization,
        year=year,
        defaults={"checked_on": timezone.localdate(), "checked_by": by},
    )
    note_year("calendar.check_year", organization, year, by)


def note_year(action: str, organization: Organization, year: int, by) -> None:
    journal.record(by=by, action=action, obj=organization, organization=organization, year=year)


def record(action: str, row: CalendarDay, by) -> None:
    journal.record(
        by=by, action=action, obj=row, organization=row.organization, day=row.day.isoformat()
    )
