"""Who may see people. A municipal coordinator sees figures and papers, never personal cards."""

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Sum, TextField
from django.db.models.functions import Cast, Coalesce

from mentoring_portal.shared.names import name_key
from participants.domain.selection import HELD_BACK
from participants.enums import ParticipantStatus
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.querysets import SchoolOnlyQuerySet, organizations_of

# Pairs live above this app and are known here by the codes of their states: those of an order.
ORDERED = ("active", "paused", "completed", "terminated", "parted")


class PersonQuerySet(QuerySet):
    def visible_to(self, user):
        """Everyone of the school for its staff; oneself for everybody else."""
        if not user.is_authenticated:
            return self.none()
        school = Q(organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(user=user))

    def editable_by(self, user):
        """An erased person is a number: nothing is written about it again."""
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(organization__in=managed, erased_on=None)

    def of_user(self, user):
        return self.filter(user=user)

    def with_cards(self):
        """Everything a person's card shows, in a constant number of queries."""
        return self.select_related("organization", "user").prefetch_related(
            "occupations", "consents", "mentors__program", "mentees__program", "assignments"
        )


class ParticipantQuerySet(QuerySet):
    """Mentors and mentees of a program."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        school = Q(program__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(person__user=user))

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(program__organization__in=managed, person__erased_on=None)

    def with_cards(self):
        """Everything a participant's card shows."""
        return self.select_related("person", "program__organization").prefetch_related(
            "tags", "person__occupations"
        )

    def of_program(self, program):
        return self.filter(program=program)

    def of_same_person(self, row):
        """This row and those of the person's other years in the school, the newest year first."""
        own = self.filter(person=row.person_id, program__organization=row.program.organization_id)
        return own.select_related("program").order_by("-program__start_year", "-pk")

    def approved(self):
        """People of the registry: those who may be paired."""
        return self.filter(status=ParticipantStatus.APPROVED)

    def pairable(self, *, with_candidates=False):
        """The registry; for a script that has nobody to click, the candidates, too."""
        statuses = [ParticipantStatus.APPROVED]
        if with_candidates:
            statuses.append(ParticipantStatus.CANDIDATE)
        return self.filter(status__in=statuses)

    def candidates(self):
        return self.filter(status=ParticipantStatus.CANDIDATE)

    def in_base(self):
        """Without those who were declined or left."""
        out = (ParticipantStatus.DECLINED, ParticipantStatus.WITHDRAWN)
        return self.exclude(status__in=out)

    def by_name(self):
        return self.select_related("person").order_by("person__name_key", "pk")

    def search(self, text):
        """Every word of ``text`` in the name or in the searched columns, in any case."""
        found = self
        for word in name_key(text).split():
            found = found.filter(Q(person__name_key__contains=word) | Q(search_key__contains=word))
        return found


class TagQuerySet(QuerySet):
    def used_in(self, participants):
        """Tags that at least one of ``participants`` (mentors or mentees) holds."""
        model = participants.model
        rows = participants.order_by().values("pk")
        links = model.tags.through.objects.filter(**{f"{model._meta.model_name}__in": rows})
        return self.filter(pk__in=links.values("tag"))


class MentorQuerySet(ParticipantQuerySet):
    def with_places(self):
        """``taken``: mentees in open pairs. The relation comes from above, by its name only."""
        taken = Count("pairs__members", filter=Q(pairs__members__is_open=True))
        return self.annotate(taken=taken)

    def with_free_places(self):
        return self.with_places().filter(taken__lt=F("max_mentees"))

    def pairable(self, *, with_candidates=False):
        """No candidate whom the commission has put off or declined."""
        held = Q(status=ParticipantStatus.CANDIDATE, selection__decision__in=HELD_BACK)
        return super().pairable(with_candidates=with_candidates).exclude(held)

    def in_selection(self):
        """Those whom the commission judges or has judged."""
        return self.exclude(status=ParticipantStatus.WITHDRAWN)

    def with_points(self):
        """``points``: the sum by all criteria."""
        return self.annotate(points=Coalesce(Sum("selection__marks__points"), 0))

    def with_pair_start(self):
        """``paired_on``: the first day of a pair that an order has fixed.

        The relation comes from above, by its name only, as do the codes of its states.
        """
        ordered = Q(pairs__status__in=ORDERED)
        return self.annotate(paired_on=Min("pairs__starts_on", filter=ordered))

    def of_form(self, form):
        """Mentors of ``form``, and those of any form. SQLite cannot look inside a JSON list."""
        listed = self.annotate(forms_text=Cast("forms", TextField()))
        return listed.filter(Q(forms_text__contains=f'"{form}"') | Q(forms=[]))


class ConsentQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        school = Q(person__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(person__user=user))

    def editable_by(self, user):
        return self.filter(person__organization__in=organizations_of(user, MANAGER_ROLES))

    def in_force(self, day):
        """Signed by ``day``, not withdrawn by then and not expired."""
        not_withdrawn = Q(withdrawn_on=None) | Q(withdrawn_on__gt=day)
        not_expired = Q(valid_until=None) | Q(valid_until__gte=day)
        return self.filter(not_withdrawn & not_expired, signed_on__lte=day)

    def lets(self, kind, day):
        """``Exists`` for querysets of things with a ``person``: consent of ``kind`` in force."""
        return Exists(self.in_force(day).filter(person=OuterRef("person"), kind=kind))


class PersonPartQuerySet(QuerySet):
    """What hangs on ``person`` and only the school's staff may see."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        return self.filter(person__organization__in=organizations_of(user, STAFF_ROLES))

    def editable_by(self, user):
        return self.filter(person__organization__in=organizations_of(user, MANAGER_ROLES))

    def in_force(self, day):
        not_over = Q(valid_until=None) | Q(valid_until__gte=day)
        return self.filter(not_over, issued_on__lte=day)


class RepresentativeQuerySet(QuerySet):
    def visible_to(self, user):
        """The staff; the child and the representative see who represents the child."""
        if not user.is_authenticated:
            return self.none()
        school = Q(child__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(child__user=user) | Q(person__user=user))

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(child__organization__in=managed, child__erased_on=None)


class AttendanceQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        school = organizations_of(user, STAFF_ROLES)
        return self.filter(event__program__organization__in=school)

    def by_name(self):
        return self.select_related("person").order_by("person__name_key", "pk")

    def of_person(self, person):
        return self.filter(person=person).select_related("event").order_by("-event__starts_on")


class AssignmentQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        return self.filter(organization__in=organizations_of(user, STAFF_ROLES))

    def editable_by(self, user):
        return self.filter(organization__in=organizations_of(user, MANAGER_ROLES))

    def in_force(self, day):
        started = Q(starts_on=None) | Q(starts_on__lte=day)
        not_over = Q(ends_on=None) | Q(ends_on__gte=day)
        return self.filter(started & not_over)

    def over(self, day):
        return self.filter(ends_on__lt=day).select_related("person")

    def of_organization(self, organization):
        return self.filter(organization=organization).select_related("person")

    def holder(self, organization, role, day):
        """The newest assignment of ``role`` in force on ``day``, or None."""
        held = self.in_force(day).filter(organization=organization, role=role)
        return held.select_related("person").order_by("-starts_on", "-pk").first()


class ImportBatchQuerySet(SchoolOnlyQuerySet):
    def recent(self):
        """The last uploads, newest first."""
        return self.select_related("created_by").order_by("-pk")[:10]
