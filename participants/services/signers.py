"""Names of those who signed for a child, and papers in which the name is still to be typed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from participants.models import Consent, Person, Representative
from programs.models import Program
from programs.services import journal

# A pile of papers is recorded at once; the parent's name stays on the paper until it is typed in.
ON_PAPER = "ФИО указано в бумажном согласии"


def only_names(children: Iterable[int]) -> dict[int, str]:
    """Child → the name of the only recorded representative; one query."""
    names = defaultdict(list)
    links = Representative.objects.filter(child__in=children).select_related("person")
    for link in links:
        names[link.child_id].append(link.person.full_name)
    return {child: found[0] for child, found in names.items() if len(found) == 1}


def names_of(person: Person) -> list[str]:
    """Whom a form offers as the one who signed."""
    links = person.representatives.select_related("person")
    return [link.person.full_name for link in links]


def unnamed(program: Program, day: date) -> list[Consent]:
    """Papers in force of people in the bases where the representative has no name; one query."""
    people = Person.objects.filter(erased_on=None)
    people = people.filter(pk__in=program.mentors.in_base().values("person")) | people.filter(
        pk__in=program.mentees.in_base().values("person")
    )
    papers = Consent.objects.filter(person__in=people, representative=ON_PAPER).in_force(day)
    return list(papers.select_related("person").order_by("person__name_key", "kind", "pk"))


def others_unnamed(consent: Consent) -> int:
    """How many more papers of the same person wait for the name."""
    papers = Consent.objects.filter(person=consent.person_id, representative=ON_PAPER)
    return papers.exclude(pk=consent.pk).count()


@transaction.atomic
def name_everywhere(*, consent: Consent, representative: str, by) -> int:
    """The same name into every paper of the person that has none; returns their number."""
    papers = Consent.objects.filter(person=consent.person_id, representative=ON_PAPER)
    named = [
        name_representative(consent=paper, representative=representative, by=by)
        for paper in papers.order_by("pk")
    ]
    return len(named)


@transaction.atomic
def name_representative(*, consent: Consent, representative: str, by) -> Consent:
    """Type in the name from the paper; a name that stands there is never changed."""
    consent = Consent.objects.select_for_update().get(pk=consent.pk)
    if consent.representative != ON_PAPER:
        raise ValidationError("В этом согласии ФИО представителя уже вписано.")
    consent.representative = representative
    consent.full_clean(exclude=["scan"])
    consent.save(update_fields=["representative"])
    journal.record(
        by=by, action="consent.name", obj=consent, organization=consent.person.organization
    )
    return consent
