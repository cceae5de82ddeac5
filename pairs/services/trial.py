"""What the answers after the trial meeting make of pairs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from pairs.domain.trial import Answers, TrialState, due_on, state
from pairs.enums import MeetingKind
from pairs.models import Pair, Verdict
from pairs.services.terms import terms_of
from pairs.trial_querysets import TRIED_STATUSES as TRIED
from participants.models import Mentee, Person
from programs.models import Program


@dataclass(frozen=True)
class Trial:
    """``due_on`` is the last day of the term."""

    state: TrialState
    due_on: date | None


def trial_of(pair: Pair, days: int) -> Trial:
    """Of a pair read ``with_trial``; nothing is asked of one that does not work."""
    if pair.trial_day is None or pair.status not in TRIED:
        return Trial(TrialState.NONE, None)
    answers = Answers(pair.asked, pair.answered, pair.refused, pair.settled)
    found = state(pair.trial_day, days, answers, timezone.localdate())
    return Trial(found, due_on(pair.trial_day, days))


def silent_pairs(program: Program, today: date) -> QuerySet[Pair]:
    """Pairs that were to answer by yesterday or earlier."""
    pairs = Pair.objects.of_program(program).with_trial()
    return pairs.unanswered(today, terms_of(program).verdict_days)


def refusing_pairs(program: Program) -> QuerySet[Pair]:
    return Pair.objects.of_program(program).with_trial().refusing()


def of_trial(pairs: QuerySet[Pair], code: str, today: date) -> QuerySet[Pair]:
    """Pairs of one program, read ``with_trial``, in the state ``code``."""
    pair = pairs.select_related("program").order_by("pk").first()
    if pair is None:
        return pairs
    days = terms_of(pair.program).verdict_days
    return {
        TrialState.REFUSED: pairs.refusing,
        TrialState.OVERDUE: lambda: pairs.unanswered(today, days).filter(refused=0),
        TrialState.WAITING: lambda: pairs.awaited(today, days),
        TrialState.FITS: pairs.suiting,
    }[TrialState(code)]()


def other_side(pair: Pair, user: Any) -> str:
    """About whom ``user`` is asked: a mentee of a group about the mentor alone."""
    if pair.mentor.person.user_id != user.pk:
        return pair.mentor.person.full_name
    return ", ".join(mentee.person.full_name for mentee in pair.mentees)


def asked_mentees(pair: Pair) -> list[Mentee]:
    """Those present, without whoever joined after the trial meeting.

    Read the pair ``with_people`` first; the day is looked up only for a group that has grown.
    """
    if not any(member.joined_on for member in pair.present):
        return pair.mentees
    trials = pair.meetings.filter(kind=MeetingKind.TRIAL)
    last = trials.aggregate(day=Max("day"))["day"]
    return [
        member.mentee
        for member in pair.present
        if member.joined_on is None or (last and member.joined_on <= last)
    ]


def asked_people(pair: Pair) -> list[Person]:
    """The mentor first, then :func:`asked_mentees`."""
    return [pair.mentor.person, *(mentee.person for mentee in asked_mentees(pair))]


def asked_side(pair: Pair, user: Any) -> Person | None:
    """The person of ``user`` among those who are asked."""
    return next((person for person in asked_people(pair) if person.user_id == user.pk), None)


@dataclass(frozen=True)
class Said:
    """One side of a pair and its answer, if there is one."""

    name: str
    side: str
    verdict: Verdict | None


def said(pair: Pair) -> list[Said]:
    """The mentor first, then the mentees who are asked."""
    given = {verdict.person_id: verdict for verdict in pair.verdicts.all()}
    sides = [(pair.mentor.person, "наставник")]
    sides += [(mentee.person, "наставляемый") for mentee in asked_mentees(pair)]
    return [Said(person.full_name, side, given.get(person.pk)) for person, side in sides]
