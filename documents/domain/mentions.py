"""Whom a paper names: «Соколова Анна Игоревна», «Соколовой А. И.», «А. И. Соколова», in any case.

A word is compared by its beginning, so that Russian endings do not matter. Where several people fit
the same words, those whom the paper is about win; a namesake elsewhere in the school is not named.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mentoring_portal.shared.names import name_key

WORD = re.compile(r"[\w-]+")
PATRONYMIC = re.compile(r"(вич|ьич|мич|кич|вн|ичн)[а-я]{0,2}$")
# Between two texts of a page.
GAP = ""
INDEXED = 2


@dataclass(frozen=True)
class Name:
    """A person who may be named."""

    person: int
    last: str
    first: str
    patronymic: str = ""


Index = Mapping[str, Sequence[Name]]


def words(snapshot: Any) -> list[str]:
    """The words of a stored page in their order, with gaps between its texts."""
    found: list[str] = []
    for text in texts(snapshot):
        found += [*WORD.findall(name_key(text)), GAP]
    return found


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def indexed(names: Iterable[Name]) -> Index:
    """The names by the beginnings of surnames, made once for many papers."""
    index = defaultdict(list)
    for name in names:
        index[key(name.last)[:INDEXED]].append(name)
    return index


def people_named(page: Sequence[str], index: Index, rank: Callable[[int], int]) -> set[int]:
    """Ids of the people whom the words of ``page`` name.

    Of several who fit, those of the least rank are meant, and of them those whose surname stands
    there letter for letter.
    """
    found: set[int] = set()
    for place, word in enumerate(page):
        if word[:INDEXED] in index:
            fitted = fitting(page, place, index[word[:INDEXED]])
            weights = [(rank(name.person), word != key(name.last)) for name in fitted]
            least = min(weights, default=None)
            found |= {
                name.person for name, weight in zip(fitted, weights, strict=True) if weight == least
            }
    return found


def fitting(page: Sequence[str], place: int, names: Iterable[Name]) -> list[Name]:
    """Those of ``names`` whose surname stands at ``place`` with their given names beside it.

    They may follow in cells of their own; before the surname they stand in the same text.
    """
    after = [word for word in page[place + 1 : place + 5] if word != GAP][:2]
    before = page[max(place - 2, 0) : place]
    if GAP in before:
        before = before[-1:] if before[-1] != GAP else []
    return [
        name
        for name in names
        if begins(page[place], name.last, least=INDEXED)
        and any(fits(given, name) for given in (after, before, before[-1:]))
    ]


def fits(given: Sequence[str], name: Name) -> bool:
    """Both initials, the given name with the patronymic, or the given name alone."""
    first, second = [*given, GAP, GAP][:2]
    own_first, own_second = key(name.first), key(name.patronymic)
    if len(first) == 1:
        return bool(own_second) and (first, second) == (own_first[:1], own_second[:1])
    if not begins(first, name.first):
        return False
    other_patronymic = own_second and PATRONYMIC.search(second)
    return not other_patronymic or begins(second, name.patronymic)


def says(page: Sequence[str], phrase: str) -> bool:
    """Whether the words of ``phrase`` stand in ``page`` one after another, in any case."""
    parts = WORD.findall(name_key(phrase))
    return bool(parts) and any(
        all(begins(word, part) for word, part in zip(page[place:], parts, strict=False))
        for place in range(len(page) - len(parts) + 1)
        if begins(page[place], parts[0])
    )


def begins(word: str, whole: str, least: int = 1) -> bool:
    """Whether ``word`` is some case of ``whole``: the two last letters may be others."""
    stem = key(whole)
    return word.startswith(stem[: max(least, len(stem) - 2)]) if stem else False


@lru_cache(maxsize=10_000)
def key(text: str) -> str:
    return name_key(text).replace(" ", "")
