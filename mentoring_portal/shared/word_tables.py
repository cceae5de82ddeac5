"""Tables of a Word document (DOCX), read as rows of texts; merged cells are understood.

What the reader of the document sees counts: accepted insertions and numbers of lists are text,
deletions and hidden text are not. Tables inside cells, pictures and text boxes are passed over.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Any

from docx.oxml import parse_xml

from mentoring_portal.shared.spreadsheet_errors import (
    DAMAGED,
    MACROS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    PROTECTED,
    TOO_LARGE_INSIDE,
    UNKNOWN_ARCHIVE,
    SpreadsheetError,
    refusing_damage,
)
from mentoring_portal.shared.spreadsheet_guard import checked_parts
from mentoring_portal.shared.word_numbers import write_numbers
from mentoring_portal.shared.word_text import children, paragraph_text, value, visible

__all__ = ("WordRow", "WordTable", "read_word_tables")

MAX_DOCUMENT_BYTES = 10 * 1024 * 1024
MAX_TABLE_ROWS = 5_000
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
NUMBERING = "word/numbering.xml"
BODY_TYPE = b"wordprocessingml.document.main+xml"

EMPTY = "Файл пустой. Выберите документ с таблицей."
TOO_LARGE = "Файл больше 5 МБ. Удалите из документа рисунки и загрузите его снова."
OLD_WORD = "Это документ Word старого вида (DOC). Сохраните его как DOCX и загрузите снова."
NOT_WORD = (
    "Файл назван «{suffix}», но внутри не документ Word. Сохраните документ заново в формате "
    "DOCX и загрузите ещё раз."
)
NO_TABLES = "В документе нет ни одной таблицы с текстом. Выберите документ с таблицей."
TOO_LONG = f"В таблице больше {MAX_TABLE_ROWS} строк. Разделите документ на несколько."
TOO_WIDE = f"В таблице больше {MAX_COLUMNS} столбцов. Удалите лишние столбцы."
FOREIGN = (
    ("xl/workbook.xml", "Внутри таблица Excel, а не документ Word. Дайте файлу имя на «.xlsx»."),
    ("ppt/presentation.xml", "Это презентация, а не документ Word. Загрузите файл DOCX."),
)
IN_WORD = {
    DAMAGED: (
        "Файл повреждён или это не документ Word. Откройте его в Word или LibreOffice, "
        "сохраните заново в формате DOCX и загрузите ещё раз."
    ),
    TOO_LARGE_INSIDE: "Документ слишком велик после распаковки. Оставьте в нём только таблицу.",
    UNKNOWN_ARCHIVE: "Это не документ Word, а файл другого вида. Загрузите файл DOCX.",
    MACROS: "В документе есть макросы. Сохраните его как обычный DOCX и загрузите снова.",
}


@dataclass(frozen=True)
class WordRow:
    """One row; every row of a table has as many cells as its widest row.

    A merged cell keeps its text in the first place only: the places it covers to the right are
    empty, the places it covers below are empty and listed in ``continued``. ``spans_all`` says
    that one cell takes the whole width, or all of it after a first cell for the number.
    """

    cells: tuple[str, ...]
    spans_all: bool = False
    continued: frozenset[int] = frozenset()


@dataclass(frozen=True)
class WordTable:
    """A table of the document; ``number`` counts all its tables from 1."""

    number: int
    rows: tuple[WordRow, ...]


@dataclass(frozen=True)
class _Box:
    start: int
    end: int
    text: str
    continued: bool
    covered: bool


def read_word_tables(data: bytes, filename: str) -> list[WordTable]:
    """All tables with a filled cell; refuses with :class:`SpreadsheetError`, never otherwise."""
    try:
        with refusing_damage():
            tables = list(_tables(_document(data, filename)))
    except SpreadsheetError as error:
        raise SpreadsheetError(IN_WORD.get(str(error), str(error))) from error
    filled = [table for table in tables if any(any(row.cells) for row in table.rows)]
    if not filled:
        raise SpreadsheetError(NO_TABLES)
    return filled


def _document(data: bytes, filename: str) -> Any:
    if not data:
        raise SpreadsheetError(EMPTY)
    if len(data) > MAX_FILE_BYTES:
        raise SpreadsheetError(TOO_LARGE)
    if data.startswith(OLE_MAGIC):
        raise SpreadsheetError(PROTECTED if ENCRYPTED in data else OLD_WORD)
    if not data.startswith(b"PK"):
        suffix = PurePath(filename.replace("\0", "")).suffix.lower() or ".docx"
        raise SpreadsheetError(NOT_WORD.format(suffix=suffix))
    return _numbered(checked_parts(data, FOREIGN))


def _numbered(parts: dict[str, bytes]) -> Any:
    part, numbering = _main_part(parts), parts.get(NUMBERING, b"")
    if len(part) + len(numbering) > MAX_DOCUMENT_BYTES:
        raise SpreadsheetError(TOO_LARGE_INSIDE)
    document = parse_xml(part)
    if numbering:
        write_numbers(document, parse_xml(numbering))
    return document


def _main_part(parts: dict[str, bytes]) -> bytes:
    """Some editors name the text «document2.xml»; the list of contents tells which part it is."""
    if "word/document.xml" in parts:
        return parts["word/document.xml"]
    contents = parts.get("[Content_Types].xml", b"")
    names = [name for name in parts if name.startswith("word/document") and name.endswith(".xml")]
    if BODY_TYPE not in contents or len(names) != 1:
        raise SpreadsheetError(UNKNOWN_ARCHIVE)
    return parts[names[0]]


def _tables(document: Any) -> Iterator[WordTable]:
    for body in children(document, "body"):
        for number, table in enumerate(children(body, "tbl"), start=1):
            yield WordTable(number, tuple(_rows(table)))


def _rows(table: Any) -> list[WordRow]:
    rows = list(islice((row for row in children(table, "tr") if visible(row)), MAX_TABLE_ROWS + 1))
    if len(rows) > MAX_TABLE_ROWS:
        raise SpreadsheetError(TOO_LONG)
    boxes = [list(_boxes(row)) for row in rows]
    widest = max(boxes, key=len, default=[])
    starts = [box.start for box in widest]
    return [_row(row, starts) for row in boxes]


def _boxes(row: Any) -> Iterator[_Box]:
    """Cells with their places in the grid; a row may begin with a gap."""
    place = min(MAX_COLUMNS, _number(row, "trPr", "gridBefore", 0))
    for index, cell in enumerate(children(row, "tc")):
        if index >= MAX_COLUMNS:
            raise SpreadsheetError(TOO_WIDE)
        end = place + max(1, _number(cell, "tcPr", "gridSpan", 1))
        continued, covered = _goes_on(cell, "vMerge"), _goes_on(cell, "hMerge")
        text = "" if continued or covered or not visible(cell) else _text(cell)
        yield _Box(place, end, text, continued, covered)
        place = end


def _row(boxes: list[_Box], starts: list[int]) -> WordRow:
    """Rows as wide as the widest go by order: borders drawn by hand hardly ever line up."""
    width = len(starts)
    places = range(width) if len(boxes) == width else _places(boxes, starts)
    cells = [""] * width
    for place, box in zip(places, boxes, strict=True):
        cells[place] = "\n".join(filter(None, (cells[place], box.text)))
    return WordRow(
        cells=tuple(cells),
        spans_all=width > 1 and _spans_all([box for box in boxes if not box.covered], width),
        continued=frozenset(p for p, box in zip(places, boxes, strict=True) if box.continued),
    )


def _spans_all(boxes: list[_Box], width: int) -> bool:
    """A number of one place and the rest joined, in a table where the rest is wide."""
    if not boxes or boxes[0].start != 0:
        return False
    numbered = len(boxes) == 2 and width > 3 and boxes[0].end == 1 and not boxes[0].continued
    return len(boxes) == 1 or numbered


def _places(boxes: list[_Box], starts: list[int]) -> list[int]:
    places: list[int] = []
    for box in boxes:
        nearest = max(0, bisect_right(starts, box.start) - 1)
        places.append(min(len(starts) - 1, max(nearest, places[-1] + 1 if places else 0)))
    return places


def _text(cell: Any) -> str:
    """Paragraphs and line breaks of a cell as lines without empty ones."""
    lines = "\n".join(paragraph_text(paragraph) for paragraph in children(cell, "p")).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _goes_on(cell: Any, name: str) -> bool:
    """A merge without a value continues the cell before it."""
    for properties in children(cell, "tcPr"):
        for merge in children(properties, name):
            return value(merge) != "restart"
    return False


def _number(element: Any, properties: str, name: str, default: int) -> int:
    for group in children(element, properties):
        for found in children(group, name):
            return int(value(found) or default)
    return default
