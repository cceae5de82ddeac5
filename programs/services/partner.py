"""Partner organizations of a school and the agreements with them."""

from django.core.exceptions import ValidationError
from django.db import transaction

from programs.models import Partner
from programs.services import journal


@transaction.atomic
def save_partner(*, partner: Partner, by) -> Partner:
    """Keep a new or changed partner. An agreement without its date is refused."""
    action = "partner.change" if partner.pk else "partner.create"
    if (partner.agreement_number or partner.agreement_until) and not partner.agreement_on:
        raise ValidationError("Впишите дату соглашения.")
    partner.full_clean()
    partner.save()
    record(action, partner, by)
    return partner


@transaction.atomic
def delete_partner(*, partner: Partner, by) -> None:
    record("partner.delete", partner, by)
    partner.delete()


def record(action: str, partner: Partner, by) -> None:
    journal.record(by=by, action=action, obj=partner, organization=partner.organization)
