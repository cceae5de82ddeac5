"""Tables in files: XLSX, XLS, ODS and CSV are read, XLSX is written.

Reading is for files that strangers prepared: every file either becomes sheets or is refused
with a sentence (:class:`SpreadsheetError`). Writing never makes a formula out of a person's text.
"""

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import PurePath
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from mentoring_portal.shared.delimited_text import read_delimited
from mentoring_portal.shared.sheet_heights import row_height
from mentoring_portal.shared.spreadsheet_errors import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    PROTECTED,
    TOO_FAR,
    TOO_LARGE_INSIDE,
    SpreadsheetError,
    refusing_damage,
)
from mentoring_portal.shared.spreadsheet_guard import checked_archive
from mentoring_portal.shared.xls_guard import check_xls

__all__ = ("Cell", "Sheet", "SpreadsheetError", "Table", "read_tables", "write_table")

Cell = str | int | float | bool | date | datetime | time | timedelta

MAX_TABLE_ROWS = 5_000
SPARE_ROWS = 50  # titles, heads and signatures around the table
ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAPER_A4 = 9  # the number of the size in the file format
BINARY_SUFFIXES = {".xlsx", ".xlsm", ".ods", ".xls", ".xlsb"}

EMPTY = "Файл пустой. Выберите файл с таблицей."
TOO_LARGE = "Файл больше 5 МБ. Оставьте в нём только лист с таблицей и загрузите снова."
MISNAMED = (
    "Файл назван «{suffix}», но внутри не таблица. Сохраните таблицу заново в формате XLSX "
    "и загрузите ещё раз."
)
TOO_MANY_ROWS = (
    f"На листе «{{name}}» больше {MAX_TABLE_ROWS} строк. Разделите таблицу на несколько файлов."
)
NO_CELLS = "В файле нет ни одной заполненной ячейки. Выберите файл с таблицей."


@dataclass(frozen=True)
class Sheet:
    """One sheet; ``rows[0]`` is the row that the person sees as number 1.

    ``merged`` are the corners of joined cells, (row, column) from zero; only the first cell of
    them holds a value. ODS and CSV name none.
    """

    name: str
    rows: list[list[Cell]]
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = field(default=(), compare=False)


@dataclass(frozen=True)
class Table:
    """What to write: a head of titles and rows of plain values, with optional lines above.

    A row that is one text is a section across all columns. ``printed`` is how many of the first
    columns go on paper; the others serve the exchange.
    """

    titles: Sequence[str]
    rows: Iterable[Sequence[Any] | str]
    caption: str = ""
    sheet: str = "Лист1"
    widths: Sequence[float] = ()
    printed: int = 0


def read_tables(data: bytes, filename: str) -> list[Sheet]:
    """All visible sheets with at least one filled cell; refuses with :class:`SpreadsheetError`."""
    if not data:
        raise SpreadsheetError(EMPTY)
    if len(data) > MAX_FILE_BYTES:
        raise SpreadsheetError(TOO_LARGE)
    sheets = [sheet for sheet in _sheets(data, filename) if sheet.rows]
    if not sheets:
        raise SpreadsheetError(NO_CELLS)
    return sheets


def _sheets(data: bytes, filename: str) -> list[Sheet]:
    if data.startswith(ZIP_MAGIC):
        return _workbook(checked_archive(data))
    if data.startswith(OLE_MAGIC):
        check_xls(data)
        return _workbook(data)
    suffix = PurePath(filename.replace("\0", "")).suffix.lower()
    if suffix in BINARY_SUFFIXES:
        raise SpreadsheetError(MISNAMED.format(suffix=suffix))
    return [_sheet("CSV", read_delimited(data))]


def _workbook(data: bytes) -> list[Sheet]:
    with refusing_damage():
        try:
            return _visible_sheets(data)
        except PasswordError as error:
            raise SpreadsheetError(PROTECTED) from error


