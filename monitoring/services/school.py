"""The municipality's view of its schools: figures and papers, no names."""

from django.db.models import Count, Q

from pairs.enums import PairStatus
from participants.enums import ParticipantStatus
from programs.models import Program

ACTIVE = Q(pairs__status=PairStatus.ACTIVE)


def programs_of_schools(user):
    """Programs of the schools below the user's municipality, newest year first, with counts."""
    left = (ParticipantStatus.DECLINED, ParticipantStatus.WITHDRAWN)
    return (
        Program.objects.visible_to(user)
        .published()
        .filter(organization__parent__isnull=False)
        .select_related("organization")
        .annotate(
            mentor_count=Count("mentors", filter=~Q(mentors__status__in=left), distinct=True),
            mentee_count=Count("mentees", filter=~Q(mentees__status__in=left), distinct=True),
            pair_count=Count("pairs", filter=ACTIVE, distinct=True),
        )
        .order_by("-start_year", "organization__short_name")
    )
