"""Rows of an uploaded roadmap found again among the rows that the program already has."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from programs.domain.roadmap_rows import number_key
from programs.domain.roadmap_shape import ItemRow

ALIKE, COMPARED = 0.8, 150  # share of common letters, letters that are compared


@dataclass(frozen=True)
class KnownRow:
    """A row of the program; ``touched`` when it bears a mark of completion or a file."""

    pk: int
    number: str
    title: str
    touched: bool


@dataclass(frozen=True)
class Merge:
    """``matches`` leads from the index of a file's row to the row that it repeats."""

    known: tuple[KnownRow, ...]
    matches: dict[int, KnownRow]

    @property
    def kept(self) -> list[KnownRow]:
        """Touched rows that the file does not name: they stay whatever is loaded."""
        found = {row.pk for row in self.matches.values()}
        return [row for row in self.known if row.touched and row.pk not in found]

    @property
    def marked(self) -> list[KnownRow]:
        """Touched rows of the file: their marks and files stay with them."""
        return [row for row in self.matches.values() if row.touched]

    @property
    def dropped(self) -> int:
        """How many untouched rows a replacement takes away because the file has no such rows."""
        found = {row.pk for row in self.matches.values()}
        return sum(not row.touched and row.pk not in found for row in self.known)


Key = Callable[[KnownRow | ItemRow], object]


def merged(known: Iterable[KnownRow], items: Sequence[ItemRow]) -> Merge:
    """By number and title; by a title that stands once on both sides; by number and likeness."""
    rows = tuple(known)
    once = unique_titles(rows) & unique_titles(items)
    matches = matched(rows, items, full_key, {})
    matches |= matched(rows, items, lambda row: title_key(row) in once and title_key(row), matches)
    matches |= reworded(rows, items, matches)
    return Merge(rows, matches)


def reworded(
    rows: Sequence[KnownRow], items: Sequence[ItemRow], taken: Mapping[int, KnownRow]
) -> dict[int, KnownRow]:
    """The same number over nearly the same words: a year or a word has been changed."""
    found = matched(rows, items, lambda row: number_key(row.number), taken)
    return {index: row for index, row in found.items() if alike(row, items[index])}


def alike(row: KnownRow, item: ItemRow) -> bool:
    """The quick upper bounds come first: most pairs with one number are simply different rows."""
    pair = SequenceMatcher(
        None, title_key(row)[:COMPARED], title_key(item)[:COMPARED], autojunk=False
    )
    shares = (pair.real_quick_ratio, pair.quick_ratio, pair.ratio)
    return all(share() >= ALIKE for share in shares)


def matched(
    rows: Sequence[KnownRow], items: Sequence[ItemRow], key_of: Key, taken: Mapping[int, KnownRow]
) -> dict[int, KnownRow]:
    """Pairs with the same key, each row once; an empty key pairs nothing."""
    used = {row.pk for row in taken.values()}
    free: dict[object, list[KnownRow]] = {}
    for row in rows:
        if row.pk not in used:
            free.setdefault(key_of(row), []).append(row)
    found = {}
    for index, item in enumerate(items):
        key = key_of(item)
        if index not in taken and key and free.get(key):
            found[index] = free[key].pop(0)
    return found


def full_key(row: KnownRow | ItemRow) -> tuple[str, str]:
    return number_key(row.number), title_key(row)


def title_key(row: KnownRow | ItemRow) -> str:
    return plain_title(row.title)


def plain_title(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split()).rstrip(". ")


def unique_titles(rows: Iterable[KnownRow | ItemRow]) -> set[str]:
    counts = Counter(map(title_key, rows))
    return {title for title, count in counts.items() if count == 1 and title}
