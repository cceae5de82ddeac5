"""The way of a mentor out of the journal: states of the row and decisions of the commission."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from participants.enums import ParticipantStatus, SelectionDecision
from participants.models import Mentor, Person
from programs.models import AuditEvent

MARKED = "оценён по критериям"
WORDS = {
    **{f"mentor.{status}": f"состояние: {status.label}" for status in ParticipantStatus},
    **{f"selection.{code}": f"комиссия: {code.label}" for code in SelectionDecision},
    "selection.undecide": "комиссия: решение снято",
    "selection.mark": MARKED,
}


@dataclass(frozen=True)
class Entry:
    """``day`` is the day of the decision when it is another one than that of the record."""

    at: datetime
    what: str
    who: str
    points: int | None = None
    day: date | None = None


def history_of(mentor: Mentor) -> list[Entry]:
    """The newest first; two queries, whoever did it and however often."""
    events = AuditEvent.objects.filter(
        object_type=mentor.program._meta.label_lower,
        object_id=mentor.program_id,
        action__in=WORDS,
    )
    found = [event for event in events if mentor.pk in event.details.get("rows", ())]
    names = names_of({event.actor_id for event in found})
    return [entry(event, mentor, names) for event in found]


def entry(event: AuditEvent, mentor: Mentor, names: Mapping[int, str]) -> Entry:
    day = event.details.get("day")
    decided = date.fromisoformat(day) if day else None
    return Entry(
        at=event.at,
        what=WORDS[event.action],
        who=names.get(event.actor_id, "портал"),
        points=event.details.get("points", {}).get(str(mentor.pk)),
        day=None if decided == timezone.localdate(event.at) else decided,
    )


def names_of(users: set[int | None]) -> dict[int, str]:
    """Login → the name in the portal, or the word for somebody without a card."""
    people = Person.objects.filter(user__in=[user for user in users if user])
    known = {person.user_id: person.short_name for person in people}
    return {user: known.get(user, "сотрудник школы") for user in users if user}
