"""Parents and other legal representatives of minors; each is a person of the school, too."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from mentoring_portal.shared.names import name_key
from participants.domain.consent import AGE_OF_MAJORITY
from participants.enums import OccupationKind
from participants.models import Occupation, Person, Representative
from participants.services.consent import subject_as
from participants.services.person import save_person
from programs.services import journal

MOST_FOUND = 20


def adults_of(child: Person, text: str = "") -> QuerySet[Person]:
    """Who may represent ``child``: adults of the organization whose name has every word."""
    today = timezone.localdate()
    found = Person.objects.filter(organization=child.organization_id, erased_on=None)
    found = found.exclude(pk=child.pk).exclude(represented__child=child)
    found = found.exclude(birth_year__gt=today.year - AGE_OF_MAJORITY)
    for word in name_key(text).split():
        found = found.filter(name_key__contains=word)
    return found.order_by("name_key", "pk")


def search(child: Person, text: str) -> list[Person]:
    """The first of them by name; nobody until something is typed. Two queries."""
    if not text.strip():
        return []
    return list(adults_of(child, text).prefetch_related("occupations")[:MOST_FOUND])


def is_asked_of(person: Person, day: date) -> bool:
    """Whether the card speaks of representatives at all."""
    return person.erased_on is None and subject_as(person, day).is_minor


@transaction.atomic
def add(*, child: Person, person: Person, relation: str, by, document: str = "") -> Representative:
    """Record who represents ``child``; a new person is saved together with the link."""
    today = timezone.localdate()
    ensure_may_represent(child, person, today)
    if person.pk is None:
        save_person(person=person, occupations=[OccupationKind.PARENT], by=by)
    Occupation.objects.get_or_create(person=person, kind=OccupationKind.PARENT)
    link = Representative(child=child, person=person, relation=relation, document=document)
    link.full_clean()
    link.save()
    note(link, "add", by)
    return link


def ensure_may_represent(child: Person, person: Person, today: date) -> None:
    if child.organization_id != person.organization_id:
        raise ValidationError("Представитель записан в другой организации.")
    if not subject_as(child, today).is_minor:
        raise ValidationError("Законный представитель бывает только у несовершеннолетнего.")
    age = person.age_on(today)
    if age is not None and age < AGE_OF_MAJORITY:
        raise ValidationError("Законным представителем бывает только взрослый.")


@transaction.atomic
def remove(*, link: Representative, by) -> None:
    """The person stays, and so do the papers that the representative has signed."""
    note(link, "remove", by)
    link.delete()


def note(link: Representative, action: str, by) -> None:
    journal.record(
        by=by,
        action=f"representative.{action}",
        obj=link.child,
        organization=link.child.organization,
        representative=link.person_id,
        relation=link.relation,
    )
