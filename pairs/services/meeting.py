"""Recording what took place between a mentor and the mentees."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.dates import long_date
from pairs.enums import ONCE_KINDS, ORDERED_STATUSES
from pairs.models import Meeting, Pair, PlanTask
from pairs.services.plan_task import mark_with_meeting
from programs.services import journal
from programs.services.days import ensure_come

# Everything that a form of a meeting says.
SAID = ("day", "kind", "minutes", "topic", "note", "rating")


@transaction.atomic
def record(*, meeting: Meeting, by: Any, tasks: Iterable[PlanTask] = ()) -> Meeting:
    """Save a new meeting of ``meeting.pair`` after the checks of :func:`check`.

    ``tasks`` of the plan are done by it.

    A form sent twice, by a second press or from the history of the browser, is one meeting.
    """
    check(pair=meeting.pair, day=meeting.day)
    meeting.recorded_by = by
    meeting.full_clean()
    Pair.objects.select_for_update().get(pk=meeting.pair_id)
    same = _same(meeting)
    if same:
        return same
    meeting.save()
    _journal(meeting, "meeting.record", by)
    mark_with_meeting(meeting=meeting, tasks=tasks, by=by)
    return meeting


@transaction.atomic
def update(*, meeting: Meeting, by: Any, tasks: Iterable[PlanTask] = ()) -> Meeting:
    check(pair=meeting.pair, day=meeting.day)
    meeting.full_clean()
    meeting.save()
    _journal(meeting, "meeting.update", by)
    mark_with_meeting(meeting=meeting, tasks=tasks, by=by)
    return meeting


def check(*, pair: Pair, day: date) -> None:
    """A meeting lies between the pair's start and end and is never in the future."""
    if pair.status not in ORDERED_STATUSES:
        raise ValidationError("Пара ещё не закреплена приказом: встречи записывают после него.")
    ensure_come(day, advice="Записывают прошедшие встречи.")
    if pair.starts_on and day < pair.starts_on:
        text = f"Пара работает с {long_date(pair.starts_on)} Укажите этот день или более поздний."
        raise ValidationError({"day": text})
    if pair.ended_on and day > pair.ended_on:
        text = f"Пара закончила работу {long_date(pair.ended_on)} Укажите более ранний день."
        raise ValidationError({"day": text})


def repeated(meeting: Meeting) -> Meeting | None:
    """An earlier-recorded meeting of a kind that a pair has only once, if there is one."""
    if meeting.kind not in ONCE_KINDS:
        return None
    return meeting.pair.meetings.filter(kind=meeting.kind).exclude(pk=meeting.pk).first()


def _same(meeting: Meeting) -> Meeting | None:
    words = {name: getattr(meeting, name) for name in SAID}
    return meeting.pair.meetings.filter(**words).first()


def _journal(meeting: Meeting, action: str, by: Any) -> None:
    organization = meeting.pair.program.organization
    journal.record(
        by=by, action=action, obj=meeting, organization=organization, pair=meeting.pair_id
    )
