"""Which rows of a sheet are heads of base tables: one row of captions, or two under one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from participants.domain.import_captions import Concept, caption_key, concept_of, subject_of

FULL_SEARCH_ROWS = 60
NAME_NOUNS = ("name", "last_name")


@dataclass(frozen=True)
class Head:
    first: int
    last: int
    captions: dict[int, str]
    concepts: dict[int, Concept]

    @property
    def weight(self) -> int:
        return len(set(self.concepts.values()))

    @property
    def is_head(self) -> bool:
        """A head names people, and at least half of its captions are understood."""
        named = any(concept.noun in NAME_NOUNS for concept in self.concepts.values())
        return named and 2 * len(self.concepts) >= len(self.captions)


def find_heads(rows: Sequence[Sequence[Any]], remembered: Mapping[str, str]) -> list[Head]:
    heads: list[Head] = []
    number = 0
    while number < len(rows):
        head = _head_at(rows, number, remembered)
        if head:
            heads.append(head)
        number = head.last + 1 if head else number + 1
    return _distinct(heads)


def _distinct(heads: Sequence[Head]) -> list[Head]:
    """A head printed again on a later page does not begin a new table."""
    kept: list[Head] = []
    for head in heads:
        if not kept or kept[-1].concepts != head.concepts:
            kept.append(head)
    return kept


def _head_at(
    rows: Sequence[Sequence[Any]], number: int, remembered: Mapping[str, str]
) -> Head | None:
    if number >= FULL_SEARCH_ROWS and not _begins_like_head(rows[number], remembered):
        return None
    single = _head(captions_of(rows[number]), number, number, remembered)
    double = _double_head(rows, number, single, remembered)
    if double:
        return double
    return single if single.is_head else None


def _begins_like_head(row: Sequence[Any], remembered: Mapping[str, str]) -> bool:
    first = next((cell for cell in row if cell not in ("", None)), None)
    return isinstance(first, str) and concept_of(first, remembered) is not None


def _double_head(
    rows: Sequence[Sequence[Any]], number: int, single: Head, remembered: Mapping[str, str]
) -> Head | None:
    """Two rows of captions, such as «Наставник» over «ФИО» and «Место работы»."""
    if number + 1 >= len(rows):
        return None
    lower = _head(captions_of(rows[number + 1]), number + 1, number + 1, remembered)
    if len(lower.concepts) < 2 or 2 * len(lower.concepts) < len(lower.captions):
        return None
    joined = _joined(single.captions, lower.captions)
    double = _head(joined, number, number + 1, remembered, lower.captions)
    best = max(single.weight if single.is_head else 0, lower.weight if lower.is_head else 0)
    return double if double.is_head and double.weight > best else None


def _joined(upper: Mapping[int, str], lower: Mapping[int, str]) -> dict[int, str]:
    captions: dict[int, str] = {}
    over = ""
    for index in range(max((*upper, *lower)) + 1):
        over = upper.get(index, over if index in lower else "")
        text = " ".join(part for part in (over, lower.get(index, "")) if part)
        if text:
            captions[index] = text
    return captions


def _head(
    captions: dict[int, str],
    first: int,
    last: int,
    remembered: Mapping[str, str],
    lower: Mapping[int, str] | None = None,
) -> Head:
    concepts = concepts_of(captions, remembered)
    for index, text in (lower or {}).items():
        inner = concept_of(text, remembered)
        if inner and not inner.subject:
            inner = Concept(inner.noun, subject_of(captions[index]))
        if inner:
            concepts[index] = inner
    return Head(first, last, captions, dict(sorted(concepts.items())))


def concepts_of(captions: Mapping[int, str], remembered: Mapping[str, str]) -> dict[int, Concept]:
    found = ((index, concept_of(text, remembered)) for index, text in captions.items())
    return {index: concept for index, concept in found if concept}


def captions_of(row: Sequence[Any]) -> dict[int, str]:
    """Texts of a row by column; anything but text is not a caption."""
    return {
        index: " ".join(cell.split())
        for index, cell in enumerate(row)
        if isinstance(cell, str) and caption_key(cell)
    }
