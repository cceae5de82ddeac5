"""Group meetings for forming pairs: who is there, whom they choose, what comes of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from pairs.domain import mutual
from pairs.domain.name_search import labels_of
from pairs.enums import FeedbackSide
from pairs.models import Choice
from participants.models import Mentee, Mentor, Person
from participants.services.withdrawal import willing
from programs.enums import EventKind
from programs.models import Event
from programs.querysets import organizations_of
from programs.services import journal

SIDES = (FeedbackSide.MENTOR, FeedbackSide.MENTEE)
OTHER = {
    FeedbackSide.MENTOR: FeedbackSide.MENTEE,
    FeedbackSide.MENTEE: FeedbackSide.MENTOR,
}
# Who chose: the side and the row in its base.
Chooser = tuple[str, int]


@dataclass(frozen=True)
class Present:
    """Who took part, by side and by name; without those who took their consent back."""

    mentor: Mapping[int, Mentor]
    mentee: Mapping[int, Mentee]

    def rows(self, side: str) -> Mapping[int, Any]:
        return self.mentor if side == FeedbackSide.MENTOR else self.mentee

    def others(self, side: str, row: Any) -> list[Any]:
        """Whom ``row`` may choose: the other side without oneself."""
        others = self.rows(OTHER[FeedbackSide(side)]).values()
        return [other for other in others if other.person_id != row.person_id]

    def labels(self, side: str) -> dict[int, str]:
        rows = self.rows(side)
        return labels_of({pk: (row.person.full_name, row.position) for pk, row in rows.items()})

    @property
    def choosers(self) -> list[Chooser]:
        return [(side.value, pk) for side in SIDES for pk in self.rows(side)]


def meetings(user: Any, roles: Sequence[str]) -> QuerySet[Event]:
    """Group meetings of the schools where ``user`` holds one of ``roles``."""
    schools = organizations_of(user, roles)
    found = Event.objects.filter(
        kind=EventKind.PAIRING_GROUP_MEETING, program__organization__in=schools
    )
    return found.select_related("program__organization")


def meetings_today(person: Person) -> QuerySet[Event]:
    """Group meetings that go on today with ``person`` among those who came."""
    today = timezone.localdate()
    found = Event.objects.filter(
        kind=EventKind.PAIRING_GROUP_MEETING, attendances__person=person, starts_on__lte=today
    )
    running = found.of_programs(found.order_by().values("program"))
    return running.exclude(Event.objects.over(today)).select_related("program__organization")


def present_at(event: Event) -> Present:
    today = timezone.localdate()
    came = event.attendances.order_by().values("person")
    rows = [
        willing(base.in_base().filter(person__in=came, person__erased_on=None), today).by_name()
        for base in (event.program.mentors, event.program.mentees)
    ]
    return Present(*({row.pk: row for row in side} for side in rows))


def chosen_by(event: Event) -> dict[Chooser, list[int]]:
    """(side, chooser) → the chosen in their order."""
    found: dict[Chooser, list[int]] = defaultdict(list)
    for choice in event.choices.order_by("rank"):
        own, other = _sides_of(choice)
        found[choice.side, own].append(other)
    return found


def _sides_of(choice: Choice) -> tuple[int, int]:
    sides = choice.mentor_id, choice.mentee_id
    return sides if choice.side == FeedbackSide.MENTOR else (sides[1], sides[0])


@dataclass(frozen=True)
class Told:
    """A line of the results with its people."""

    mentor: Mentor
    mentee: Mentee
    by_mentor: int | None
    by_mentee: int | None


def results_of(event: Event, present: Present) -> dict[str, list]:
    """What the page of results shows: lines of both, rows of one side."""
    found = outcome_of(event, present)
    lines = {name: getattr(found, name) for name in ("mutual", "by_mentors", "by_mentees")}
    told = {
        name: [Told(present.mentor[one.mentor], present.mentee[one.mentee], *one[2:]) for one in of]
        for name, of in lines.items()
    }
    for name in ("lonely", "silent"):
        for side in SIDES:
            rows = present.rows(side)
            key = f"{name}_{side.value}s"
            told[key] = [rows[pk] for pk in getattr(found, key)]
    return told


def outcome_of(event: Event, present: Present) -> mutual.Outcome:
    """Choices of and about those who are still of the program."""
    told = event.choices.values_list("side", "mentor", "mentee", "rank")
    kept = [
        mutual.Chosen(*row) for row in told if row[1] in present.mentor and row[2] in present.mentee
    ]
    return mutual.outcome(kept, present.mentor, present.mentee)


@transaction.atomic
def record_choices(*, event: Event, choices: Mapping[Chooser, Sequence[int]], by: Any) -> int:
    """Whom each of the choosers chose, the dearest first; an empty choice takes theirs back.

    Nobody else's choice is touched. Returns how many people's choices have changed.
    """
    check_open(event, timezone.localdate())
    Event.objects.select_for_update().get(pk=event.pk)
    present, before = present_at(event), chosen_by(event)
    changed = {who: list(chosen) for who, chosen in choices.items() if before[who] != list(chosen)}
    for who, chosen in changed.items():
        _check(present, *who, chosen)
        _replace(event, *who, chosen)
    if changed:
        people = [f"{side} {pk}" for side, pk in changed]
        organization = event.program.organization
        journal.record(
            by=by, action="choice.record", obj=event, organization=organization, people=people
        )
    return len(changed)


def check_open(event: Event, today: date) -> None:
    if event.starts_on > today:
        raise ValidationError("Встреча ещё не началась: выбор записывают в день проведения.")


def _check(present: Present, side: str, pk: int, chosen: Sequence[int]) -> None:
    row = present.rows(side).get(pk)
    if row is None:
        raise ValidationError("Этого человека нет среди участников встречи.")
    if len(chosen) > mutual.MOST_CHOICES:
        raise ValidationError(f"{row}: выбирают не больше {mutual.MOST_CHOICES} человек.")
    if len(set(chosen)) < len(chosen):
        raise ValidationError(f"{row}: один и тот же человек выбран дважды.")
    if not set(chosen) <= {other.pk for other in present.others(side, row)}:
        raise ValidationError(f"{row}: выбирают только из тех, кто участвовал во встрече.")


def _replace(event: Event, side: str, pk: int, chosen: Sequence[int]) -> None:
    other = OTHER[FeedbackSide(side)]
    Choice.objects.filter(event=event, side=side, **{side: pk}).delete()
    Choice.objects.bulk_create(
        Choice(event=event, side=side, rank=rank, **{f"{side}_id": pk, f"{other}_id": one})
        for rank, one in enumerate(chosen, 1)
    )
