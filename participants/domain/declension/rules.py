"""A table of endings: the first row that fits the sex and the word gives all five oblique forms."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from participants.domain.declension.cases import OBLIQUE, Sex


class Rule(NamedTuple):
    sexes: str
    fits: re.Pattern[str]
    cut: int
    endings: tuple[str, ...]


def rule(sexes: str, pattern: str, cut: int = 0, endings: str = "") -> Rule:
    """Cut so many letters off, add one of five endings; no endings: the word never changes."""
    return Rule(sexes, re.compile(pattern), cut, tuple(endings.split()) or ("",) * len(OBLIQUE))


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def one_of(listed: Iterable[str]) -> str:
    return rf"^(?:{'|'.join(sorted(listed))})$"


def inflect(word: str, sex: Sex, case: str, table: Iterable[Rule]) -> str | None:
    for row in table:
        if sex in row.sexes and row.fits.search(word):
            return word[: len(word) - row.cut] + row.endings[OBLIQUE.index(case)]
    return None