def _visible_sheets(data: bytes) -> list[Sheet]:
    sheets: list[Sheet] = []
    room = MAX_CELLS
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for index, meta in enumerate(book.sheets_metadata):
            if meta.typ != SheetTypeEnum.WorkSheet or meta.visible != SheetVisibleEnum.Visible:
                continue
            sheet = book.get_sheet_by_index(index)
            room -= sheet.total_height * sheet.total_width
            if room < 0:
                raise SpreadsheetError(TOO_LARGE_INSIDE)
            found = _sheet(meta.name, sheet.to_python(skip_empty_area=False))
            sheets.append(replace(found, merged=sheet.merged_cell_ranges or ()))
    return sheets


def _sheet(name: str, raw: list[list[Any]]) -> Sheet:
    rows = [_row(row) for row in raw]
    while rows and not rows[-1]:
        rows.pop()
    if any(len(row) > MAX_COLUMNS for row in rows):
        raise SpreadsheetError(TOO_FAR)
    if sum(map(bool, rows)) > MAX_TABLE_ROWS + SPARE_ROWS:
        raise SpreadsheetError(TOO_MANY_ROWS.format(name=name))
    return Sheet(name, rows)


def _row(raw: list[Any]) -> list[Cell]:
    row = [_cell(value) if isinstance(value, float) else value for value in raw]
    while row and (row[-1] == "" or isinstance(row[-1], str) and row[-1].isspace()):
        row.pop()
    return row


def _cell(value: float) -> Cell:
    """Whole numbers come back as written («2013», not «2013.0»); infinities as nothing."""
    if not math.isfinite(value):
        return ""
    return int(value) if value.is_integer() else value


def write_table(*tables: Table) -> bytes:
    """An XLSX workbook, one sheet per table, ready to print with its head on every page."""
    book = Workbook(write_only=True)
    for style in _styles():
        book.add_named_style(style)
    for table in tables:
        _write_sheet(book, table)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _styles() -> tuple[NamedStyle, ...]:
    thin = Side(style="thin")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)
    wrap = Alignment(wrap_text=True, vertical="top")
    center = Alignment(wrap_text=True, vertical="center", horizontal="center")
    return (
        NamedStyle("Заголовок листа", font=Font(bold=True, size=12)),
        NamedStyle("Раздел", font=Font(bold=True), alignment=Alignment(vertical="top")),
        NamedStyle("Шапка", font=Font(bold=True), alignment=center, border=frame),
        NamedStyle("Ячейка", alignment=wrap, border=frame),
        NamedStyle("Дата", alignment=wrap, border=frame, number_format="DD.MM.YYYY"),
    )


def _write_sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(_sheet_name(table.sheet))
    lines = table.caption.splitlines()
    head = len(lines) + 1
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for number, width in enumerate(table.widths or [20] * len(table.titles), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line in lines:
        sheet.append([_written(sheet, line, "Заголовок листа")])
    _append(sheet, table, head, [_written(sheet, title, "Шапка") for title in table.titles])
    _write_rows(sheet, table, head)


def _write_rows(sheet: Any, table: Table, head: int) -> None:
    """Written one by one: the table may be long and its rows may come from a generator."""
    last, number = get_column_letter(len(table.titles)), head
    for number, row in enumerate(table.rows, start=head + 1):
        if isinstance(row, str):
            sheet.append([_written(sheet, row, "Раздел")])
            sheet.merged_cells.add(f"A{number}:{last}{number}")
        else:
            _append(sheet, table, number, [_written(sheet, cell, _style_of(cell)) for cell in row])
    if table.printed:
        sheet.print_area = f"A1:{get_column_letter(table.printed)}{number}"


def _append(sheet: Any, table: Table, number: int, cells: list[WriteOnlyCell]) -> None:
    """A sheet that goes on paper says the heights of its rows itself."""
    if table.printed:
        values = [cell.value for cell in cells]
        sheet.row_dimensions[number].height = row_height(values, table.widths)
    sheet.append(cells)


def _style_of(value: Any) -> str:
    return "Дата" if isinstance(value, date) else "Ячейка"


def _written(sheet: Any, value: Any, style: str) -> WriteOnlyCell:
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value)
    else:
        cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"  # «=1+1» in a person's text must stay text
    cell.style = style
    return cell


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "Лист1"
