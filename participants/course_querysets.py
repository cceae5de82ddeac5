"""Who sees the School of mentors: the staff, and a mentor his own training."""

from django.db.models import Count, Q, QuerySet, Sum

from participants.enums import CourseResult
from participants.part_querysets import MentorPartQuerySet
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.querysets import SchoolOnlyQuerySet, organizations_of


class CourseQuerySet(SchoolOnlyQuerySet):
    def with_school(self):
        return self.select_related("program__organization")

    def with_totals(self):
        """Lessons, their hours, mentors and those who have passed, each in its own query part."""
        return self.annotate(
            lessons=Count("sessions", distinct=True),
            learners=Count("trainings", distinct=True),
            passed=Count(
                "trainings", filter=Q(trainings__result=CourseResult.PASSED), distinct=True
            ),
        )


class CourseSessionQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        school = organizations_of(user, STAFF_ROLES)
        return self.filter(course__program__organization__in=school)

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(course__program__organization__in=managed)

    def in_order(self):
        return self.select_related("event").order_by(
            "event__starts_on", "event__starts_at", "event__pk"
        )

    def with_marks(self):
        """``came``: how many people are marked; ``files``: how many files the event has."""
        return self.annotate(
            came=Count("event__attendances", distinct=True),
            files=Count("event__media", distinct=True),
        )

    def hours_of(self):
        """Course → academic hours."""
        return dict(self.order_by().values_list("course").annotate(Sum("hours")))


class TrainingQuerySet(MentorPartQuerySet):
    def visible_to(self, user):
        """The staff of the school; a mentor his own."""
        if not user.is_authenticated:
            return self.none()
        school = Q(mentor__program__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(mentor__person__user=user))

    def with_mentors(self):
        return self.select_related("mentor__person")

    def by_name(self):
        return self.with_mentors().order_by("mentor__person__name_key", "mentor__pk")

    def passed(self):
        return self.filter(result=CourseResult.PASSED)

    def of_person(self, person):
        rows = self.filter(mentor__person=person).select_related("course__program__organization")
        return rows.order_by("-course__program__start_year", "pk")
