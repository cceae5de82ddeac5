"""Where the base tables stand in a workbook and what their columns mean.

The kind is decided by the columns only. The line above a table is not believed: in the
municipal order that many schools copied, the two titles are swapped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

from participants.domain.base_forms import BOTH, MENTEES, MENTORS
from participants.domain.import_captions import (
    MENTEE,
    MENTOR,
    REPRESENTATIVE,
    Concept,
    field_code,
)
from participants.domain.import_heads import (
    FULL_SEARCH_ROWS,
    NAME_NOUNS,
    Head,
    captions_of,
    concepts_of,
    find_heads,
)

OWN = {MENTEES: MENTEE, MENTORS: MENTOR}

# How much a column speaks for a base of mentees (above zero) or of mentors (below).
EVIDENCE = {
    ("request", ""): 2,
    ("completion_mark", ""): 2,
    ("group", ""): 1,
    ("group", MENTEE): 1,
    ("workplace", MENTOR): 1,
    ("birth_year", MENTEE): 1,
    ("birth_year", ""): 1,
    ("birth_date", MENTEE): 1,
    ("birth_date", ""): 1,
    ("age", ""): 1,
    ("age", MENTEE): 1,
    ("workplace", MENTEE): -1,
    ("workplace", ""): -1,
    ("interests", ""): -1,
    ("interests", MENTOR): -1,
    ("competences", ""): -2,
    ("competences", MENTOR): -2,
    ("achievements", ""): -2,
    ("achievements", MENTOR): -2,
    ("preferred_age", ""): -2,
    ("time_resource", ""): -2,
    ("capacity", ""): -2,
}
NAME_WEIGHT = 4


class SheetLike(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def rows(self) -> Sequence[Sequence[Any]]: ...


@dataclass(frozen=True)
class Recognized:
    """One table: rows are numbered as the person sees them, columns from zero.

    ``kind`` is empty when the columns do not tell it; ``header_row`` is the last row of the head.
    """

    kind: str
    header_row: int
    mapping: Mapping[int, str]
    unknown: tuple[tuple[int, str], ...] = ()
    captions: Mapping[int, str] = field(default_factory=dict)
    sheet: int = 0
    sheet_name: str = ""
    last_row: int | None = None

    @cached_property
    def columns(self) -> dict[str, int]:
        """The mapping turned round: field code → column."""
        return {code: index for index, code in self.mapping.items()}

    def caption(self, code: str) -> str:
        """The caption of the column of a field, for messages; empty when there is none."""
        return self.captions.get(self.columns.get(code, -1), "")


def recognize(
    sheets: Iterable[SheetLike],
    *,
    kind: str = "",
    remembered: Mapping[str, str] | None = None,
) -> list[Recognized]:
    """Every base table of the sheets, from top to bottom.

    ``kind`` is used for a table whose columns do not decide; ``remembered`` holds the choices
    a person has made before: caption key → field code.
    """
    return [
        table
        for index, sheet in enumerate(sheets)
        for table in _tables_of(sheet, index, kind, remembered or {})
    ]


def workbook_kind(tables: Iterable[Recognized]) -> str:
    kinds = {table.kind for table in tables}
    if {MENTEES, MENTORS} <= kinds:
        return BOTH
    return next((kind for kind in (MENTEES, MENTORS) if kind in kinds), "")


def with_mapping(table: Recognized, mapping: Mapping[int, str], kind: str = "") -> Recognized:
    """The same table with columns assigned by hand; an empty code drops a column."""
    chosen = {**table.mapping, **mapping}
    known = {index: code for index, code in chosen.items() if code}
    return replace(
        table, kind=kind or table.kind, mapping=known, unknown=_unknown(table.captions, known)
    )


def with_kind(
    table: Recognized, kind: str, remembered: Mapping[str, str] | None = None
) -> Recognized:
    """The table read as a base of ``kind``, when its columns left that open or a person insists."""
    concepts = concepts_of(table.captions, remembered or {})
    mapping = _mapping(concepts, kind)
    return replace(table, kind=kind, mapping=mapping, unknown=_unknown(table.captions, mapping))


def likely_header(sheet: SheetLike, index: int = 0) -> Recognized | None:
    """The first row that may be a head though nothing in it is known, for mapping by hand."""
    for number, row in enumerate(sheet.rows[:FULL_SEARCH_ROWS], start=1):
        captions = captions_of(row)
        if len(captions) > 1 and len(captions) == sum(1 for cell in row if cell not in ("", None)):
            return Recognized(
                "",
                number,
                {},
                tuple(captions.items()),
                captions,
                index,
                sheet.name,
                len(sheet.rows),
            )
    return None


def _tables_of(
    sheet: SheetLike, index: int, kind: str, remembered: Mapping[str, str]
) -> list[Recognized]:
    heads = find_heads(sheet.rows, remembered)
    ends = [head.first for head in heads[1:]] + [len(sheet.rows)]
    return [
        _recognized(head, end, sheet, index, kind) for head, end in zip(heads, ends, strict=False)
    ]


def _recognized(head: Head, end: int, sheet: SheetLike, index: int, kind: str) -> Recognized:
    decided = decide_kind(head.concepts.values()) or kind
    mapping = _mapping(head.concepts, decided) if decided else {}
    return Recognized(
        kind=decided,
        header_row=head.last + 1,
        mapping=mapping,
        unknown=_unknown(head.captions, mapping),
        captions=head.captions,
        sheet=index,
        sheet_name=sheet.name,
        last_row=end,
    )


def decide_kind(concepts: Iterable[Concept]) -> str:
    """Mentees, mentors or nothing, by the weight of the columns in their order."""
    columns = list(concepts)
    score = _name_evidence(columns) + sum(
        EVIDENCE.get((column.noun, column.subject), 0) for column in columns
    )
    if score == 0:
        return ""
    return MENTEES if score > 0 else MENTORS


def _name_evidence(columns: Sequence[Concept]) -> int:
    """The first name is the row's owner; a second name with a subject is the other side."""
    subjects = [column.subject for column in columns if column.noun in NAME_NOUNS]
    names = [subject for subject in subjects if subject != REPRESENTATIVE]
    sign = {MENTEE: NAME_WEIGHT, MENTOR: -NAME_WEIGHT, "": 0}
    if names and names[0]:
        return sign[names[0]]
    return -sum(sign[subject] for subject in names[1:2])


def _mapping(concepts: Mapping[int, Concept], kind: str) -> dict[int, str]:
    mapping: dict[int, str] = {}
    taken: set[str] = set()
    for index, concept in concepts.items():
        code = field_code(concept, OWN[kind])
        if code and code not in taken:
            mapping[index] = code
            taken.add(code)
    return mapping


def _unknown(
    captions: Mapping[int, str], mapping: Mapping[int, str]
) -> tuple[tuple[int, str], ...]:
    return tuple((index, text) for index, text in captions.items() if index not in mapping)
