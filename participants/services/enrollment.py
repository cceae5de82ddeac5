"""The way of a mentor or a mentee through the base: registry, pause, refusal, leaving."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.transitions import ensure_transition
from participants.domain.selection import HELD_BACK
from participants.enums import PARTICIPANT_TRANSITIONS, ParticipantStatus
from participants.models import Mentee, Mentor, Selection
from participants.services.consent import missing_of
from programs.services import journal

ACTIONS = {
    ParticipantStatus.APPROVED: "Утвердить в реестре",
    ParticipantStatus.DECLINED: "Отклонить",
    ParticipantStatus.PAUSED: "Приостановить",
    ParticipantStatus.WITHDRAWN: "Отметить выбытие",
    ParticipantStatus.COMPLETED: "Отметить завершение",
    ParticipantStatus.CANDIDATE: "Вернуть в кандидаты",
}
HELD = (
    "Комиссия по отбору отклонила кандидата или отложила решение. Чтобы включить его в реестр, "
    "запишите новое решение комиссии:"
)


@dataclass(frozen=True)
class Outcome:
    """How many were moved, and how many of them still owe consents."""

    moved: int
    without_consents: int


def next_moves(participant: Mentor | Mentee) -> list[tuple[str, str]]:
    """What may be done now: (status, words of the button)."""
    targets = PARTICIPANT_TRANSITIONS[ParticipantStatus(participant.status)]
    return [(target.value, ACTIONS[target]) for target in targets]


@transaction.atomic
def move(*, participants: Sequence[Mentor] | Sequence[Mentee], status: str, by) -> Outcome:
    """Move everyone of one base, or no one, in a constant number of queries.

    Missing consents do not stop it.
    """
    target = ParticipantStatus(status)
    moving = [row for row in participants if row.status != target]
    for row in moving:
        ensure_transition(PARTICIPANT_TRANSITIONS, ParticipantStatus(row.status), target)
    if not moving:
        return Outcome(0, 0)
    if target == ParticipantStatus.APPROVED:
        ensure_not_held_back(moving)
    model, program = type(moving[0]), moving[0].program
    model.objects.filter(pk__in=[row.pk for row in moving]).update(status=target)
    for row in moving:
        row.status = target
    journal.record(
        by=by,
        action=f"{model._meta.model_name}.{target}",
        obj=program,
        organization=program.organization,
        rows=[row.pk for row in moving],
    )
    lacking = missing_of(moving, timezone.localdate())
    return Outcome(len(moving), sum(map(bool, lacking.values())))


def held_back(participants: Sequence[Mentor] | Sequence[Mentee]) -> set[int]:
    """Of ``participants`` the rows that the commission has declined or put off; one query."""
    mentors = [row for row in participants if isinstance(row, Mentor)]
    if not mentors:
        return set()
    found = Selection.objects.filter(mentor__in=mentors, decision__in=HELD_BACK)
    return set(found.values_list("mentor", flat=True))


def ensure_not_held_back(participants: Sequence[Mentor] | Sequence[Mentee]) -> None:
    """Back in the base is not into the registry: that takes a new decision."""
    held = held_back(participants)
    names = [row.person.short_name for row in participants if row.pk in held]
    if names:
        raise ValidationError(f"{HELD} {', '.join(names)}")


def approve(*, participants: Sequence[Mentor | Mentee], by) -> Outcome:
    """Into the registry: from there people may be paired."""
    return move(participants=participants, status=ParticipantStatus.APPROVED, by=by)


def decline(*, participants: Sequence[Mentor | Mentee], by) -> Outcome:
    return move(participants=participants, status=ParticipantStatus.DECLINED, by=by)


def pause(*, participants: Sequence[Mentor | Mentee], by) -> Outcome:
    return move(participants=participants, status=ParticipantStatus.PAUSED, by=by)


def withdraw(*, participants: Sequence[Mentor | Mentee], by) -> Outcome:
    return move(participants=participants, status=ParticipantStatus.WITHDRAWN, by=by)
