"""The schedule of an event of speed mentoring: drawn up, shown, marked afterwards."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from pairs.domain.rotation import least_rounds, most_rounds, resting, rotation
from pairs.enums import EncounterKind
from pairs.models import Encounter
from participants.models import Mentee, Mentor
from programs.enums import EventKind
from programs.models import Event
from programs.querysets import organizations_of
from programs.services import journal

# One page of marks must fit into one form.
MOST_TALKS = 450


@dataclass(frozen=True)
class Talk:
    """``table`` is the number of the mentor, who stays where he sits."""

    table: int
    encounter: Encounter


@dataclass(frozen=True)
class Round:
    number: int
    starts_at: time | None
    talks: list[Talk]
    resting: list[Any]


@dataclass(frozen=True)
class Way:
    """One person's talks by round; an empty place is a round of rest."""

    participant: Any
    talks: list[Encounter | None]


@dataclass(frozen=True)
class Schedule:
    minutes: int = 0
    rounds: list[Round] = field(default_factory=list)
    mentors: list[Way] = field(default_factory=list)
    mentees: list[Way] = field(default_factory=list)


def speed_events(user: Any, roles: Sequence[str]) -> QuerySet[Event]:
    schools = organizations_of(user, roles)
    found = Event.objects.filter(kind=EventKind.SPEED, program__organization__in=schools)
    return found.select_related("program__organization")


@transaction.atomic
def draw_up(
    *,
    event: Event,
    mentors: Sequence[Mentor],
    mentees: Sequence[Mentee],
    rounds: int,
    minutes: int,
    by: Any,
) -> list[Encounter]:
    """A new schedule in place of the former one, which nobody may have marked yet."""
    Event.objects.select_for_update().get(pk=event.pk)
    _check_sides(mentors, mentees)
    _check_rounds(len(mentors), len(mentees), rounds)
    if event.encounters.held().exists():
        raise ValidationError("Итоги уже отмечены: новое расписание стёрло бы их.")
    event.encounters.all().delete()
    talks = Encounter.objects.bulk_create(
        Encounter(
            program=event.program,
            kind=EncounterKind.SPEED,
            event=event,
            mentor=mentor,
            mentee=mentee,
            day=event.starts_on,
            round=number,
            minutes=minutes,
            is_held=False,
        )
        for number, talks in enumerate(rotation(mentors, mentees, rounds), 1)
        for mentor, mentee in talks
    )
    _journal(event, "rotation.make", by, talks=len(talks))
    return talks


def _check_sides(mentors: Sequence[Mentor], mentees: Sequence[Mentee]) -> None:
    if not mentors or not mentees:
        raise ValidationError("Отметьте хотя бы одного наставника и одного наставляемого.")
    people = {mentor.person_id for mentor in mentors}
    both = [row.person.short_name for row in mentees if row.person_id in people]
    if both:
        raise ValidationError(f"Выберите одну сторону стола: {', '.join(both)}.")


def _check_rounds(mentors: int, mentees: int, rounds: int) -> None:
    least, most = least_rounds(mentors, mentees), most_rounds(mentors, mentees)
    if rounds < least:
        raise ValidationError(
            {"rounds": f"Чтобы каждый поговорил хотя бы раз, нужно не меньше кругов: {least}."}
        )
    if rounds > most:
        raise ValidationError(
            {"rounds": f"Кругов не больше {most}: за них все встретятся, дальше – повторы."}
        )
    if rounds * min(mentors, mentees) > MOST_TALKS:
        raise ValidationError("Встреч слишком много для одного события: разделите людей на два.")


def seated_at(event: Event) -> tuple[set[int], set[int]]:
    """Mentors and mentees of the schedule that stands: a new one begins with the same people."""
    talks = event.encounters.order_by().values_list("mentor", "mentee")
    return {mentor for mentor, _mentee in talks}, {mentee for _mentor, mentee in talks}


def schedule_of(event: Event) -> Schedule:
    """By round and by person, people in the order of their names; a constant number of queries."""
    talks = list(Encounter.objects.of_event(event).with_people().order_by("round", "pk"))
    if not talks:
        return Schedule()
    mentors, mentees = _people(talks, "mentor"), _people(talks, "mentee")
    tables = {mentor.pk: number for number, mentor in enumerate(mentors, 1)}
    by_round = defaultdict(list)
    for talk in talks:
        by_round[talk.round or 1].append(talk)
    everybody = [*mentors, *mentees]
    rounds = [_round(event, number, found, tables, everybody) for number, found in by_round.items()]
    return Schedule(
        minutes=talks[0].minutes,
        rounds=rounds,
        mentors=_ways(mentors, "mentor", by_round),
        mentees=_ways(mentees, "mentee", by_round),
    )


def _people(talks: Iterable[Encounter], side: str) -> list[Any]:
    rows = {row.pk: row for row in (getattr(talk, side) for talk in talks)}
    return sorted(rows.values(), key=lambda row: (row.person.name_key, row.pk))


def _round(
    event: Event, number: int, talks: list[Encounter], tables: dict[int, int], everybody: list[Any]
) -> Round:
    told = sorted(
        (Talk(tables[talk.mentor_id], talk) for talk in talks), key=lambda talk: talk.table
    )
    busy = [row for talk in talks for row in (talk.mentor, talk.mentee)]
    starts_at = start_of(event, number, talks[0].minutes)
    return Round(number, starts_at, told, resting(everybody, busy))


def start_of(event: Event, number: int, minutes: int) -> time | None:
    """One round after another; nobody is told a time that the event itself does not have."""
    if event.starts_at is None:
        return None
    begins = datetime.combine(event.starts_on, event.starts_at)
    return (begins + timedelta(minutes=(number - 1) * minutes)).time()


def _ways(people: list[Any], side: str, by_round: dict[int, list[Encounter]]) -> list[Way]:
    met = {
        (number, getattr(talk, f"{side}_id")): talk
        for number, talks in by_round.items()
        for talk in talks
    }
    return [Way(row, [met.get((number, row.pk)) for number in by_round]) for row in people]


@transaction.atomic
def mark(*, event: Event, held: Collection[int], goes_on: Collection[int], by: Any) -> int:
    """Which talks took place and who wants to go on; wanting to go on means it took place."""
    if event.starts_on > timezone.localdate():
        raise ValidationError("Событие ещё не началось: итоги отмечают в день проведения.")
    talks = list(Encounter.objects.of_event(event).select_for_update().order_by("pk"))
    for talk in talks:
        talk.goes_on = talk.pk in goes_on
        talk.is_held = talk.goes_on or talk.pk in held
    Encounter.objects.bulk_update(talks, ["goes_on", "is_held"])
    number = sum(talk.is_held for talk in talks)
    _journal(event, "rotation.mark", by, held=number)
    return number


def _journal(event: Event, action: str, by: Any, **details: Any) -> None:
    organization = event.program.organization
    journal.record(by=by, action=action, obj=event, organization=organization, **details)
