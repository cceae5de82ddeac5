"""The way of a mentor out of the journal: states of the row and decisions of the commission."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from mentoring_portal.shared.dates import SchoolYear, short_date
from participants.enums import CourseResult, ParticipantStatus, SelectionDecision
from participants.models import Mentor, Person
from programs.models import AuditEvent, Program

INTO_REGISTRY = f"mentor.{ParticipantStatus.APPROVED}"
PAUSED = f"mentor.{ParticipantStatus.PAUSED}"
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
    year: SchoolYear
    what: str
    who: str
    points: int | None = None
    day: date | None = None
    is_paper: bool = False

    @property
    def dated(self) -> str:
        words = "от" if self.is_paper else "(решение от"
        return f"{words} {short_date(self.day)}{'' if self.is_paper else ')'}"


def history_of(rows: Sequence[Mentor]) -> list[Entry]:
    """Of one person's rows in all years, the newest first; two queries, however often."""
    own = {row.program_id: row for row in rows}
    events = events_in(own, WORDS)
    found = [one for one in events if own[one.object_id].pk in one.details.get("rows", ())]
    names = names_of({event.actor_id for event in found})
    newest = sorted(found, key=lambda event: (event.at, event.pk), reverse=True)
    return [entry(event, own[event.object_id], names) for event in newest]


def registry_days(mentors: Sequence[Mentor]) -> dict[int, date]:
    """Mentor → the last day of coming into the registry, or of the pause while it lasts.

    One query for one program.
    """
    if not mentors:
        return {}
    paused = {row.pk for row in mentors if row.status == ParticipantStatus.PAUSED}
    days: dict[int, date] = {}
    for event in events_of(mentors[0].program, [INTO_REGISTRY, PAUSED]).order_by("pk"):
        moved = set(event.details.get("rows", ()))
        told = moved & paused if event.action == PAUSED else moved - paused
        days.update(dict.fromkeys(told, timezone.localdate(event.at)))
    return days


def events_of(program: Program, actions: Iterable[str]) -> QuerySet[AuditEvent]:
    return events_in([program.pk], actions)


def events_in(programs: Collection[int], actions: Iterable[str]) -> QuerySet[AuditEvent]:
    """Services write moves of people as events of the program with the rows that were moved."""
    return AuditEvent.objects.filter(
        object_type=Program._meta.label_lower,
        object_id__in=list(programs),
        action__in=list(actions),
    )


def entry(event: AuditEvent, mentor: Mentor, names: Mapping[int, str]) -> Entry:
    day = event.details.get("day")
    decided = date.fromisoformat(day) if day else None
    return Entry(
        at=event.at,
        year=mentor.program.year,
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
