"""Headcounts: the denominators that a school enters with a date."""

from datetime import date

from django.db import transaction

from monitoring.models import Headcount
from programs.services import journal


@transaction.atomic
def enter(*, program, code: str, value: int, as_of: date, by) -> Headcount:
    """Store a headcount; a second one for the same day corrects the first."""
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
