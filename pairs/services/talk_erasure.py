"""Words about a person outside of pairs: support, answers after a trial meeting, single talks."""

from django.db.models import Q

from mentoring_portal.shared.names import name_key
from pairs.models import Choice, Encounter, SupportRecord, Verdict
from participants.models import Person


def forget_talks(person: Person, alone: list[int], gone: str) -> dict[str, int]:
    """Category → records. ``alone`` are the pairs in which every word is about the person."""
    own = Q(mentor__person=person) | Q(mentee__person=person)
    return {
        "Записи о психологической поддержке": forget_support(person, gone),
        "Пояснения после пробной встречи": forget_verdicts(person, alone),
        "Разовые встречи: темы и итоги": forget_encounters(own, gone),
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


def forget_verdicts(person: Person, alone: list[int]) -> int:
    said = Verdict.objects.filter(Q(person=person) | Q(pair__in=alone))
    return said.exclude(comment="").update(comment="")


def forget_encounters(own: Q, gone: str) -> int:
    """How many talks there were stays."""
    worded = Encounter.objects.filter(own).exclude(topic="", outcome="")
    return worded.update(topic=gone, outcome="")
