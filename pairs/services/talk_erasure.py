"""Words about a person outside of pairs: support, answers after a trial meeting, single talks."""

from django.db.models import Q

from mentoring_portal.shared.names import name_key
from pairs.models import Choice, Encounter, SupportRecord, Verdict
from participants.models import Person

# The director reads the act: that there was support is counted together with other notes.
NOTES = "Записи о работе с участником"


def forget_talks(person: Person, everywhere: list[int], gone: str) -> dict[str, int]:
    """Category → records. ``everywhere`` are the pairs and groups where the person ever was."""
    own = Q(mentor__person=person) | Q(mentee__person=person)
    return {
        NOTES: forget_support(person, gone)
        + forget_verdicts(person, everywhere)
        + forget_encounters(own, gone),
        "Выбор на групповых встречах": Choice.objects.filter(own).delete()[0],
    }


def forget_support(person: Person, gone: str) -> int:
    """Records about the mentee go whole; of who held the meetings only the name does."""
    records = SupportRecord.objects.filter(mentee__person=person).delete()[0]
    key = name_key(person.full_name)
    program = SupportRecord.objects.filter(
        mentee__program__organization=person.organization_id
    ).exclude(held_by="")
    named = [
        record.pk
        for record in program.only("held_by").order_by("pk")
        if key in name_key(record.held_by)
    ]
    return records + SupportRecord.objects.filter(pk__in=named).update(held_by=gone)


def forget_verdicts(person: Person, everywhere: list[int]) -> int:
    """Of a whole group: what the mentor says of it may name anyone of it."""
    said = Verdict.objects.filter(Q(person=person) | Q(pair__in=everywhere))
    return said.exclude(comment="").update(comment="")


def forget_encounters(own: Q, gone: str) -> int:
    """How many talks there were stays."""
    worded = Encounter.objects.filter(own).exclude(topic="", outcome="")
    return worded.update(topic=gone, outcome="")
