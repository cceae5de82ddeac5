"""Certificates of adults from outside: recording, scans, and what a program still lacks."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from participants.domain.clearance import is_asked, is_school_class, state_of
from participants.enums import FORM_SIDES, OUTSIDE_OCCUPATIONS, ClearanceKind, ClearanceState
from participants.models import Clearance, Mentor, Person
from programs.models import Program
from programs.services import journal

NOT_ASKED = (
    "Справки собирают только у взрослых со стороны: студентов, выпускников, работников "
    "предприятий, родителей. У учеников и работников школы их здесь не спрашивают."
)
IN_FORCE = (ClearanceState.VALID, ClearanceState.EXPIRING)


@dataclass(frozen=True)
class Standing:
    """A mentor from outside with the state of each certificate."""

    mentor: Mentor
    states: tuple[tuple[ClearanceKind, ClearanceState], ...]

    @property
    def is_full(self) -> bool:
        return all(state in IN_FORCE for _kind, state in self.states)


def life_of(person: Person) -> set[str]:
    """What the person is in life; when nobody said, the side of the mentor's forms says it."""
    said = {occupation.kind for occupation in person.occupations.all()}
    forms = {form for mentor in person.mentors.all() for form in mentor.forms}
    return said or {FORM_SIDES[form][0].value for form in forms if form in FORM_SIDES}


def is_asked_of(person: Person, day: date) -> bool:
    """Read ``person`` with occupations and mentors to ask it of many."""
    rows = person.mentors.all()
    if any(is_school_class(text) for row in rows for text in (row.position, row.workplace)):
        return False
    return is_asked(life_of(person), person.age_on(day), OUTSIDE_OCCUPATIONS)


def states_of(clearances: Iterable[Clearance], day: date) -> dict[ClearanceKind, ClearanceState]:
    terms = defaultdict(list)
    for clearance in clearances:
        terms[clearance.kind].append((clearance.issued_on, clearance.valid_until))
    return {kind: ClearanceState(state_of(terms[kind], day)) for kind in ClearanceKind}


def shown_of(person: Person, day: date) -> dict[str, Any]:
    """What a card shows the staff about a mentor who is asked; nothing about the others."""
    if not (person.mentors.all() and is_asked_of(person, day)):
        return {}
    clearances = list(person.clearances.all())
    return {"clearances": clearances, "states": states_of(clearances, day)}


def standings(program: Program, day: date) -> list[Standing]:
    """Every mentor of the program who is asked for certificates; a constant number of queries."""
    mentors = list(program.mentors.in_base().by_name())
    prefetch_related_objects(
        mentors, "person__occupations", "person__mentors", "person__clearances"
    )
    return [
        Standing(mentor, tuple(states_of(mentor.person.clearances.all(), day).items()))
        for mentor in mentors
        if is_asked_of(mentor.person, day)
    ]


@transaction.atomic
def save(*, clearance: Clearance, by, scan: UploadedFile | None = None) -> Clearance:
    """Record or correct a certificate; a new scan takes the place of the old one."""
    person = clearance.person
    if not is_asked_of(person, timezone.localdate()):
        raise ValidationError(NOT_ASKED)
    action = "clearance.update" if clearance.pk else "clearance.create"
    clearance.full_clean(exclude=["scan"])
    if scan:
        _forget_file(clearance)
        clearance.scan_key, clearance.scan = uuid.uuid4(), scan
    clearance.save()
    _journal(clearance, action, by)
    return clearance


@transaction.atomic
def delete(*, clearance: Clearance, by) -> None:
    _journal(clearance, "clearance.delete", by)
    _forget_file(clearance)
    clearance.delete()


def _forget_file(clearance: Clearance) -> None:
    """The file goes only when the row is surely gone from the database."""
    if clearance.scan and clearance.pk:
        storage, name = clearance.scan.storage, clearance.scan.name
        transaction.on_commit(lambda: storage.delete(name))


def _journal(clearance: Clearance, action: str, by) -> None:
    person = clearance.person
    journal.record(
        by=by,
        action=action,
        obj=clearance,
        organization=person.organization,
        kind=clearance.kind,
        person=person.pk,
    )
