"""Who lets the page «Наставничество» show what about them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http.request import validate_host
from django.urls import reverse

from participants.domain.consent import is_signed
from participants.domain.distribution import CONTACTS, NAME, POSITION, names_page
from participants.enums import AssignmentRole, ConsentKind
from participants.models import Assignment, Consent, Person
from participants.services.consent import subject_as
from participants.services.withdrawal import withdrew
from programs.models import Organization

Signers = dict[int, dict[str, set[str]]]


@dataclass(frozen=True)
class PublicPerson:
    """What a visitor may read about a person; empty is what the consent does not name."""

    name: str
    post: str
    phone: str
    email: str


def allowed_fields(
    people: Collection[int], organization: Organization, day: date
) -> dict[int, set[str]]:
    """Person → what the organization's public page may show; a constant number of queries.

    Whoever took back the consent to processing or to the program is not shown, whatever else
    was signed.
    """
    signers = signers_of(people, organization, day)
    shown = set(signers) - withdrew(set(signers), day)
    cards = Person.objects.filter(pk__in=shown).prefetch_related(
        "occupations", "mentors", "mentees"
    )
    return {person.pk: signed_fields(person, signers[person.pk], day) for person in cards}


def signers_of(people: Collection[int], organization: Organization, day: date) -> Signers:
    """Person → field → who signed for it, in papers in force that speak of this page."""
    page = reverse("programs:public_page", args=[organization.slug])
    consents = Consent.objects.in_force(day).filter(
        person__in=people, kind=ConsentKind.DISTRIBUTION
    )
    found: Signers = defaultdict(lambda: defaultdict(set))
    for consent in consents:
        if names_page(consent.page_url, page, is_own_host):
            for field in consent.fields:
                found[consent.person_id][field].add(consent.signer)
    return found


def is_own_host(host: str) -> bool:
    return validate_host(host, settings.ALLOWED_HOSTS)


def signed_fields(person: Person, signers: dict[str, set[str]], day: date) -> set[str]:
    """A child's own signature is not enough: see ``signer_for``."""
    subject = subject_as(person, day)
    return {
        field for field, who in signers.items() if is_signed(subject, ConsentKind.DISTRIBUTION, who)
    }


def public_curator(organization: Organization, day: date) -> PublicPerson | None:
    """The curator whose name a visitor may read, or None."""
    assignment = Assignment.objects.holder(organization, AssignmentRole.CURATOR, day)
    if assignment is None:
        return None
    person = assignment.person
    allowed = allowed_fields([person.pk], organization, day).get(person.pk, set())
    if NAME not in allowed:
        return None
    contacts = CONTACTS in allowed
    return PublicPerson(
        name=person.full_name,
        post=assignment.post if POSITION in allowed else "",
        phone=person.phone if contacts else "",
        email=person.email if contacts else "",
    )
