"""Tables of an uploaded roadmap, whatever the kind of its file: Word, a workbook or plain text."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import PurePath
from typing import Any

from mentoring_portal.shared.spreadsheets import SpreadsheetError, read_tables
from mentoring_portal.shared.word_tables import read_word_tables
from programs.domain.roadmap_lines import Grid, Line, Value

Corners = tuple[tuple[int, int], tuple[int, int]]
WORD, SHEETS = {".docx"}, {".xlsx", ".xlsm", ".xls", ".ods", ".csv"}
NARROW = 3  # columns where a number and a joined rest are an item like any other
MAX_COVERED = 100_000
MAX_TEXT = 1_000_000

UNKNOWN_FILE = "Дорожная карта загружается из файла DOCX, XLSX, XLS, ODS или CSV. Выберите такой."
OLD_WORD = "Это документ Word старого вида (DOC). Сохраните его как DOCX и загрузите снова."
TOO_MUCH_TEXT = "В таблицах файла больше миллиона знаков. Оставьте в нём только дорожную карту."


def grids_of(data: bytes, filename: str) -> list[Grid]:
    """Tables of the file, whatever its kind; refuses with SpreadsheetError only."""
    grids = tables_of(data, filename)
    texts = (cell for grid in grids for line in grid.lines for cell in line.cells)
    if sum(len(cell) for cell in texts if isinstance(cell, str)) > MAX_TEXT:
        raise SpreadsheetError(TOO_MUCH_TEXT)
    return grids


def tables_of(data: bytes, filename: str) -> list[Grid]:
    suffix = PurePath(filename.replace("\0", "")).suffix.lower()
    if suffix in WORD:
        return word_grids(data, filename)
    if suffix in SHEETS:
        return sheet_grids(data, filename)
    raise SpreadsheetError(OLD_WORD if suffix == ".doc" else UNKNOWN_FILE)


def word_grids(data: bytes, filename: str) -> list[Grid]:
    return [
        Grid(
            f"Таблица {table.number}",
            [
                Line(number, row.cells, row.spans_all, row.continued)
                for number, row in enumerate(table.rows, start=1)
            ],
        )
        for table in read_word_tables(data, filename)
    ]


def sheet_grids(data: bytes, filename: str) -> list[Grid]:
    return [
        Grid(f"Лист «{sheet.name}»", lines_of(sheet.rows, list(sheet.merged)))
        for sheet in read_tables(data, filename)
    ]


def lines_of(rows: list[list[Any]], merged: list[Corners]) -> list[Line]:
    """Joined cells of a sheet mean the same as in a Word table."""
    width = max(map(len, rows))
    wide = {
        top
        for (top, left), (_bottom, right) in merged
        if right >= width - 1 and (left == 0 or left == 1 and width > NARROW)
    }
    covered = set(islice(below(merged, len(rows)), MAX_COVERED))
    return [
        Line(
            number=index + 1,
            cells=tuple(value_of(cell) for cell in row),
            spans_all=index in wide,
            continued=frozenset(place for place in range(width) if (index, place) in covered),
        )
        for index, row in enumerate(rows)
    ]


def below(merged: list[Corners], height: int) -> Iterator[tuple[int, int]]:
    """Cells under the first cells of what is merged downwards."""
    for (top, left), (bottom, _right) in merged:
        for row in range(top + 1, min(bottom + 1, height)):
            yield row, left


def value_of(cell: Any) -> Value:
    return cell if isinstance(cell, date) else str(cell)
