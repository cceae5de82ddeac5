"""The way of a mentor out of the journal: states of the row and decisions of the commission."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from mentoring_portal.shared.dates import short_date
from participants.enums import CourseResult, ParticipantStatus, SelectionDecision
from participants.models import Mentor, Person
from programs.models import AuditEvent, Program

INTO_REGISTRY = f"mentor.{ParticipantStatus.APPROVED}"
APPROVED_BY_ORDER = "registry.approve"
WORDS = {
    APPROVED_BY_ORDER: "назван в приказе о реестре",
    **{f"mentor.{status}": f"состояние: {status.label}" for status in ParticipantStatus},
    **{f"selection.{code}": f"комиссия: {code.label}" for code in SelectionDecision},
    "selection.undecide": "комиссия: решение снято",
    "selection.mark": "оценён по критериям",
    "training.enroll": "записан в «Школу наставников»",
    "training.leave": "выписан из «Школы наставников»",
    **{f"training.{code}": f"«Школа наставников»: {code.label}" for code in CourseResult},
}


@dataclass(frozen=True)
class Entry:
    """``day`` is the day of the decision when it is another one than that of the record."""

    at: datetime
    what: str
    who: str
    points: int | None = None
    day: date | None = None
    is_paper: bool = False

    @property
    def dated(self) -> str:
        words = "от" if self.is_paper else "(решение от"
        return f"{words} {short_date(self.day)}{'' if self.is_paper else ')'}"


def history_of(mentor: Mentor) -> list[Entry]:
    """The newest first; two queries, whoever did it and however often."""
    events = events_of(mentor.program, WORDS)
    found = [event for event in events if mentor.pk in event.details.get("rows", ())]
    names = names_of({event.actor_id for event in found})
    return [entry(event, mentor, names) for event in found]


def registered_days(mentors: Sequence[Mentor]) -> dict[int, date]:
    """Mentor → the day when he last came into the registry; one query for one program."""
    if not mentors:
        return {}
    days: dict[int, date] = {}
    for event in events_of(mentors[0].program, [INTO_REGISTRY]).order_by("pk"):
        days.update(dict.fromkeys(event.details.get("rows", ()), timezone.localdate(event.at)))
    return days


def events_of(program: Program, actions: Iterable[str]) -> QuerySet[AuditEvent]:
    """Services write moves of people as events of the program with the rows that were moved."""
    return AuditEvent.objects.filter(
        object_type=program._meta.label_lower, object_id=program.pk, action__in=list(actions)
    )


def entry(event: AuditEvent, mentor: Mentor, names: Mapping[int, str]) -> Entry:
    day = event.details.get("day")
    decided = date.fromisoformat(day) if day else None
    return Entry(
        at=event.at,
        what=WORDS[event.action],
        who=names.get(event.actor_id, "портал"),
        points=event.details.get("points", {}).get(str(mentor.pk)),
        is_paper=event.action == APPROVED_BY_ORDER,
        day=None if decided == timezone.localdate(event.at) else decided,
    )


def names_of(users: set[int | None]) -> dict[int, str]:
    """Login → the name in the portal, or the word for somebody without a card."""
    people = Person.objects.filter(user__in=[user for user in users if user])
    known = {person.user_id: person.short_name for person in people}
    return {user: known.get(user, "сотрудник школы") for user in users if user}
