"""Who sees pairs, and the words for their groups."""

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery, Sum

from pairs.enums import (
    DRAFT_STATUSES,
    OPEN_STATUSES,
    ORDERED_STATUSES,
    PairStatus,
    PlanStatus,
)
from pairs.plan_querysets import PlannedPairQuerySet
from pairs.trial_querysets import TriedPairQuerySet
from programs.enums import MANAGER_ROLES, STAFF_ROLES, MentoringKind
from programs.querysets import SchoolOnlyQuerySet, organizations_of


class PairQuerySet(TriedPairQuerySet, PlannedPairQuerySet):
    def visible_to(self, user):
        """The school's pairs for its staff, own pairs for a mentor or a mentee.

        A side sees a pair only once an order has fixed it: a proposal is the curator's draft.
        """
        if not user.is_authenticated:
            return self.none()
        school = Q(program__organization__in=organizations_of(user, STAFF_ROLES))
        members = self.model.members.rel.related_model.objects
        member = members.filter(pair=OuterRef("pk"), mentee__person__user=user, left_on=None)
        own = Q(mentor__person__user=user) | Q(Exists(member))
        return self.filter(school | (own & Q(status__in=ORDERED_STATUSES)))

    def editable_by(self, user):
        return self.filter(program__organization__in=organizations_of(user, MANAGER_ROLES))

    def of_program(self, program):
        return self.filter(program=program)

    def of_mentor(self, user):
        return self.filter(mentor__person__user=user, status__in=ORDERED_STATUSES)

    def of_mentee(self, user):
        """Without a group that the mentee has left: what comes later is not for one's eyes."""
        present = Q(members__mentee__person__user=user, members__left_on=None)
        return self.filter(present, status__in=ORDERED_STATUSES)

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

    def drafts_out_of(self, limits):
        """Groups not fixed by an order yet that are smaller or larger than they may be."""
        members = self.model.members.rel.related_model.objects
        own = members.filter(pair=OuterRef("pk")).order_by().values("pair")
        size = Subquery(own.annotate(value=Count("pk")).values("value"))
        groups = self.filter(status__in=DRAFT_STATUSES, kind=MentoringKind.GROUP)
        odd = Q(size__lt=limits.least) | Q(size__gt=limits.most)
        return groups.annotate(size=size).filter(odd)

    def locked(self, locked=True):
        """Proposals with a member whom a new run would leave where it is; or those without."""
        members = self.model.members.rel.related_model.objects
        found = Exists(members.filter(pair=OuterRef("pk"), is_locked=True))
        return self.filter(found if locked else ~found)

    def recordable_by(self, user):
        """Pairs whose meetings ``user`` writes down: the mentor's own, all for a manager."""
        managed = Q(program__organization__in=organizations_of(user, MANAGER_ROLES))
        own = Q(mentor__person__user=user)
        return self.filter(status__in=ORDERED_STATUSES).filter(managed | own)

    def of_person(self, person):
        """With the person on either side; refused proposals are left out."""
        members = self.model.members.rel.related_model.objects
        member = members.filter(pair=OuterRef("pk"), mentee__person=person)
        either = self.filter(Q(mentor__person=person) | Q(Exists(member)))
        return either.exclude(status=PairStatus.REJECTED)

    def named(self, key):
        """Someone of the pair has ``key`` inside the name key."""
        members = self.model.members.rel.related_model.objects
        member = members.filter(pair=OuterRef("pk"), mentee__person__name_key__contains=key)
        return self.filter(Q(mentor__person__name_key__contains=key) | Q(Exists(member)))

    def quiet_since(self, day):
        """Active pairs that worked before ``day`` and have met on no day from it on."""
        meetings = self.model.meetings.rel.related_model.objects
        met = meetings.filter(pair=OuterRef("pk"), day__gte=day)
        working = self.filter(status=PairStatus.ACTIVE, starts_on__lt=day)
        return working.exclude(Exists(met))

    def with_progress(self, person=None):
        """Number of meetings, minutes together and the last day, each in a subquery.

        Of a ``person`` of the pair only those of the days in it.
        """
        meetings = self.model.meetings.rel.related_model.objects
        meetings = meetings.held_with(person) if person else meetings
        own = meetings.filter(pair=OuterRef("pk")).order_by().values("pair")
        return self.annotate(
            meetings_count=Subquery(own.annotate(value=Count("pk")).values("value")),
            minutes_total=Subquery(own.annotate(value=Sum("minutes")).values("value")),
            last_day=Subquery(own.annotate(value=Max("day")).values("value")),
        )

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

    def recordable_by(self, user):
        pairs = self.model.pair.field.related_model.objects.recordable_by(user)
        return self.filter(pair__in=pairs)

    def answerable_by(self, user):
        """What hangs on pairs where ``user`` is one of the sides."""
        pairs = self.model.pair.field.related_model.objects
        return self.filter(Q(pair__in=pairs.of_mentor(user)) | Q(pair__in=pairs.of_mentee(user)))

    def in_period(self, start, end):
        return self.filter(day__gte=start, day__lte=end)

    def asking(self, user):
        """Plans offered to ``user`` as a side that has not said yes."""
        answers = self.model.agreements.rel.related_model.objects
        agreed = answers.filter(plan=OuterRef("pk"), person__user=user, is_agreed=True)
        return self.filter(status=PlanStatus.OFFERED).answerable_by(user).exclude(Exists(agreed))


class PairMemberQuerySet(PairPartQuerySet):
    def on_day(self, day):
        """In the pair on ``day``, which may be an outer column; the day of leaving counts."""
        came = Q(joined_on=None) | Q(joined_on__lte=day)
        return self.filter(came & (Q(left_on=None) | Q(left_on__gte=day)))

    def readable_by(self, user):
        """The school's staff: reasons of a choice are not for the sides of the pair."""
        return self.filter(pair__program__organization__in=organizations_of(user, STAFF_ROLES))

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(pair__program__organization__in=managed)

    def with_people(self):
        return self.select_related(
            "mentor__person", "mentee__person", "pair__program__organization"
        )


class ForbiddenPairQuerySet(SchoolOnlyQuerySet):
    def standing(self):
        """Bans that nobody has taken back."""
        return self.filter(is_lifted=False)

    def with_people(self):
        return self.select_related("mentor__person", "mentee__person", "forbidden_by")
