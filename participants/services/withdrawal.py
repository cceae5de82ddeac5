"""Who has taken a required consent back: from that day the person enters nothing new."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from participants.domain.consent import is_signed
from participants.enums import ConsentKind
from participants.models import Consent, Mentee, Mentor, Person
from participants.services.consent import held_by, subject_as

# Without these nobody works in the program; photo and distribution are free choices.
ENTRY_KINDS = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)
REFUSAL = "Отозвано согласие: в новые пары и приказы не входит."


def withdrew(people: Collection[int] | QuerySet, day: date) -> set[int]:
    """Of ``people`` those who took a required consent back and signed no new one.

    A paper that was never signed is not a withdrawal: it is missing, which stops nobody.
    A constant number of queries; one when nobody has withdrawn anything.
    """
    kinds = defaultdict(set)
    taken_back = Consent.objects.filter(
        person__in=people, kind__in=ENTRY_KINDS, withdrawn_on__lte=day
    )
    for person, kind in taken_back.values_list("person", "kind"):
        kinds[person].add(kind)
    if not kinds:
        return set()
    held = held_by(kinds, day)
    cards = Person.objects.filter(pk__in=kinds).prefetch_related(
        "occupations", "mentors", "mentees"
    )
    return {
        person.pk
        for person in cards
        if not all(
            is_signed(subject_as(person, day), kind, held[person.pk][kind])
            for kind in kinds[person.pk]
        )
    }


def willing(rows: QuerySet, day: date) -> QuerySet:
    """Mentors or mentees without those who have withdrawn."""
    return rows.exclude(person__in=withdrew(rows.order_by().values("person"), day))


def refusals(participants: Collection[Mentor | Mentee], day: date) -> list[str]:
    """«Панин Г. О.» of each who may not enter a pair or an order any more."""
    gone = withdrew({row.person_id for row in participants}, day)
    return [row.person.short_name for row in participants if row.person_id in gone]
