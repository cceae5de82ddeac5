"""An order about the registry is not older than the decisions that let its mentors in."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.core.exceptions import ValidationError

from documents.kinds.gender import by_sex
from mentoring_portal.shared.dates import short_date
from participants.enums import SelectionDecision
from participants.models import Mentor, Selection

# Names of one sentence; the rest are counted.
LISTED = 5


def ensure_admitted(mentors: Iterable[Mentor], day: date) -> None:
    """Raises ValidationError with a sentence for each later day of decisions; one query."""
    late = Selection.objects.filter(
        mentor__in=list(mentors), decision=SelectionDecision.ADMIT, decided_on__gt=day
    )
    rows = late.select_related("mentor__person").order_by("decided_on", "mentor__person__name_key")
    faults = [
        sentence([row.mentor for row in found], decided)
        for decided, found in groupby(rows, key=lambda row: row.decided_on)
    ]
    if faults:
        raise ValidationError(faults)


def sentence(mentors: list[Mentor], decided: date) -> str:
    return (
        f"{names_of(mentors)} {admitted(mentors)} решением комиссии от {short_date(decided)}: "
        "поставьте дату приказа не раньше этого дня."
    )


def admitted(mentors: list[Mentor]) -> str:
    if len(mentors) > 1:
        return "допущены"
    return by_sex(mentors[0].person, "допущен", "допущена")


def names_of(mentors: list[Mentor]) -> str:
    """«Ершова Я. Т., Панин Г. О. и ещё 12»."""
    listed = ", ".join(mentor.person.short_name for mentor in mentors[:LISTED])
    rest = len(mentors) - LISTED
    return f"{listed} и ещё {rest}" if rest > 0 else listed
