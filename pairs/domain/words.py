"""What two free texts have in common: stems of words, school subjects told by their kin."""

import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from pairs.domain.thesaurus import STOP_WORDS, SUBJECTS, SYNONYMS, WEAK_WORDS

TEXTS_REMEMBERED = 20_000

_WORD = re.compile(r"[a-zа-я0-9]+(?:[+#]+)?")
_PHRASE = re.compile(r"[^,;.\n•|/]+")
_STOP = frozenset(STOP_WORDS.split())
_STEMMER = snowballstemmer.stemmer("russian")


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def _stems(text: str) -> list[str]:
    words = _WORD.findall(text.casefold().replace("ё", "е"))
    return [_stem(word) for word in words if not word.isdigit() and word not in _STOP]


def _kin() -> dict[tuple[str, ...], str]:
    """A stem, or a run of them, to the first stem of its line."""
    found: dict[tuple[str, ...], str] = {}
    for line in SYNONYMS:
        entries = [tuple(_stems(entry)) for entry in line.replace("-", "_").split()]
        for entry in entries:
            found.setdefault(entry, entries[0][0])
    return found


_KIN = _kin()
_WEAK = frozenset(_KIN.get((stem,), stem) for stem in _stems(WEAK_WORDS))


def _read(stems: list[str]) -> Iterator[str]:
    """Concepts in their order; a known phrase of two words is one concept."""
    start = 0
    while start < len(stems):
        pair, one = tuple(stems[start : start + 2]), stems[start]
        if len(pair) == 2 and pair in _KIN:
            yield _KIN[pair]
            start += 2
            continue
        if len(one) > 1:
            yield _KIN.get((one,), one)
        start += 1


@lru_cache(maxsize=TEXTS_REMEMBERED)
def offered(text: str) -> frozenset[str]:
    """Everything a text names."""
    parts = _PHRASE.findall(text)
    return frozenset(concept for part in parts for concept in _read(_stems(part)))


_SUBJECTS = frozenset().union(*(offered(word.replace("_", " ")) for word in SUBJECTS.split()))


@lru_cache(maxsize=TEXTS_REMEMBERED)
def wanted(text: str) -> frozenset[str]:
    """What a text asks for: telling words, or the common ones when it has no others."""
    every = offered(text)
    return every - _WEAK or every


@lru_cache(maxsize=TEXTS_REMEMBERED)
def subjects(text: str) -> frozenset[str]:
    """School subjects that a text names: «учитель алгебры» – математика."""
    return offered(text) & _SUBJECTS


def phrases_about(text: str, concepts: frozenset[str]) -> list[str]:
    """The parts of a list-like text that name any of the concepts, as they are written."""
    parts = (" ".join(part.split()) for part in _PHRASE.findall(text))
    return list(dict.fromkeys(part for part in parts if offered(part) & concepts))


def folded(tags: frozenset[str]) -> frozenset[str]:
    """Tags as they are compared: without «#», case and «ё»."""
    return frozenset(tag.strip(" #").casefold().replace("ё", "е") for tag in tags) - {""}
