"""From the decision of the commission into the registry of mentors."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from participants.domain.selection import registry_refusal
from participants.enums import SelectionDecision
from participants.models import Mentor
from participants.services import enrollment
from participants.services.selection import Admission, standings
from programs.models import Program

NONE_ADMITTED = "Допущенных кандидатов, которых ещё нет в реестре, сейчас нет."


def admitted(program: Program) -> QuerySet[Mentor]:
    """Candidates whom the commission has let in and the registry does not hold yet."""
    rows = Mentor.objects.of_program(program).candidates()
    return rows.filter(selection__decision=SelectionDecision.ADMIT)


@transaction.atomic
def register_admitted(*, program: Program, by: Any) -> Admission:
    """Everyone admitted who has the marks that the criteria require now; the rest with why."""
    rows = list(admitted(program).select_related("person", "program__organization"))
    if not rows:
        raise ValidationError(NONE_ADMITTED)
    judged = [(row.mentor, registry_refusal(row.marks)) for row in standings(rows)]
    let = [mentor for mentor, why in judged if not why]
    moved = enrollment.approve(participants=let, by=by).moved
    return Admission(moved, tuple((mentor, why) for mentor, why in judged if why))
