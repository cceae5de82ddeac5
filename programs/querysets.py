"""Reusable filters. ``visible_to`` is the third ring of access: a stranger's object is a 404."""

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Abs

from mentoring_portal.shared.dates import school_year_of
from programs.enums import MANAGER_ROLES, STAFF_ROLES, ProgramStatus, Role


def held_by(user):
    """Pairs of organization and role, read once per request."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_portal_roles"):
        held = user.memberships.values_list("organization", "role")
        user._portal_roles = frozenset(held)
    return user._portal_roles


def organizations_of(user, roles=None):
    """Ids of organizations where ``user`` holds one of ``roles`` (any role when None).

    Plain numbers, not a query inside each query: the roles have been read once for the request.
    """
    held = held_by(user)
    return sorted({holder for holder, role in held if roles is None or role in roles})


class OrganizationQuerySet(QuerySet):
    def visible_to(self, user):
        """Own organizations; for a municipal coordinator also the schools below."""
        if not user.is_authenticated:
            return self.none()
        below = Q(parent__in=organizations_of(user, [Role.MUNICIPAL]))
        return self.filter(Q(pk__in=organizations_of(user)) | below)

    def managed_by(self, user):
        return self.filter(pk__in=organizations_of(user, MANAGER_ROLES))


class ProgramQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        below = Q(organization__parent__in=organizations_of(user, [Role.MUNICIPAL]))
        return self.filter(Q(organization__in=organizations_of(user)) | below)

    def with_role(self, user, roles):
        """Programs of organizations where ``user`` holds one of ``roles``."""
        return self.filter(organization__in=organizations_of(user, roles))

    def current(self):
        return self.exclude(status=ProgramStatus.CLOSED)

    def editable_by(self, user):
        return self.with_role(user, MANAGER_ROLES)

    def seen_by_viewers(self, user):
        """Of the staff and of the municipality above: mentors and mentees have their cabinet."""
        below = Q(organization__parent__in=organizations_of(user, [Role.MUNICIPAL]))
        return self.filter(Q(organization__in=organizations_of(user, STAFF_ROLES)) | below)

    def running(self):
        return self.filter(status=ProgramStatus.ACTIVE)

    def of_organization(self, organization):
        return self.filter(organization=organization).select_related("organization")

    def published(self):
        """What a visitor may see: programs that run or ran, never drafts."""
        return self.exclude(status=ProgramStatus.DRAFT)

    def nearest_first(self, day):
        """Of this school year, then past ones from the newest, then coming ones from the nearest.

        In a year with two programs the one that still runs comes first.
        """
        year = school_year_of(day).start_year
        return self.order_by(
            Case(When(start_year=year, then=0), When(start_year__lt=year, then=1), default=2),
            Abs(F("start_year") - year),
            Case(When(status=ProgramStatus.ACTIVE, then=0), default=1),
            "title",
        )


class ProgramPartQuerySet(QuerySet):
    """Stages, roadmap rows and everything else that hangs on ``program``."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        below = Q(program__organization__parent__in=organizations_of(user, [Role.MUNICIPAL]))
        school = Q(program__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | below)

    def editable_by(self, user):
        return self.filter(program__organization__in=organizations_of(user, MANAGER_ROLES))

    def of_program(self, program):
        return self.filter(program=program)


class SchoolOnlyQuerySet(ProgramPartQuerySet):
    """Parts that hold personal data or are the school's own kitchen: not for the municipality."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        return self.filter(program__organization__in=organizations_of(user, STAFF_ROLES))


class OrganizationPartQuerySet(QuerySet):
    """The school's own kitchen, common to all its programs: staff reads, managers write."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        return self.filter(organization__in=organizations_of(user, STAFF_ROLES))

    def editable_by(self, user):
        return self.filter(organization__in=organizations_of(user, MANAGER_ROLES))

    def of_organization(self, organization):
        return self.filter(organization=organization)


class LegalActQuerySet(OrganizationPartQuerySet):
    def in_force(self, day):
        started = Q(in_force_from=None) | Q(in_force_from__lte=day)
        return self.filter(started & (Q(in_force_to=None) | Q(in_force_to__gte=day)))

    def quotable(self, day, topics):
        """What a paper of ``day`` may refer to: confirmed, in force, of one of ``topics``."""
        return self.in_force(day).filter(is_confirmed=True, topic__in=topics)


class PartnerQuerySet(OrganizationPartQuerySet):
    def with_agreement(self, day):
        not_over = Q(agreement_until=None) | Q(agreement_until__gte=day)
        return self.filter(not_over, agreement_on__lte=day)


class ProgramFormQuerySet(ProgramPartQuerySet):
    def described_as(self, form):
        return self.filter(form=form).select_related("program__organization").first()


class EventQuerySet(ProgramPartQuerySet):
    def planned(self, day):
        """Neither held nor over; one of several days is ahead until its last day."""
        return self.filter(is_held=False).exclude(self.over(day))

    def overdue(self, day):
        """Planned, past, and nobody wrote down how it went."""
        return self.filter(self.over(day), is_held=False)

    @staticmethod
    def over(day):
        return Q(ends_on__lt=day) | Q(ends_on=None, starts_on__lt=day)

    def held(self):
        return self.filter(is_held=True)

    def of_programs(self, programs):
        """Of running programs only: a draft or a closed one invites nobody."""
        return self.filter(program__in=programs, program__status=ProgramStatus.ACTIVE)

    def in_order(self):
        return self.select_related("program__organization").order_by("starts_on", "starts_at", "pk")


class MediaQuerySet(QuerySet):
    """People are seen on photos: not for the municipality."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        return self.filter(event__program__organization__in=organizations_of(user, STAFF_ROLES))

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(event__program__organization__in=managed)


class RoadmapItemQuerySet(ProgramPartQuerySet):
    def overdue(self, day):
        return self.filter(done_on=None, due_on__lt=day)

    def of_stage(self, code):
        return self.filter(stage=code)

    def upcoming(self, day):
        return self.filter(done_on=None, due_on__gte=day).order_by("due_on", "position")

    def in_order(self):
        return self.select_related("section").order_by(
            F("section__position").asc(nulls_last=True), "position"
        )


class RoadmapFileQuerySet(QuerySet):
    """Papers follow the rows that they prove."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        below = Q(item__program__organization__parent__in=organizations_of(user, [Role.MUNICIPAL]))
        school = Q(item__program__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | below)

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(item__program__organization__in=managed)
