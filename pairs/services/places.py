"""How many places a mentor and a mentee still have: a mentor's are held by proposals, too."""

from collections.abc import Collection, Mapping

from django.core.exceptions import ValidationError
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring_portal.shared.plurals import plural
from pairs.enums import PairStatus
from pairs.models import Pair, PairMember
from participants.models import Mentee, Mentor, Person

# Named, since SQLite and PostgreSQL put a missing score on different ends.
WEAKEST_FIRST = F("score").asc(nulls_first=True)
BEST_FIRST = F("score").desc(nulls_last=True)


def count_by_mentor(members: QuerySet) -> Mapping[int, int]:
    """Mentor id → how many of ``members``; mentors without any are left out."""
    return dict(members.order_by().values_list("mentor").annotate(Count("pk")))


def with_taken_places(mentors: QuerySet) -> QuerySet:
    """``taken`` on every mentor: how many mentees are in open pairs; ``yielding`` of them would."""
    held = PairMember.objects.filter(mentor=OuterRef("pk"), is_open=True).order_by()
    return mentors.annotate(taken=_number(held), yielding=_number(_mere(held)))


def _mere(members: QuerySet) -> QuerySet:
    """Proposals that nobody has locked: they yield to the curator's own choice.

    One without a score was never weighed: it is the weakest.
    """
    return members.filter(is_open=True, is_locked=False, pair__status=PairStatus.PROPOSED)


def _number(held: QuerySet, side: str = "mentor") -> Coalesce:
    return Coalesce(Subquery(held.values(side).annotate(n=Count("pk")).values("n")), 0)


def paired_last(mentees: QuerySet) -> QuerySet:
    """``mentors_now`` on every mentee; those without an open pair come first.

    ``mentors_agreed`` leaves out what is only proposed.
    """
    held = PairMember.objects.filter(mentee=OuterRef("pk"), is_open=True).order_by()
    agreed = held.exclude(pair__status=PairStatus.PROPOSED)
    counted = mentees.annotate(
        mentors_now=_number(held, "mentee"), mentors_agreed=_number(agreed, "mentee")
    )
    return counted.order_by("mentors_now", *mentees.query.order_by)


def ensure_mentee_has_place(mentee: Mentee, beside: Pair | None = None) -> None:
    """Agreed pairs ``beside`` this one count; a proposal yields to the curator's own choice."""
    held = PairMember.objects.filter(mentee=mentee, is_open=True).exclude(pair=beside)
    agreed = held.exclude(pair__status=PairStatus.PROPOSED).count()
    if agreed >= mentee.max_mentors:
        raise ValidationError(_enough_mentors(mentee), code="capacity")


def surplus_proposals(mentee: Mentee) -> list[PairMember]:
    """Proposals that the agreed pairs of the mentee leave no place for, the weakest first."""
    held = PairMember.objects.filter(mentee=mentee, is_open=True)
    proposed = held.filter(pair__status=PairStatus.PROPOSED).select_related("pair__program")
    surplus = max(0, held.count() - mentee.max_mentors)
    return list(proposed.order_by(WEAKEST_FIRST, "pk")[:surplus])


def overbooked(mentees: Collection[int]) -> set[int]:
    """Of ``mentees`` those whose agreed pairs leave no place for one more; one query."""
    held = PairMember.objects.filter(mentee__in=mentees, is_open=True)
    agreed = held.exclude(pair__status=PairStatus.PROPOSED).order_by()
    counted = agreed.values("mentee").annotate(number=Count("pk"))
    full = counted.filter(number__gte=F("mentee__max_mentors"))
    return set(full.values_list("mentee", flat=True))


def free_places(mentor: Mentor) -> int:
    taken = PairMember.objects.filter(mentor=mentor, is_open=True).count()
    return max(0, mentor.max_mentees - taken)


def weakest_proposals(members: QuerySet) -> Mapping[int, PairMember]:
    """Mentor id → the mentee of the weakest proposal not locked, who would yield the place."""
    ranked = _mere(members).select_related("mentee__person").order_by(BEST_FIRST, "pk")
    return {member.mentor_id: member for member in ranked}


def yielding_proposals(mentor: Mentor, wanted: int) -> list[PairMember]:
    """Proposals, the weakest first, that make ``wanted`` places; locked ones stay."""
    proposed = _mere(PairMember.objects.filter(mentor=mentor))
    ranked = proposed.select_related("mentee__person", "pair__program")
    return list(ranked.order_by(WEAKEST_FIRST, "-pk")[: max(0, wanted - free_places(mentor))])


def lock_with_places(mentor: Mentor, wanted: int) -> Mentor:
    """The mentor's row held until commit; refuses when fewer than ``wanted`` places are free."""
    mentor = Mentor.objects.select_for_update().get(pk=mentor.pk)
    free = free_places(mentor)
    if free < wanted:
        raise ValidationError(_no_places(mentor.person, mentor.max_mentees, free), code="capacity")
    return mentor


def _enough_mentors(mentee: Mentee) -> str:
    mentors = plural(mentee.max_mentors, "наставника", "наставников", "наставников")
    return (
        f"{mentee.person.short_name}: больше {mentee.max_mentors} {mentors} быть не может, "
        "пара уже есть. Увеличьте это число в карточке наставляемого или завершите прежнюю пару."
    )


def _no_places(person: Person, limit: int, free: int) -> str:
    people = plural(limit, "наставляемого", "наставляемых", "наставляемых")
    rest = f"свободных мест: {free}" if free else "свободных мест нет"
    return (
        f"{person.short_name} берёт не больше {limit} {people}, {rest}. "
        "Увеличьте это число в карточке наставника или выберите другого."
    )
