"""Who sees pairs, and the words for their groups."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from pairs.enums import OPEN_STATUSES, ORDERED_STATUSES, PairStatus
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.querysets import organizations_of


class PairQuerySet(QuerySet):
    def visible_to(self, user):
        """The school's pairs for its staff, own pairs for a mentor or a mentee.

        A side sees a pair only once an order has fixed it: a proposal is the curator's draft.
        """
        if not user.is_authenticated:
            return self.none()
        school = Q(program__organization__in=organizations_of(user, STAFF_ROLES))
        members = self.model.members.rel.related_model.objects
        member = members.filter(pair=OuterRef("pk"), mentee__person__user=user)
        own = Q(mentor__person__user=user) | Q(Exists(member))
        return self.filter(school | (own & Q(status__in=ORDERED_STATUSES)))

    def editable_by(self, user):
        return self.filter(program__organization__in=organizations_of(user, MANAGER_ROLES))

    def of_mentor(self, user):
        return self.filter(mentor__person__user=user, status__in=ORDERED_STATUSES)

    def of_mentee(self, user):
        return self.filter(members__mentee__person__user=user, status__in=ORDERED_STATUSES)

    def open(self):
        return self.filter(status__in=OPEN_STATUSES)

    def ordered(self):
        """Fixed by an order at any time: proposals and refusals do not count."""
        return self.filter(status__in=ORDERED_STATUSES)

    def active_between(self, start, end):
        """Pairs that worked on at least one day of the window."""
        started = Q(starts_on__lte=end)
        not_over = Q(ended_on=None) | Q(ended_on__gte=start)
        return self.ordered().filter(started & not_over)

    def proposed(self):
        return self.filter(status=PairStatus.PROPOSED)

    def accepted(self):
        return self.filter(status=PairStatus.ACCEPTED)

    def with_people(self):
        return self.select_related("mentor__person", "program__organization").prefetch_related(
            "members__mentee__person"
        )


class PairPartQuerySet(QuerySet):
    """Meetings and other things that hang on ``pair``."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        pairs = self.model.pair.field.related_model.objects.visible_to(user)
        return self.filter(pair__in=pairs)

    def in_period(self, start, end):
        return self.filter(day__gte=start, day__lte=end)
