"""Which lines of a table are records; the rest is heads, numbering, totals and signatures."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from participants.domain.import_captions import concept_of
from participants.domain.import_names import looks_like_name
from participants.domain.import_values import clean_text

NAME_CODES = {
    "mentees": ("mentee_name", "last_name", "first_name"),
    "mentors": ("mentor_name", "last_name", "first_name"),
}
_SERVICE = re.compile(
    r"(?:всего|итого|куратор|директор|руководител\w*|ответственн\w+|исполнител\w+|составил\w*"
    r"|подпись|дата|зам|заместител\w+|согласовано|утвержд\w+|приложение|примечани\w+|м\.? ?п\.?"
    r"|форма \d|база наставни\w+|база наставляем\w+)(?![\w-])",
    re.IGNORECASE,
)
_BLANK_LINE = "__"


class Layout(NamedTuple):
    """The columns that tell records from other lines.

    The form of mentoring is not one of ``others``: schools fill it in down a whole blank table.
    """

    number: int | None
    names: frozenset[int]
    others: frozenset[int]


def layout_of(kind: str, mapping: Mapping[int, str]) -> Layout:
    name_codes = NAME_CODES[kind]
    number = next((index for index, code in mapping.items() if code == "num"), None)
    names = frozenset(index for index, code in mapping.items() if code in name_codes)
    others = frozenset(
        index
        for index, code in mapping.items()
        if index not in names and code not in ("num", "form")
    )
    return Layout(number, names, others)


def is_record(row: Sequence[Any], layout: Layout) -> bool:
    """A line with a person, or with enough data for one whose name is missing."""
    filled = [
        index
        for index, cell in enumerate(row)
        if cell != "" and cell is not None and not (isinstance(cell, str) and cell.isspace())
    ]
    if not filled or _is_numbering(row, filled):
        return False
    named = not layout.names.isdisjoint(filled)
    data = len(layout.others.intersection(filled))
    if layout.number in filled and _is_number(row[layout.number or 0]):
        return named or data > 0
    if _is_service(row[filled[0]]) or _repeats_head(row, layout):
        return False
    return _is_unnumbered_record(row, layout, named, data)


def _is_unnumbered_record(row: Sequence[Any], layout: Layout, named: bool, data: int) -> bool:
    if not named:
        return data > 1
    if data:
        return True
    return looks_like_name(
        " ".join(clean_text(row[index]) for index in sorted(layout.names) if index < len(row))
    )


def _is_number(cell: Any) -> bool:
    if isinstance(cell, str):
        return cell.strip().rstrip(".)").isdigit()
    return isinstance(cell, int | float)


def _is_numbering(row: Sequence[Any], filled: Sequence[int]) -> bool:
    """The line «1 2 3 … 12» that official tables carry under the head."""
    if len(filled) < 3 or clean_text(row[filled[1]]) != "2":
        return False
    texts = [clean_text(row[index]) for index in filled]
    return texts == [str(number) for number in range(1, len(texts) + 1)]


def _is_service(cell: Any) -> bool:
    text = cell if isinstance(cell, str) else ""
    return _SERVICE.match(text.strip(' «"')) is not None or _BLANK_LINE in text


def _repeats_head(row: Sequence[Any], layout: Layout) -> bool:
    cells = (row[index] for index in layout.names if index < len(row))
    found = (concept_of(cell) for cell in cells)
    return any(concept and concept.noun in ("name", "last_name") for concept in found)
