"""When two records are one person: one record or a question, never a silent double.

Names are compared without case, spaces, ё/е, hyphens and Latin look-alikes. Full names that agree
are one person unless their years of birth differ; initials, a missing patronymic or a missing year
on one side make it a question for the curator.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from mentoring_portal.shared.names import LOOKALIKES

MOST_CANDIDATES = 50

_PLAIN = re.compile(r"[а-я]*\n[а-я]*\n[а-я]*")
_PUNCTUATION = re.compile(r"[\W_]+")


class Same(Enum):
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class NameKey(NamedTuple):
    last: str
    first: str = ""
    patronymic: str = ""


@dataclass(frozen=True)
class Identity:
    """What is compared: a name key with what is known of the birth."""

    key: NameKey
    birth_year: int | None = None
    birth_date: date | None = None

    @property
    def year(self) -> int | None:
        return self.birth_date.year if self.birth_date else self.birth_year


def name_key(last: str, first: str, patronymic: str = "") -> NameKey:
    """The spelling-proof name; initials stay single letters."""
    plain = f"{last}\n{first}\n{patronymic}".casefold().replace("ё", "е")
    if not _PLAIN.fullmatch(plain):
        plain = "\n".join(_plain(part) for part in (last, first, patronymic))
    return NameKey(*plain.split("\n"))


def _plain(part: str) -> str:
    part = part.translate(LOOKALIKES).casefold().replace("ё", "е")
    return _PUNCTUATION.sub(" ", part).strip()


def identity(
    last: str,
    first: str,
    patronymic: str = "",
    birth_year: int | None = None,
    birth_date: date | None = None,
) -> Identity:
    return Identity(name_key(last, first, patronymic), birth_year, birth_date)


def same_person(one: Identity, other: Identity) -> Same:
    names = _same_names(one.key, other.key)
    if names is Same.NO:
        return Same.NO
    births = _same_births(one, other)
    if births is Same.NO or names is births:
        return births
    return Same.MAYBE


def _same_names(one: NameKey, other: NameKey) -> Same:
    if one == other or " ".join(one).split() == " ".join(other).split():
        return Same.MAYBE if len(one.first) <= 1 else Same.YES
    if one.last != other.last:
        return Same.NO
    parts = (_same_parts(one.first, other.first), _same_parts(one.patronymic, other.patronymic))
    return Same.NO if Same.NO in parts else Same.MAYBE


def _same_parts(one: str, other: str) -> Same:
    """An initial or an empty place may be anything that begins with it."""
    if one == other:
        return Same.YES
    shorter, longer = sorted((one, other), key=len)
    return Same.MAYBE if len(shorter) <= 1 and longer.startswith(shorter) else Same.NO


def _same_births(one: Identity, other: Identity) -> Same:
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        return Same.MAYBE if one.year == other.year else Same.NO
    if one.year == other.year:
        return Same.YES
    if one.year is None or other.year is None:
        return Same.MAYBE
    # An age turned into a year may miss by one.
    return Same.MAYBE if abs(one.year - other.year) == 1 else Same.NO


class Match(NamedTuple):
    same: Same
    reference: Any = None


class PeopleIndex:
    """People found by their names: recognizing thousands of rows compares only neighbors."""

    def __init__(self, people: Iterable[tuple[Identity, Any]] = ()) -> None:
        self._sure: dict[tuple[str, int | None], list[tuple[Identity, Any]]] = {}
        self._near: dict[tuple[str, str], list[tuple[Identity, Any]]] = {}
        for person, reference in people:
            self.add(person, reference)

    def add(self, person: Identity, reference: Any) -> None:
        entry = (person, reference)
        self._sure.setdefault(_whole(person), []).append(entry)
        self._near.setdefault(_block(person.key), []).append(entry)

    def find(self, person: Identity) -> Match:
        """The surest match, the earliest of equals."""
        for known, reference in self._sure.get(_whole(person), ())[:MOST_CANDIDATES]:
            if same_person(person, known) is Same.YES:
                return Match(Same.YES, reference)
        for known, reference in self._near.get(_block(person.key), ())[:MOST_CANDIDATES]:
            if same_person(person, known) is Same.MAYBE:
                return Match(Same.MAYBE, reference)
        return Match(Same.NO)


def _whole(person: Identity) -> tuple[str, int | None]:
    return " ".join(person.key).strip(), person.year


def _block(key: NameKey) -> tuple[str, str]:
    """The first word and the next letter: equal for all spellings and initials of one name."""
    first, _space, rest = " ".join(key).strip().partition(" ")
    return first, rest.lstrip()[:1]
