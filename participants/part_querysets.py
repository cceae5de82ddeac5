"""What the school finds out about a mentee or a mentor: for its staff only."""

from django.db.models import QuerySet

from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.querysets import organizations_of


class MenteePartQuerySet(QuerySet):
    """What the staff finds out about a mentee: not for mentors, not for the municipality."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        school = organizations_of(user, STAFF_ROLES)
        return self.filter(mentee__program__organization__in=school)

    def editable_by(self, user):
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(mentee__program__organization__in=managed)

    def of_mentee(self, mentee):
        return self.filter(mentee=mentee)


class MentorPartQuerySet(QuerySet):
    """What the school notes about a mentor: for its staff only."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        school = organizations_of(user, STAFF_ROLES)
        return self.filter(mentor__program__organization__in=school)

    def editable_by(self, user):
        """An erased mentor is a number: nothing is written about it again."""
        managed = organizations_of(user, MANAGER_ROLES)
        return self.filter(
            mentor__program__organization__in=managed, mentor__person__erased_on=None
        )

    def of_mentor(self, mentor):
        return self.filter(mentor=mentor)
