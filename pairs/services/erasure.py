"""Words about a person in pairs, meetings and feedback; the pairs themselves are figures."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from pairs.models import Feedback, ForbiddenPair, Matching, Meeting, Pair, PairMember
from pairs.services.plan_erasure import forget_plans
from pairs.services.talk_erasure import forget_talks
from participants.models import Person

GONE = "Сведения уничтожены"


def pairs_of(person: Person) -> QuerySet[Pair]:
    own = Q(mentor__person=person) | Q(members__mentee__person=person)
    return Pair.objects.filter(own).distinct()


def obstacles(person: Person) -> list[str]:
    """Open pairs are closed first, so that nobody is left in a pair with a number.

    A group that the mentee has left works on and stands in nobody's way.
    """
    present = PairMember.objects.filter(mentee__person=person, left_on=None)
    held = Q(mentor__person=person) | Q(pk__in=present.values("pair"))
    return [
        f"Сначала завершите: {pair} ({pair.get_status_display()})."
        for pair in Pair.objects.filter(held).open().order_by("pk")
    ]


@transaction.atomic
def destroy(person: Person) -> dict[str, int]:
    """Category → records.

    In a group only what speaks of this mentee alone goes, and the notes of the meetings held
    while the mentee was in it.
    """
    pairs = list(pairs_of(person).select_related("mentor").prefetch_related("members"))
    alone = [pair.pk for pair in pairs if is_about(pair, person)]
    everywhere = [pair.pk for pair in pairs]
    meetings = Meeting.objects.filter(pair__in=everywhere)
    present = meetings.attended(PairMember.objects.filter(mentee__person=person)).values("pk")
    noted = meetings.filter(Q(pair__in=alone) | Q(pk__in=present))
    said = Feedback.objects.filter(Q(person=person) | Q(meeting__pair__in=alone))
    return {
        "Заметки о встречах": noted.exclude(note="").update(note=""),
        "Темы встреч": meetings.filter(pair__in=alone).update(topic=GONE),
        "Тексты отзывов": said.exclude(text="").update(text=""),
        "Цели пар и причины завершения": forget_goals(alone),
        "Обоснования подбора": forget_reasons(person),
        "Причины запретов и выхода из группы": forget_refusals(person),
        "Тексты планов": forget_plans(person, everywhere, alone, GONE),
    } | forget_talks(person, everywhere, GONE)


def is_about(pair: Pair, person: Person) -> bool:
    """A pair of two, or a group whose mentor the person is."""
    return pair.mentor.person_id == person.pk or len(pair.members.all()) == 1


def forget_goals(pairs: list[int]) -> int:
    worded = Pair.objects.filter(pk__in=pairs).exclude(goal="", end_reason="")
    return worded.update(goal="", end_reason="")


def forget_refusals(person: Person) -> int:
    """Why two people were not to meet, why a mentee left a group."""
    own = Q(mentor__person=person) | Q(mentee__person=person)
    banned = ForbiddenPair.objects.filter(own).exclude(reason="").update(reason="")
    return banned + PairMember.objects.filter(own).exclude(left_reason="").update(left_reason="")


def forget_reasons(person: Person) -> int:
    """Why they were paired and why somebody was left without a pair: it quotes interests."""
    own = Q(mentor__person=person) | Q(mentee__person=person)
    forgotten = PairMember.objects.filter(own).exclude(reasons=[]).update(reasons=[])
    ids = {
        "mentor": set(person.mentors.values_list("pk", flat=True)),
        "mentee": set(person.mentees.values_list("pk", flat=True)),
    }
    for matching in Matching.objects.filter(program__organization=person.organization_id):
        kept = [left for left in matching.unmatched if not tells_of(left, ids, person)]
        forgotten += len(matching.unmatched) - len(kept)
        matching.unmatched = kept
        matching.save(update_fields=["unmatched"])
    return forgotten


def tells_of(left: dict[str, Any], ids: dict[str, set[int]], person: Person) -> bool:
    named = any(person.last_name in reason for reason in left["reasons"])
    return named or left["id"] in ids[left["side"]]
