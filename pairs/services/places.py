"""How many mentees a mentor may still take: proposals hold places, too."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet

from mentoring_portal.shared.plurals import plural
from pairs.models import PairMember
from participants.models import Mentor, Person


def count_by_mentor(members: QuerySet) -> Mapping[int, int]:
    """Mentor id → how many of ``members``; mentors without any are left out."""
    return dict(members.order_by().values_list("mentor").annotate(Count("pk")))


def free_places(mentor: Mentor) -> int:
    taken = PairMember.objects.filter(mentor=mentor, is_open=True).count()
    return max(0, mentor.max_mentees - taken)


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
