"""From which day to which a mentee is of a group: nothing about them happens on other days."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from mentoring_portal.shared.dates import short_date
from pairs.models import PairMember


def ensure_joined(member: PairMember, day: date) -> None:
    if member.joined_on and day < member.joined_on:
        _refuse(member, f"в группе с {short_date(member.joined_on)}")


def ensure_none_after(members: Iterable[PairMember], day: date) -> None:
    """A pair ends no earlier than the last of its people joined or left it."""
    for member in members:
        ensure_joined(member, day)
        if member.left_on and day < member.left_on:
            _refuse(member, f"в группе до {short_date(member.left_on)}")


def ensure_no_overlap(earlier: Iterable[PairMember], day: date) -> None:
    """Whoever left may come back on the same day, not before it."""
    for member in earlier:
        if member.left_on and day < member.left_on:
            _refuse(member, f"уже в этой группе до {short_date(member.left_on)}")


def first_move(members: Iterable[PairMember]) -> date | None:
    """When the pair first changed its people."""
    days = [day for member in members for day in (member.joined_on, member.left_on) if day]
    return min(days, default=None)


def _refuse(member: PairMember, words: str) -> None:
    name = member.mentee.person.short_name
    text = f"{name} – {words}. Укажите этот день или более поздний."
    raise ValidationError({"day": text})
