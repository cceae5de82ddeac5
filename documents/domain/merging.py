"""A text that the curator has edited, brought up to date where the portal words it anew.

Three texts are compared word by word: what the portal wrote when the curator began to type, what
the curator made of it and what the portal writes now. Words added by hand and a day that has moved
elsewhere both come true; where both have changed the same words, the curator's text stands whole
and the clash is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s*\S+|\s+$")
NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Hunk:
    """``words`` stand in place of those from ``start`` to ``end``."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """What the portal had written with the words around, and what it writes now."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Merged:
    text: str
    clashes: tuple[Clash, ...] = ()


def merged(base: str, own: str, now: str) -> Merged:
    """``own`` with what has changed between ``base`` and ``now``."""
    if base == now:
        return Merged(own)
    words = split(base)
    mine, theirs = list(hunks(words, split(own))), list(hunks(words, split(now)))
    theirs = [hunk for hunk in theirs if hunk not in mine]
    clashing = [hunk for hunk in theirs if any(touch(hunk, other) for other in mine)]
    if clashing:
        return Merged(own, tuple(clash(words, hunk) for hunk in clashing))
    marked = [(hunk.start, hunk.end, 0, hunk) for hunk in theirs]
    marked += [(hunk.start, hunk.end, 1, hunk) for hunk in mine]
    ordered = [hunk for *_place, hunk in sorted(marked, key=lambda item: item[:3])]
    return Merged("".join(applied(words, ordered)))


def split(text: str) -> list[str]:
    """Words with the space before each: a line added at the end leaves the others as they were."""
    return WORD.findall(text)


def hunks(base: Sequence[str], other: Sequence[str]) -> Iterator[Hunk]:
    """A common space typed for a bound one is no change."""
    plain, changed = ([word.replace(NBSP, " ") for word in words] for words in (base, other))
    steps = SequenceMatcher(None, plain, changed, autojunk=False).get_opcodes()
    for tag, start, end, first, last in steps:
        if tag != "equal":
            yield Hunk(start, end, tuple(other[first:last]))


def touch(one: Hunk, other: Hunk) -> bool:
    """They share words, or one puts words into the midst of those that the other replaces."""
    return max(one.start, other.start) < min(one.end, other.end) or any(
        outer.start < inner.start == inner.end < outer.end
        for outer, inner in ((one, other), (other, one))
    )


def clash(words: Sequence[str], hunk: Hunk) -> Clash:
    head, tail = words[max(hunk.start - 1, 0) : hunk.start], words[hunk.end : hunk.end + 1]
    before = "".join((*head, *words[hunk.start : hunk.end], *tail))
    return Clash(before.strip(), "".join((*head, *hunk.words, *tail)).strip())


def applied(words: Sequence[str], ordered: Sequence[Hunk]) -> Iterator[str]:
    place = 0
    for hunk in ordered:
        yield from words[place : hunk.start]
        yield from hunk.words
        place = hunk.end
    yield from words[place:]
