"""Who sees papers; files that go with their rows."""

from functools import partial

from django.db import transaction
from django.db.models import F, Q, QuerySet

from documents.enums import FROZEN_STATUSES, DocumentStatus
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role
from programs.querysets import organizations_of


def seen_by(user, paper=""):
    """All papers for the staff; reports of its schools for the municipality.

    Orders name children, so the municipality gets figures and no orders. ``paper`` is the way to
    the document of what hangs on it: «document__».
    """
    school = {"program__organization__in": organizations_of(user, STAFF_ROLES)}
    below = {
        "program__organization__parent__in": organizations_of(user, [Role.MUNICIPAL]),
        "report__isnull": False,
        "status": DocumentStatus.REGISTERED,
    }
    return Q(**prefixed(school, paper)) | Q(**prefixed(below, paper))


def prefixed(conditions, prefix):
    return {f"{prefix}{key}": value for key, value in conditions.items()}


class DocumentQuerySet(QuerySet):
    def visible_to(self, user):
        return self.filter(seen_by(user)) if user.is_authenticated else self.none()

    def of_program(self, program):
        return self.filter(program=program)

    def of_organization(self, organization):
        return self.filter(organization=organization)

    def reports(self):
        return self.filter(report__isnull=False).select_related("report")

    def editable_by(self, user):
        return self.filter(program__organization__in=organizations_of(user, MANAGER_ROLES))

    def published(self):
        """Papers that stand on the public page: put there on purpose and registered."""
        return self.filter(is_public=True, status=DocumentStatus.REGISTERED)

    def registered(self):
        return self.filter(status=DocumentStatus.REGISTERED)

    def waiting(self):
        """Papers that wait for the director's signature, the oldest first."""
        return self.filter(status=DocumentStatus.AGREED).order_by("pk")

    def drafts_first(self):
        return self.order_by(F("date").desc(nulls_first=True), "-pk")

    def of_journal(self, journal, year):
        """Everything that was ever registered in a journal within a calendar year, by number."""
        frozen = self.filter(journal=journal, date__year=year, status__in=FROZEN_STATUSES)
        return frozen.order_by("number", "date", "pk")


class AttachmentQuerySet(QuerySet):
    def delete(self):
        """The rows now, their files once the rows are surely gone."""
        stored = [(row.file.storage, row.file.name) for row in self]
        gone = super().delete()
        for storage, name in stored:
            transaction.on_commit(partial(storage.delete, name), robust=True)
        return gone

    delete.alters_data = True
    delete.queryset_only = True


class ScanQuerySet(QuerySet):
    """Scans follow the papers that they show."""

    def visible_to(self, user):
        return self.filter(seen_by(user, "document__")) if user.is_authenticated else self.none()
