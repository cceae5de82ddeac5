"""Duties in the papers of a program: director, curator, members of the working group."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.names import name_key
from participants.domain.import_names import read_name
from participants.enums import OccupationKind
from participants.models import Assignment, Person
from participants.services.person import save_person
from programs.models import Organization
from programs.services import journal


def person_named(*, organization: Organization, full_name: str) -> Person:
    """The only person of this name in the organization, or an unsaved new one."""
    reading = read_name(full_name)
    if reading.errors:
        raise ValidationError(list(reading.errors))
    known = Person.objects.filter(organization=organization, name_key=name_key(str(reading.name)))
    found = list(known.order_by("pk"))
    grown = [person for person in found if not is_pupil(person)]
    if len(grown) > 1:
        raise ValidationError("В портале несколько людей с таким именем. Уточните отчество.")
    last, first, patronymic = reading.name
    return (
        grown[0]
        if grown
        else Person(
            organization=organization, last_name=last, first_name=first, patronymic=patronymic
        )
    )


def is_pupil(person: Person) -> bool:
    """A pupil with the teacher's name is another human being."""
    return person.occupations.filter(kind=OccupationKind.PUPIL).exists()


@transaction.atomic
def assign(*, assignment: Assignment, by) -> Assignment:
    action = "assignment.update" if assignment.pk else "assignment.create"
    if assignment.person.pk is None:
        save_person(person=assignment.person, occupations=[OccupationKind.TEACHER], by=by)
    assignment.person = assignment.person
    assignment.full_clean()
    assignment.save()
    journal.record(by=by, action=action, obj=assignment, organization=assignment.organization)
    return assignment


@transaction.atomic
def end(*, assignment: Assignment, day: date, by) -> Assignment:
    """Papers dated after ``day`` no longer quote this duty."""
    if assignment.starts_on and assignment.starts_on > day:
        raise ValidationError("Назначение ещё не началось. Измените его даты.")
    assignment.ends_on = day
    assignment.save(update_fields=["ends_on"])
    journal.record(
        by=by, action="assignment.end", obj=assignment, organization=assignment.organization
    )
    return assignment
