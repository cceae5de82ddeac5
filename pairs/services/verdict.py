"""«Подошли» or «не подошли» after the trial meeting: given by each side, decided by the curator."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from pairs.enums import FeedbackSide
from pairs.models import Pair, Verdict
from participants.models import Person
from programs.services import journal

SETTLED = "Куратор уже решил, как быть дальше: ответ не изменить. Если что-то не так, скажите ему."


def verdict_of(pair: Pair, person: Person) -> Verdict:
    """The answer of ``person``, or a new empty one; refused to whoever is not a side now."""
    if pair.mentor.person_id == person.pk:
        side = FeedbackSide.MENTOR
    elif person.pk in {mentee.person_id for mentee in pair.mentees}:
        side = FeedbackSide.MENTEE
    else:
        raise PermissionDenied
    given = Verdict.objects.filter(pair=pair, person=person).first()
    return given or Verdict(pair=pair, person=person, side=side)


@transaction.atomic
def give(*, verdict: Verdict, by: Any) -> Verdict:
    """The answer may change until the curator has decided."""
    held = Verdict.objects.select_for_update().filter(pk=verdict.pk).first()
    if held and held.settled_on:
        raise ValidationError(SETTLED)
    verdict.given_on = timezone.localdate()
    verdict.full_clean()
    verdict.save()
    _journal("verdict.give", verdict.pair, by)
    return verdict


@transaction.atomic
def settle(*, pair: Pair, by: Any) -> int:
    """The curator has talked with both sides and the pair goes on."""
    refusals = Verdict.objects.filter(pair=pair).refusals()
    settled = refusals.update(settled_on=timezone.localdate())
    if not settled:
        raise ValidationError("Ответа «не подошли», который ждёт решения, у этой пары нет.")
    _journal("verdict.settle", pair, by)
    return settled


def _journal(action: str, pair: Pair, by: Any) -> None:
    """Without the answer itself: the journal outlives the person."""
    journal.record(by=by, action=action, obj=pair, organization=pair.program.organization)
