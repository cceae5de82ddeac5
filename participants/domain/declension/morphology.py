"""The only door to pymorphy3; its dictionary is read when the first word is asked for."""

from functools import cache
from itertools import chain

from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]
from pymorphy3.analyzer import Parse as Reading  # type: ignore[import-untyped]


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer()


@cache
def _nominatives(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as a nominative; plural only where it is no genitive too."""
    readings = _analyzer().parse(word)
    singular = [reading for reading in readings if {"nomn", "sing"} in reading.tag]
    genitive = any({"gent", "sing"} in reading.tag for reading in readings)
    plural = (
        []
        if singular or genitive
        else [reading for reading in readings if {"nomn", "plur"} in reading.tag]
    )
    return tuple(singular or plural)


def noun(word: str) -> Reading | None:
    """The word as a nominative noun, a person rather than a thing."""
    nouns = [reading for reading in _nominatives(word) if "NOUN" in reading.tag]
    return next(chain((reading for reading in nouns if "anim" in reading.tag), nouns), None)


def person(word: str) -> Reading | None:
    reading = noun(word)
    return reading if reading and "anim" in reading.tag else None


def adjective(word: str) -> Reading | None:
    return next(
        (reading for reading in _nominatives(word) if reading.tag.POS in {"ADJF", "PRTF"}), None
    )


def agree(left: Reading, right: Reading | None) -> bool:
    if right is None or left.tag.number != right.tag.number:
        return False
    same = left.tag.gender == right.tag.gender or "ms-f" in right.tag or "GNdr" in right.tag
    return same or left.tag.number == "plur"


def is_genitive(word: str) -> bool:
    return any({"gent", "sing"} in reading.tag for reading in _analyzer().parse(word))


def may_depend(word: str) -> bool:
    """Written as a genitive that follows a head: «депутат городской думы», «наладчик станков»."""
    readings = _analyzer().parse(word)
    return any({"ADJF", "gent"} in reading.tag for reading in readings) or any(
        "Surn" in reading.tag for reading in readings if reading == person(word)
    )


def is_adverb(word: str) -> bool:
    return any("ADVB" in reading.tag for reading in _analyzer().parse(word))


def is_known(word: str) -> bool:
    return bool(_analyzer().word_is_known(word))


def inflect(reading: Reading, case: str) -> str:
    """A post is held by a person, so a masculine accusative is always the genitive."""
    as_genitive = (
        "femn" not in reading.tag and "ms-f" not in reading.tag and "neut" not in reading.tag
    )
    wanted = "gent" if case == "accs" and as_genitive else case
    changed = reading.inflect({wanted, reading.tag.number})
    return str(changed.word) if changed else str(reading.word)
