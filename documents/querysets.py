"""Who sees papers."""

from django.db.models import Q, QuerySet

from documents.enums import DocumentStatus
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role
from programs.querysets import organizations_of


class DocumentQuerySet(QuerySet):
    def visible_to(self, user):
        """All papers for the staff; reports of its schools for the municipality.

        Orders name children, so the municipality gets figures and no orders.
        """
        if not user.is_authenticated:
            return self.none()
        school = Q(program__organization__in=organizations_of(user, STAFF_ROLES))
        below = Q(
            program__organization__parent__in=organizations_of(user, [Role.MUNICIPAL]),
            report__isnull=False,
            status=DocumentStatus.REGISTERED,
        )
        return self.filter(school | below)

    def of_program(self, program):
        return self.filter(program=program)

    def reports(self):
        return self.filter(report__isnull=False).select_related("report")

    def editable_by(self, user):
        return self.filter(program__organization__in=organizations_of(user, MANAGER_ROLES))

    def published(self):
        """Papers that stand on the public page: put there on purpose and registered."""
        return self.filter(is_public=True, status=DocumentStatus.REGISTERED)

    def registered(self):
        return self.filter(status=DocumentStatus.REGISTERED)
