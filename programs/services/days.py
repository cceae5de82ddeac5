"""What is written down has happened: a day to come is refused."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

TO_COME = "Эта дата ещё не наступила."


def ensure_come(day: date, field: str = "day", advice: str = "") -> None:
    """Refused beside the ``field`` of the form, with what to write instead."""
    if day > timezone.localdate():
        raise ValidationError({field: f"{TO_COME} {advice}".strip()})
