"""Who reads how a mentee without a pair is supported."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from pairs.enums import HELD_STATUSES
from programs.enums import Role
from programs.querysets import organizations_of


class SupportRecordQuerySet(QuerySet):
    """For the curator, and for the psychologist while the mentee has no pair; nobody else."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        curated = organizations_of(user, [Role.CURATOR])
        helped = organizations_of(user, [Role.PSYCHOLOGIST])
        members = self.model.mentee.field.related_model.pair_members.rel.related_model.objects
        paired = members.filter(
            mentee=OuterRef("mentee"), is_open=True, pair__status__in=HELD_STATUSES
        )
        return self.filter(
            Q(mentee__program__organization__in=curated)
            | Q(mentee__program__organization__in=helped) & ~Exists(paired)
        )

    editable_by = visible_to

    def of_mentee(self, mentee):
        return self.filter(mentee=mentee)

    def with_people(self):
        return self.select_related("mentee__person", "mentee__program__organization")
