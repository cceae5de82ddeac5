"""From the bytes of a file to verdicts on its rows. Reads no database and writes nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import count

from django.core.exceptions import ValidationError

from mentoring_portal.shared.spreadsheets import Sheet, read_tables
from participants.domain.base_forms import EXTRA_COLUMNS, OFFICIAL_COLUMNS
from participants.domain.import_captions import caption_key
from participants.domain.import_columns import (
    Recognized,
    likely_header,
    recognize,
    with_kind,
    workbook_kind,
)
from participants.domain.import_lines import NAME_CODES
from participants.domain.import_rows import RowVerdict, each_verdict
from participants.enums import BaseKind

NOT_A_BASE = (
    "В файле не нашлось таблицы базы. Нужна строка с названиями столбцов: «ФИО наставляемого» "
    "или «Ф.И.О наставника» и другие из официальной формы. Если столбцы названы по-своему, "
    "выберите, чья это база: портал спросит, что в каком столбце."
)
UNDECIDED = (
    "По столбцам не понять, чья это база. Выберите «база наставляемых» или «база наставников»."
)
OTHER_KIND = "В файле {found}, а выбрана {wanted}. Выберите «определить по столбцам»."
NO_ROWS = "В таблице есть названия столбцов, но нет ни одной строки с человеком."


# Who wants to know of each row that is read: a worker with a progress bar, or nobody.
_listener: ContextVar[Callable[[], None] | None] = ContextVar("row_listener", default=None)


@dataclass(frozen=True)
class Column:
    """A column for the mapping table: what stands in the file and how it was understood."""

    key: str
    caption: str
    code: str
    title: str


@dataclass(frozen=True)
class BaseTable:
    recognized: Recognized
    verdicts: tuple[RowVerdict, ...]

    @property
    def kind(self) -> str:
        return self.recognized.kind

    @property
    def is_named(self) -> bool:
        """Without a column of names nothing can be read: a person has to say where they are."""
        return not set(NAME_CODES[self.kind]).isdisjoint(self.recognized.columns)

    @property
    def columns(self) -> list[Column]:
        titles = field_titles(self.kind)
        mapping = self.recognized.mapping
        return [
            Column(caption_key(caption), caption, mapping.get(index, ""), titles[mapping[index]])
            if index in mapping
            else Column(caption_key(caption), caption, "", "")
            for index, caption in self.recognized.captions.items()
        ]


@dataclass(frozen=True)
class Base:
    kind: str
    tables: tuple[BaseTable, ...]


def field_titles(kind: str) -> dict[str, str]:
    return dict(EXTRA_COLUMNS) | dict(OFFICIAL_COLUMNS[kind])


def read_base(
    *, data: bytes, filename: str, kind: str, mapping: Mapping[str, str], today: date
) -> Base:
    """Every table of the wanted kind with a verdict on each row; refuses with a sentence.

    ``mapping`` holds choices made by hand: key of a caption → code of a field.
    """
    return _read(data, filename, kind, tuple(sorted(mapping.items())), today)


def warm_up(
    *,
    data: bytes,
    filename: str,
    kind: str,
    mapping: Mapping[str, str],
    today: date,
    each: Callable[[int], None],
) -> None:
    """Read the file for the :func:`read_base` that follows, telling ``each`` row's number."""
    counted = count(1)
    token = _listener.set(lambda: each(next(counted)))
    try:
        read_base(data=data, filename=filename, kind=kind, mapping=mapping, today=today)
    finally:
        _listener.reset(token)


def _told(verdicts: Iterable[RowVerdict]) -> Iterator[RowVerdict]:
    listener = _listener.get()
    for verdict in verdicts:
        if listener:
            listener()
        yield verdict


@lru_cache(maxsize=2)
def _read(
    data: bytes, filename: str, kind: str, mapping: tuple[tuple[str, str], ...], today: date
) -> Base:
    """Pure, so the last files are kept: a preview is turned page by page and then applied."""
    sheets = read_tables(data, filename)
    tables = tuple(_judged(sheets, table, today) for table in _tables(sheets, kind, dict(mapping)))
    read = [table for table in tables if table.verdicts or not table.is_named]
    if not read:
        raise ValidationError(NO_ROWS)
    return Base(workbook_kind(table.recognized for table in read), tables)


def _judged(sheets: list[Sheet], table: Recognized, today: date) -> BaseTable:
    unread = BaseTable(table, ())
    verdicts = each_verdict(sheets, table, today) if unread.is_named else ()
    return replace(unread, verdicts=tuple(_told(verdicts)))


def _tables(sheets: list[Sheet], kind: str, remembered: Mapping[str, str]) -> list[Recognized]:
    wanted = kind if kind in OFFICIAL_COLUMNS else ""
    found = recognize(sheets, kind=wanted, remembered=remembered)
    if not found:
        found = _guessed(sheets, wanted, remembered)
    known = [table for table in found if table.kind]
    if not known:
        raise ValidationError(UNDECIDED if found else NOT_A_BASE)
    chosen = [table for table in known if wanted in ("", table.kind)]
    if not chosen:
        words = {"found": BaseKind(known[0].kind).label, "wanted": BaseKind(wanted).label}
        raise ValidationError(OTHER_KIND.format(**words))
    return chosen


def _guessed(sheets: list[Sheet], kind: str, remembered: Mapping[str, str]) -> list[Recognized]:
    """With no known title of names the head is found by its looks, once a person names the kind.

    A sheet with names wins; else the first is offered, for a person to say where the names are.
    """
    if not kind:
        return []
    heads = [likely_header(sheet, index) for index, sheet in enumerate(sheets)]
    read = [with_kind(head, kind, remembered) for head in heads if head]
    return [table for table in read if BaseTable(table, ()).is_named] or read[:1]
