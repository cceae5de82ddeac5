"""A raw row of a base becomes a parsed row or readable errors; nothing here can raise.

An error makes the row invalid: it is not written until the file is corrected. A warning says what
was understood with a doubt. The words of every official column are kept as they stood, so that an
export gives the same values back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentoring_portal.shared.names import FullName
from participants.domain.base_forms import MENTEES, OFFICIAL_COLUMNS
from participants.domain.duplicates import PeopleIndex, Same, identity
from participants.domain.import_columns import Recognized, SheetLike
from participants.domain.import_fields import RowReader
from participants.domain.import_lines import NAME_CODES, is_record, layout_of

OFFICIAL_CODES = {
    kind: tuple(code for code, _title in columns) for kind, columns in OFFICIAL_COLUMNS.items()
}


@dataclass(frozen=True)
class Note:
    """What is wrong or doubtful, where the person will find it."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class _Row:
    last_name: str
    first_name: str
    patronymic: str = ""
    birth_year: int | None = None
    birth_date: date | None = None
    sex: str = ""
    position: str = ""
    workplace: str = ""
    phone: str = ""
    email: str = ""
    interests: str = ""
    free_days: str = ""
    free_hours: str = ""
    tags: tuple[str, ...] = ()
    entry_date: date | None = None
    end_date: date | None = None
    forms: tuple[str, ...] = ()
    partner_names: str = ""
    partners: tuple[str, ...] = ()
    partner_workplace: str = ""
    results: str = ""
    case_link: str = ""
    note: str = ""
    original: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> FullName:
        return FullName(self.last_name, self.first_name, self.patronymic)

    @property
    def form(self) -> str:
        return self.forms[0] if self.forms else ""


@dataclass(frozen=True)
class MenteeRow(_Row):
    """One participation of a mentee."""

    request: str = ""
    completion_mark: str = ""


@dataclass(frozen=True)
class MentorRow(_Row):
    """One participation of a mentor."""

    competences: str = ""
    achievements: str = ""
    preferred_age: str = ""
    age_from: int | None = None
    age_to: int | None = None
    time_resource: str = ""
    hours_month: float | None = None
    max_mentees: int | None = None


@dataclass(frozen=True)
class RowVerdict:
    """``same_as`` is the earlier row of the same person in this table."""

    row: int
    title: str
    parsed: MenteeRow | MentorRow | None
    errors: tuple[Note, ...] = ()
    warnings: tuple[Note, ...] = ()
    same_as: int | None = None

    @property
    def valid(self) -> bool:
        return not self.errors


def parse_table(
    rows: Sequence[Sequence[Any]], first_row_number: int, recognized: Recognized, today: date
) -> list[RowVerdict]:
    """A verdict for every record; ``rows[0]`` is the person's row ``first_row_number``."""
    if not recognized.kind:
        return []
    return list(_verdicts(rows, first_row_number, recognized, today))


def _verdicts(
    rows: Sequence[Sequence[Any]], first_row_number: int, recognized: Recognized, today: date
) -> Iterator[RowVerdict]:
    layout = layout_of(recognized.kind, recognized.mapping)
    seen = PeopleIndex()
    for number, row in enumerate(rows, start=first_row_number):
        if is_record(row, layout):
            yield _verdict(number, row, recognized, today, seen)


def parse_recognized(
    sheets: Sequence[SheetLike], table: Recognized, today: date
) -> list[RowVerdict]:
    """The verdicts of one recognized table of a workbook."""
    return list(each_verdict(sheets, table, today))


def each_verdict(
    sheets: Sequence[SheetLike], table: Recognized, today: date
) -> Iterator[RowVerdict]:
    """The same one by one, for whoever counts them."""
    if not table.kind:
        return iter(())
    return _verdicts(_body(sheets, table), table.header_row + 1, table, today)


def skipped_lines(sheets: Sequence[SheetLike], table: Recognized) -> list[tuple[int, str]]:
    """Filled lines of the table that are not records, with their row numbers."""
    layout = layout_of(table.kind, table.mapping)
    lines = []
    for number, row in enumerate(_body(sheets, table), start=table.header_row + 1):
        text = " ".join(str(cell) for cell in row if cell not in ("", None)).strip()
        if text and not is_record(row, layout):
            lines.append((number, text))
    return lines


def people_count(verdicts: Iterable[RowVerdict]) -> int:
    """Valid rows without those that repeat a person; a doubtful likeness counts as two people."""
    return sum(1 for verdict in verdicts if verdict.valid and verdict.same_as is None)


def _body(sheets: Sequence[SheetLike], table: Recognized) -> Sequence[Sequence[Any]]:
    return sheets[table.sheet].rows[table.header_row : table.last_row]


def _verdict(
    number: int, row: Sequence[Any], table: Recognized, today: date, seen: PeopleIndex
) -> RowVerdict:
    reader = RowReader(row, table.kind, table.columns, today)
    values = reader.values()
    same_as = None
    if not reader.errors:
        same_as = _known(number, values, reader, seen)
    parsed = _parsed(table.kind, values, reader) if not reader.errors else None
    return RowVerdict(
        row=number,
        title=reader.title,
        parsed=parsed,
        errors=_notes(number, table, reader.errors) if reader.errors else (),
        warnings=_notes(number, table, reader.warnings) if reader.warnings else (),
        same_as=same_as,
    )


def _known(
    number: int, values: Mapping[str, Any], reader: RowReader, seen: PeopleIndex
) -> int | None:
    person = identity(
        values["last_name"],
        values["first_name"],
        values["patronymic"],
        values["birth_year"],
        values["birth_date"],
    )
    match = seen.find(person)
    if match.same is not Same.YES:
        seen.add(person, number)
    if match.same is Same.MAYBE:
        reader.warn(
            reader.name_code, f"Возможно, это тот же человек, что в строке {match.reference}."
        )
    if match.same is Same.YES:
        reader.warn(reader.name_code, f"Этот человек уже есть в строке {match.reference}.")
    return match.reference if match.same is Same.YES else None


def _parsed(kind: str, values: dict[str, Any], reader: RowReader) -> MenteeRow | MentorRow:
    texts = reader.texts
    original = {
        code: texts.get(code, "") for code in OFFICIAL_CODES[kind] if code in reader.columns
    }
    original.setdefault(NAME_CODES[kind][0], reader.title)
    row_type = MenteeRow if kind == MENTEES else MentorRow
    return row_type(original=original, **values)


def _notes(number: int, table: Recognized, found: Iterable[tuple[str, str]]) -> tuple[Note, ...]:
    return tuple(Note(number, table.caption(code), message) for code, message in found)
