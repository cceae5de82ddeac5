"""Talks without a pair: situational help when it is needed, one meeting of speed mentoring."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from pairs.domain.name_search import labels_of
from pairs.enums import EncounterKind
from pairs.models import Encounter, Pair
from participants.models import Mentee, Mentor
from participants.services.withdrawal import willing
from programs.enums import ProgramStatus
from programs.models import Program
from programs.services import journal
from programs.services.days import ensure_come


@dataclass(frozen=True)
class Offered:
    """Whom a form may name: ``labels`` all, ``hints`` those whom the page itself shows."""

    rows: dict[int, Any]
    labels: dict[int, str]
    hints: tuple[str, ...]


def mentors_of(program: Program) -> QuerySet[Mentor]:
    """Mentors of the registry who have not taken their consent back."""
    return willing(program.mentors.approved(), timezone.localdate()).by_name()


def mentees_of(program: Program) -> QuerySet[Mentee]:
    base = program.mentees.in_base().filter(person__erased_on=None)
    return willing(base, timezone.localdate()).by_name()


def offered(rows: QuerySet, shown: set[int] | None = None) -> Offered:
    """Everybody is shown, or only ``shown``; the others must be named in full."""
    found = {row.pk: row for row in rows}
    labels = labels_of({pk: (row.person.full_name, row.position) for pk, row in found.items()})
    hints = (label for pk, label in labels.items() if shown is None or pk in shown)
    return Offered(found, labels, tuple(hints))


def known_to(mentor: Mentor) -> set[int]:
    """Mentees whom the mentor has met already: in a pair, in a talk, at an event.

    The list of all children of the school is not for a mentor's eyes.
    """
    led = Pair.objects.ordered().filter(mentor=mentor).values("members__mentee")
    talked = Encounter.objects.filter(mentor=mentor).order_by().values("mentee")
    events = mentor.person.attendances.order_by().values("event")
    beside = Q(person__attendances__event__in=events)
    known = mentor.program.mentees.filter(Q(pk__in=led) | Q(pk__in=talked) | beside)
    return set(known.values_list("pk", flat=True))


def mentors_for(user: Any) -> QuerySet[Mentor]:
    """The user's own rows in the registries of running programs: there talks are written down."""
    own = Mentor.objects.approved().filter(person__user=user, program__status=ProgramStatus.ACTIVE)
    return own.select_related("program__organization", "person").order_by("-program__start_year")


@transaction.atomic
def record(*, encounter: Encounter, by: Any) -> Encounter:
    """A talk that has taken place; the same form sent twice is one talk."""
    check(encounter)
    Program.objects.select_for_update().get(pk=encounter.program_id)
    same = _same(encounter)
    if same:
        return same
    encounter.save()
    _journal(encounter, "encounter.record", by)
    return encounter


@transaction.atomic
def update(*, encounter: Encounter, by: Any) -> Encounter:
    check(encounter)
    encounter.save()
    _journal(encounter, "encounter.update", by)
    return encounter


@transaction.atomic
def delete(*, encounter: Encounter, by: Any) -> None:
    _journal(encounter, "encounter.delete", by)
    encounter.delete()


def check(encounter: Encounter) -> None:
    ensure_come(encounter.day, advice="Записывают прошедшие встречи.")
    if encounter.day < encounter.program.year.start:
        raise ValidationError({"day": f"Это день до учебного года {encounter.program.year}."})
    if encounter.mentor.person_id == encounter.mentee.person_id:
        raise ValidationError("Наставник и наставляемый – один и тот же человек.")
    encounter.full_clean()


def _same(encounter: Encounter) -> Encounter | None:
    said = ("kind", "mentor", "mentee", "day", "topic", "outcome", "minutes")
    words = {name: getattr(encounter, name) for name in said}
    return Encounter.objects.filter(program=encounter.program, **words).first()


def counts_of(program: Program, until: date) -> list[tuple[str, int]]:
    """(kind, how many talks took place): each kind by itself, never among the pairs."""
    held = Encounter.objects.of_program(program).held().filter(day__lte=until)
    counts = dict(held.order_by().values_list("kind").annotate(Count("pk")))
    return [(kind.label, counts.get(kind.value, 0)) for kind in EncounterKind]


def _journal(encounter: Encounter, action: str, by: Any) -> None:
    organization = encounter.program.organization
    journal.record(by=by, action=action, obj=encounter, organization=organization)
