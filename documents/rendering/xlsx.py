"""XLSX for counting and sorting: the text on the first sheet, every table with a frozen head."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from documents.domain.blocks import NO_DATA, Cell, Page, Table, cell_text
from documents.domain.form_blocks import QrCode
from documents.domain.printable import made_at, searchable
from documents.domain.table_layout import HeadCell, head_rows
from documents.rendering.sheet_sizes import column_letters, row_height, text_height
from documents.rendering.sheet_texts import NEXT_SHEET, Part, TextRow, text_rows
from documents.rendering.sheetml import FilledZip, cell_xml, row_xml
from documents.rendering.sheets import Sheet, plan
from participants.rendering.qr import qr_png

# Excel keeps fifteen digits of a number and no older dates: such values stay text.
EXACT_BELOW = 10**15
FIRST_DAY = date(1900, 3, 1)
A4 = 9
DATE_FORMAT = "DD.MM.YYYY"
HEAD = "Шапка таблицы"
BAND = "Раздел таблицы"
FONT = "Times New Roman"
PAGE_NUMBER = f'&"{FONT}"&12&P'
# Twenty millimeters.
CODE_PIXELS, CODE_POINTS = 76, 60
THIN = Side("thin")
GRID = Border(THIN, THIN, THIN, THIN)


def to_xlsx(page: Page, *, made: datetime | None = None) -> bytes:
    """The same page gives the same bytes: dates come from ``made`` or from the paper itself."""
    page, moment = searchable(page), made_at(page, made)
    workbook = Workbook(write_only=True)
    # Programs measure columns by this font: with one that is missing they would go astray.
    workbook._named_styles["Normal"].font = Font(name=FONT, size=12)
    for style in named_styles():
        workbook.add_named_style(style)
    properties = workbook.properties
    properties.title, properties.creator = page.title, page.organization
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.language = "ru"
    writers = [SheetWriter(workbook, sheet) for sheet in plan(page)]
    for writer in writers:
        writer.write()
    target = BytesIO()
    archive = FilledZip(target, moment)
    archive.rows = [writer.rows for writer in writers]
    ExcelWriter(workbook, archive).save()
    return target.getvalue()


def named_styles() -> Iterator[NamedStyle]:
    texts = {
        "Текст": ("left", False, 12),
        "По ширине": ("justify", False, 12),
        "По центру": ("center", False, 12),
        "Справа": ("right", False, 12),
        "Заголовок": ("left", True, 12),
        "Заголовок по центру": ("center", True, 12),
        "Вид документа": ("center", True, 14),
        "Мелкий текст": ("left", False, 10),
        "Реквизиты": ("center", False, 10),
        "Крупно": ("center", False, 16),
        "Крупный заголовок": ("center", True, 24),
        "Самый крупный заголовок": ("center", True, 36),
    }
    for name, (side, bold, size) in texts.items():
        yield _style(name, side, bold=bold, size=size)
    for side, name in CELL_STYLES.items():
        yield _style(name, side, border=GRID)
        yield _style(f"{name}, итог", side, bold=True, border=GRID)
    yield _style(HEAD, "center", bold=True, border=GRID, vertical="center")
    yield _style(BAND, "center", bold=True, border=GRID)
    for name in ("Строка подписи", "Строка для записи"):
        yield _style(name, "left", border=Border(bottom=THIN))


CELL_STYLES = {
    "left": "Ячейка",
    "center": "Ячейка по центру",
    "right": "Ячейка справа",
    "justify": "Ячейка по ширине",
}


def _style(name, side, *, bold=False, size=12, border=None, vertical="top"):
    alignment = Alignment(horizontal=side, vertical=vertical, wrap_text=True)
    font = Font(name=FONT, size=size, bold=bold)
    return NamedStyle(name, font=font, alignment=alignment, border=border or Border())


def typed(value: Cell) -> Any:
    """A number or date that Excel holds exactly; anything else as its text."""
    if isinstance(value, date):
        return value if value >= FIRST_DAY else cell_text(value)
    if isinstance(value, int | float | Decimal):
        exact = isfinite(value) and abs(value) < EXACT_BELOW
        return value if exact else cell_text(value)
    return value


class SheetWriter:
    """Lays one sheet out from the top down: openpyxl keeps its look, ``rows`` its contents."""

    def __init__(self, workbook: Workbook, sheet: Sheet) -> None:
        self.sheet = sheet
        self.is_first = not workbook.worksheets
        self.paper = workbook.create_sheet(sheet.name)
        self.rows: list[str] = []
        self.styles: dict[tuple[str, bool], int] = {}
        self.above = [row for block in sheet.above for row in text_rows(block)]
        self.below = [row for block in sheet.below for row in text_rows(block)]
        self.widths = column_letters(sheet.table)
        self.letters = [get_column_letter(number) for number in range(1, len(self.widths) + 1)]

    def write(self) -> None:
        self._set_up()
        for row in self.above:
            self._write_texts(row)
        if self.sheet.table:
            self._write_table(self.sheet.table)
        for row in self.below:
            self._write_texts(row)
        if self.sheet.code:
            self._write_code(self.sheet.code)

    def _set_up(self) -> None:
        paper = self.paper
        for letter, width in zip(self.letters, self.widths, strict=True):
            paper.column_dimensions[letter].width = width
        paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        paper.page_setup.paperSize = A4
        paper.page_setup.orientation = "landscape" if self.sheet.landscape else "portrait"
        paper.page_setup.fitToWidth, paper.page_setup.fitToHeight = 1, 0
        paper.page_margins = PageMargins(1.18, 0.39, 0.79, 0.79, header=0.43, footer=0.43)
        paper.oddHeader.center.text = PAGE_NUMBER
        paper.HeaderFooter.differentFirst = self.is_first
        if self.sheet.table:
            self._freeze(self.sheet.table)

    def _freeze(self, table: Table) -> None:
        height = len(head_rows(table))
        first = len(self.above) - self.above.count(NEXT_SHEET) + bool(table.caption) + 1
        self.paper.freeze_panes = f"A{first + height}"
        self.paper.print_title_rows = f"{first}:{first + height - 1}"

    def _write_texts(self, row: TextRow) -> None:
        """Cells under a merged text keep its style, or a line to sign on would be a stub."""
        if row == NEXT_SHEET:
            self.paper.row_breaks.append(Break(len(self.rows)))
            return
        cells: dict[int, tuple[str, Cell]] = {}
        height = 0.0
        for part in row:
            start, end = (round(edge * len(self.widths)) for edge in (part.start, part.end))
            cells |= {place: (part.style, None) for place in range(start, end)}
            cells[start] = (part.style, part.text)
            self._merge(start, end)
            height = max(height, text_height(part, sum(self.widths[start:end])))
        self._append(cells, height)

    def _write_code(self, code: QrCode) -> None:
        """The picture hangs over the last column; its cell says where it leads."""
        picture = Image(BytesIO(qr_png(code.address)))
        picture.width = picture.height = CODE_PIXELS
        self._write_texts((Part(""),))
        self.paper.add_image(picture, f"{self.letters[-1]}{len(self.rows) + 1}")
        self._merge(0, len(self.letters) - 1)
        self._append({0: ("Справа", code.caption)}, CODE_POINTS)

    def _write_table(self, table: Table) -> None:
        if table.caption:
            self._write_texts((Part(table.caption),))
        self._write_head(head_rows(table))
        styles = [CELL_STYLES[column.align] for column in table.columns]
        totals = [f"{style}, итог" for style in styles]
        first_total = len(table.rows) - table.totals
        for number, row in enumerate(table.rows or (NO_DATA,)):
            if isinstance(row, str):
                self._write_band(row, len(styles))
            else:
                self._write_cells(row, totals if number >= first_total else styles)

    def _write_head(self, rows: tuple[tuple[HeadCell, ...], ...]) -> None:
        open_below: set[int] = set()
        everywhere = range(len(self.widths))
        for titles in rows:
            cells: dict[int, tuple[str, Cell]] = dict.fromkeys(everywhere, (HEAD, None))
            places = (place for place in list(cells) if place not in open_below)
            for title in titles:
                place, *_covered = (next(places) for _column in range(title.columns))
                cells[place] = (HEAD, title.title)
                self._merge(place, place + title.columns, title.rows)
                open_below |= {place} if title.rows > 1 else set()
            self._append(cells, self._head_height(titles))

    def _head_height(self, titles: tuple[HeadCell, ...]) -> float:
        """Bold letters are wider, and a head that is cut cannot be read at all."""
        texts = [title.title for title in titles if title.columns == 1]
        return row_height(texts, [0.8 * min(self.widths[1:] or self.widths)] * len(texts))

    def _write_band(self, text: str, count: int) -> None:
        self._merge(0, count)
        self._append({at: (BAND, None if at else text) for at in range(count)})

    def _write_cells(self, row: Sequence[Cell], styles: Sequence[str]) -> None:
        padded = (*row, *[None] * (len(styles) - len(row)))
        cells = enumerate(zip(styles, padded, strict=True))
        self._append(dict(cells), row_height(padded, self.widths))

    def _merge(self, start: int, end: int, height: int = 1) -> None:
        if end - start > 1 or height > 1:
            first = len(self.rows) + 1
            area = f"{self.letters[start]}{first}:{self.letters[end - 1]}{first + height - 1}"
            self.paper.merged_cells.add(area)

    def _append(self, cells: dict[int, tuple[str, Cell]], height: float = 0.0) -> None:
        number = len(self.rows) + 1
        written = []
        for place, (style, value) in sorted(cells.items()):
            value = typed(value)
            look = self._style_id(style, isinstance(value, date))
            written.append(cell_xml(f"{self.letters[place]}{number}", look, value))
        self.rows.append(row_xml(number, written, height))

    def _style_id(self, name: str, dated: bool) -> int:
        if (name, dated) not in self.styles:
            probe = WriteOnlyCell(self.paper)
            probe.style = name
            if dated:
                probe.number_format = DATE_FORMAT
            self.styles[name, dated] = probe.style_id
        return self.styles[name, dated]
