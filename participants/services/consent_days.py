"""The days of consents checked against the people who gave them."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from participants.domain.consent_days import Birth, refusals
from participants.models import Person


def faults(people: Iterable[Person], signed_on: date, valid_until: date | None) -> dict[str, str]:
    """Field → what is wrong with its day, for a form."""
    births = [Birth(row.short_name, row.birth_year, row.birth_date) for row in people]
    return refusals(signed_on, valid_until, births)


def ensure_days(people: Iterable[Person], signed_on: date, valid_until: date | None) -> None:
    if found := faults(people, signed_on, valid_until):
        raise ValidationError(dict(found))
