"""How many mentees a mentor may still take: proposals hold places, too."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring_portal.shared.plurals import plural
from pairs.enums import PairStatus
from pairs.models import PairMember
from participants.models import Mentor, Person


def count_by_mentor(members: QuerySet) -> Mapping[int, int]:
    """Mentor id → how many of ``members``; mentors without any are left out."""
    return dict(members.order_by().values_list("mentor").annotate(Count("pk")))


def with_taken_places(mentors: QuerySet) -> QuerySet:
    """``taken`` on every mentor: how many mentees are in open pairs."""
    held = PairMember.objects.filter(mentor=OuterRef("pk"), is_open=True).order_by()
    number = Subquery(held.values("mentor").annotate(value=Count("pk")).values("value"))
    return mentors.annotate(taken=Coalesce(number, 0))


def paired_last(mentees: QuerySet) -> QuerySet:
    """``is_paired`` on every mentee; those without an open pair come first."""
    held = PairMember.objects.filter(mentee=OuterRef("pk"), is_open=True)
    return mentees.annotate(is_paired=Exists(held)).order_by("is_paired", *mentees.query.order_by)


def free_places(mentor: Mentor) -> int:
    taken = PairMember.objects.filter(mentor=mentor, is_open=True).count()
    return max(0, mentor.max_mentees - taken)


def weakest_proposals(members: QuerySet) -> Mapping[int, PairMember]:
    """Mentor id → the proposed mentee with the least score, who would yield the place."""
    proposed = members.filter(is_open=True, pair__status=PairStatus.PROPOSED)
    ranked = proposed.select_related("mentee__person").order_by("-score", "pk")
    return {member.mentor_id: member for member in ranked}


def lock_with_places(mentor: Mentor, wanted: int) -> Mentor:
    """The mentor's row held until commit; refuses when fewer than ``wanted`` places are free."""
    mentor = Mentor.objects.select_for_update().get(pk=mentor.pk)
    free = free_places(mentor)
    if free < wanted:
        raise ValidationError(_no_places(mentor.person, mentor.max_mentees, free), code="capacity")
    return mentor


def _no_places(person: Person, limit: int, free: int) -> str:
    people = plural(limit, "наставляемого", "наставляемых", "наставляемых")
    rest = f"свободных мест: {free}" if free else "свободных мест нет"
    return (
        f"{person.short_name} берёт не больше {limit} {people}, {rest}. "
        "Увеличьте это число в карточке наставника или выберите другого."
    )
