"""Headcounts: the denominators that a school enters with a date."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.dates import SchoolYear, short_date
from monitoring.models import Headcount
from programs.services import journal
from programs.services.days import ensure_come


@transaction.atomic
def enter(*, program, code: str, value: int, as_of: date, by) -> Headcount:
    """Store a headcount; a second one for the same day corrects the first.

    Raises ValidationError for a day that nobody has counted yet or that is long past.
    """
    check_day(program, as_of)
    headcount, _created = Headcount.objects.update_or_create(
        program=program, code=code, as_of=as_of, defaults={"value": value, "entered_by": by}
    )
    journal.record(
        by=by,
        action="headcount.enter",
        obj=headcount,
        organization=program.organization,
        code=code,
        value=value,
    )
    return headcount


def check_day(program, day: date) -> None:
    former = SchoolYear(program.start_year - 1)
    ensure_come(day, "as_of")
    if day < former.start:
        text = f"Численность нужна не раньше, чем на {short_date(former.start)}."
        raise ValidationError({"as_of": text})
