"""Who sees choices of group meetings and talks without a pair."""

from django.db.models import Q, QuerySet

from mentoring_portal.shared.names import name_key
from pairs.enums import EncounterKind
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.querysets import SchoolOnlyQuerySet, organizations_of


class ChoiceQuerySet(QuerySet):
    """Whom somebody chose is for the staff's eyes; one's own choice the cabinet asks by side."""

    def visible_to(self, user):
        if not user.is_authenticated:
            return self.none()
        return self.filter(event__program__organization__in=organizations_of(user, STAFF_ROLES))

    def of_event(self, event):
        return self.filter(event=event)


class EncounterQuerySet(SchoolOnlyQuerySet):
    def visible_to(self, user):
        """The school's for its staff, own ones for a mentor; a mentee has no page of them."""
        if not user.is_authenticated:
            return self.none()
        school = Q(program__organization__in=organizations_of(user, STAFF_ROLES))
        return self.filter(school | Q(mentor__person__user=user))

    def recordable_by(self, user):
        """A manager corrects any of them, a mentor one's own situational talks."""
        managed = Q(program__organization__in=organizations_of(user, MANAGER_ROLES))
        own = Q(mentor__person__user=user, kind=EncounterKind.SITUATIONAL)
        return self.filter(managed | own)

    def of_event(self, event):
        return self.filter(event=event)

    def of_mentor(self, user):
        return self.filter(mentor__person__user=user)

    def situational(self):
        return self.filter(kind=EncounterKind.SITUATIONAL)

    def held(self):
        """Talks that took place: a line of a schedule is a plan until somebody ticks it."""
        return self.filter(is_held=True)

    def named(self, text):
        """Somebody of the two has ``text`` inside the name."""
        key = name_key(text)
        mentor = Q(mentor__person__name_key__contains=key)
        return self.filter(mentor | Q(mentee__person__name_key__contains=key))

    def with_people(self):
        return self.select_related("mentor__person", "mentee__person", "event", "program")
