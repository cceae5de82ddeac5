"""«Подошли» or «не подошли» after the trial meeting: given by each side, decided by the curator."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.dates import short_date
from pairs.enums import FeedbackSide, MeetingKind, VerdictWay
from pairs.models import Pair, Verdict
from pairs.services.plan_agreement import OWN_LOGIN
from pairs.services.trial import asked_mentees, asked_people
from participants.models import Person
from programs.services import journal
from programs.services.days import ensure_come

SETTLED = "Куратор уже решил, как быть дальше: ответ не изменить. Если что-то не так, скажите ему."

DECIDED = "По этому ответу решение уже принято: он остаётся, каким был."


def verdict_of(pair: Pair, person: Person) -> Verdict:
    """The answer of ``person``, or a new empty one; refused to whoever is not asked now."""
    if pair.mentor.person_id == person.pk:
        side = FeedbackSide.MENTOR
    elif person.pk in {mentee.person_id for mentee in asked_mentees(pair)}:
        side = FeedbackSide.MENTEE
    else:
        raise PermissionDenied
    given = Verdict.objects.filter(pair=pair, person=person).first()
    return given or Verdict(pair=pair, person=person, side=side)


@transaction.atomic
def give(*, verdict: Verdict, by: Any) -> Verdict:
    """The answer may change until the curator has decided."""
    _ensure_undecided(verdict, SETTLED)
    verdict.given_on, verdict.way = timezone.localdate(), ""
    return _write(verdict, "verdict.give", by)


def silent_sides(pair: Pair) -> list[Verdict]:
    """Answers that the curator may write down: of people without a login, the empty ones first.

    Read the pair ``with_people`` first.
    """
    people = [person for person in asked_people(pair) if person.user_id is None]
    found = [verdict_of(pair, person) for person in people]
    undecided = [verdict for verdict in found if not verdict.settled_on]
    return sorted(undecided, key=lambda verdict: verdict.pk is not None)


@transaction.atomic
def record(
    *, pair: Pair, person: Person, fits: bool, comment: str, day: date, way: VerdictWay, by: Any
) -> Verdict:
    """What somebody without a login said on paper or in a talk; the curator writes it down."""
    Pair.objects.select_for_update().get(pk=pair.pk)
    if person.user_id:
        raise ValidationError({"person": OWN_LOGIN})
    _check_day(pair, day)
    verdict = verdict_of(pair, person)
    _ensure_undecided(verdict, DECIDED)
    verdict.fits, verdict.comment = fits, comment.strip()
    verdict.given_on, verdict.way = day, way
    return _write(verdict, "verdict.record", by)


def _check_day(pair: Pair, day: date) -> None:
    trial = pair.meetings.filter(kind=MeetingKind.TRIAL).order_by("day").first()
    if trial is None:
        raise ValidationError("Пробной встречи ещё не было: сначала запишите её.")
    ensure_come(day)
    if day < trial.day:
        raise ValidationError({"day": f"Пробная встреча была {short_date(trial.day)}."})


def _ensure_undecided(verdict: Verdict, words: str) -> None:
    held = Verdict.objects.select_for_update().filter(pk=verdict.pk).first()
    if held and held.settled_on:
        raise ValidationError(words)


def _write(verdict: Verdict, action: str, by: Any) -> Verdict:
    verdict.full_clean()
    verdict.save()
    _journal(action, verdict.pair, by)
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
