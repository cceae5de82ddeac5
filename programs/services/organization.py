"""What the heads of papers and the public page say about an organization."""

from django.db import transaction

from programs.models import Organization
from programs.services import journal


@transaction.atomic
def save_organization(*, organization: Organization, by) -> None:
    organization.save()
    journal.record(by=by, action="organization.change", obj=organization, organization=organization)
