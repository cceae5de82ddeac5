"""A person and a row of a base, entered by hand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db import transaction

from mentoring_portal.shared.names import name_key
from participants.domain.declension import guess_sex
from participants.domain.duplicates import Identity, Same, identity, same_person
from participants.domain.name_forms import still_true
from participants.models import Mentee, Mentor, Occupation, Person
from participants.services.tag import set_tags
from programs.models import Organization
from programs.services import journal


def identity_of(person: Person) -> Identity:
    return identity(*person.name, birth_year=person.birth_year, birth_date=person.birth_date)


def lookalikes(*, organization: Organization, person: Person) -> list[Person]:
    """People of the organization who are, or may be, the same human being."""
    first_word = (name_key(person.last_name).split() or [""])[0]
    near = Person.objects.filter(organization=organization, name_key__startswith=first_word)
    wanted = identity_of(person)
    return [
        known
        for known in near
        if known.pk != person.pk and same_person(wanted, identity_of(known)) is not Same.NO
    ]


@transaction.atomic
def save_person(
    *,
    person: Person,
    occupations: Collection[str],
    by,
    since: Mapping[str, date | None] | None = None,
) -> Person:
    """Save the card; the sex is guessed from the name when it was left open.

    ``since`` tells from which day some of the occupations last; the others keep theirs.
    """
    action = "person.update" if person.pk else "person.create"
    person.sex = person.sex or guess_sex(person.full_name) or ""
    forget_cases_of_old_name(person)
    person.save()
    set_occupations(person, occupations, since or {})
    journal.record(by=by, action=action, obj=person, organization=person.organization)
    return person


def forget_cases_of_old_name(person: Person) -> None:
    """A corrected case of the maiden name must not stay in papers after a marriage."""
    before = Person.objects.filter(pk=person.pk).first()
    if before and before.name != person.name:
        person.name_forms = still_true(person.name_forms, before.name_forms)


def set_occupations(
    person: Person, kinds: Collection[str], since: Mapping[str, date | None]
) -> None:
    person.occupations.exclude(kind__in=kinds).delete()
    known = set(person.occupations.values_list("kind", flat=True))
    Occupation.objects.bulk_create(
        Occupation(person=person, kind=kind) for kind in kinds if kind not in known
    )
    for kind, day in since.items():
        person.occupations.filter(kind=kind).update(since=day)


@transaction.atomic
def save_participant(
    *,
    participant: Mentor | Mentee,
    person: Person,
    occupations: Collection[str],
    by,
    tags: Sequence[str] | None = None,
) -> Mentor | Mentee:
    """The person, the row of the base and its tags together, or nothing.

    Without ``tags`` those of the row stay.
    """
    noun = participant._meta.model_name
    action = f"{noun}.update" if participant.pk else f"{noun}.create"
    participant.person = save_person(person=person, occupations=occupations, by=by)
    participant.full_clean()
    participant.save()
    if tags is not None:
        set_tags(participant=participant, names=tags)
    organization = participant.program.organization
    journal.record(by=by, action=action, obj=participant, organization=organization)
    return participant
