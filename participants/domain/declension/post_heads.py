"""The head of a post, its leading adjectives and its noun, from a table or else the dictionary.

The table holds frequent school posts checked by hand: most orders never read the dictionary.
"""

import re
from functools import cache
from pathlib import Path

from participants.domain.declension import morphology
from participants.domain.declension.cases import OBLIQUE
from participants.domain.declension.rules import word_set
from participants.domain.declension.surnames import surname

# Endings no person in the nominative singular has; such words are not looked up.
_NEVER_PERSON = re.compile(r"(?:[уюоеыи]|[ыи]х|ия)$")
# First halves of compound posts that do not change.
_FROZEN_PARTS = word_set(
    "арт бизнес веб вице контент медиа обер онлайн пиар пресс топ фитнес шеф штаб экс"
)

_LONGEST = 2


@cache
def _heads() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("post_heads.psv").read_text(encoding="utf-8")
    rows = (line.split("|") for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: dict(zip(OBLIQUE, row[1:], strict=True)) for row in rows}


def stored_head(words: list[str], case: str) -> list[str]:
    """The declined words of the longest stored head the lower-case words begin with, or nothing."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        found = _heads().get(" ".join(words[:length]))
        if found:
            return [*found[case].split(" "), *_apposition(words[length:], case)]
    return []


def begins_with_person(words: list[str]) -> bool:
    """«учитель химии и заведующий кабинетом» goes on with a person, «химии и биологии» does not."""
    word, following = words[0], words[1] if len(words) > 1 else ""
    if _NEVER_PERSON.search(word):
        return False
    adjective = morphology.adjective(word)
    if adjective is None or morphology.person(word):
        return morphology.person(word) is not None
    if morphology.agree(adjective, morphology.noun(following)):
        return morphology.person(following) is not None
    return not morphology.is_genitive(word)


def declined_head(words: list[str], case: str) -> list[str]:
    """Leading adjectives that agree with the next word, then the first noun («заведующий» too)."""
    word, *rest = words
    adjective = morphology.adjective(word)
    if adjective and rest and _agrees(adjective, rest[0]):
        return [morphology.inflect(adjective, case), *declined_head(rest, case)]
    return [_last_word(word, case), *_apposition(rest, case)]


def _apposition(rest: list[str], case: str) -> list[str]:
    """The second name of the same job, written without a hyphen: «врач педиатр»."""
    if not rest or _NEVER_PERSON.search(rest[0]) or morphology.may_depend(rest[0]):
        return []
    reading = morphology.person(rest[0])
    return [morphology.inflect(reading, case)] if reading else []


def _agrees(adjective: morphology.Reading, following: str) -> bool:
    return any(
        morphology.agree(adjective, reading)
        for reading in (morphology.noun(following), morphology.adjective(following))
    )


def _last_word(word: str, case: str) -> str:
    reading = morphology.noun(word) or morphology.adjective(word)
    if "-" not in word or morphology.is_known(word):
        return morphology.inflect(reading, case) if reading else _unknown(word, case)
    *first, last = word.split("-")
    return "-".join([*(_first_half(half, case) for half in first), _last_word(last, case)])


def _first_half(half: str, case: str) -> str:
    reading = None if half in _FROZEN_PARTS else morphology.person(half)
    return morphology.inflect(reading, case) if reading else half


def _unknown(word: str, case: str) -> str:
    """A loan word («коуч») declines as a surname; a known word without a nominative is no head."""
    return word if morphology.is_known(word) else surname(word, "m", case)
