"""Rows of a workbook in the XML of XLSX, written as text.

openpyxl builds the workbook, but takes three times as long for a styled cell as for a bare one:
a register of ten thousand rows would keep its reader waiting.
"""

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from documents.domain.blocks import Cell
from documents.rendering.archive import SteadyZip

EMPTY_ROWS = b"<sheetData></sheetData>"
# The day that Excel counts its dates from; it believes that 1900 was a leap year.
DAY_ZERO = date(1899, 12, 30)
LONGEST_CELL = 32_767


def cell_xml(place: str, style: int, value: Cell) -> str:
    """One cell; ``place`` is «B7». A text is never a formula, whatever it begins with."""
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, str):
        text = escape(value[:LONGEST_CELL])
        inline = f'<is><t xml:space="preserve">{text}</t></is>'
        return f'<c r="{place}" s="{style}" t="inlineStr">{inline}</c>'
    number = (value - DAY_ZERO).days if isinstance(value, date) else value
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'


def row_xml(number: int, cells: Sequence[str], height: float | None) -> str:
    look = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{number}"{look}>{"".join(cells)}</row>'


class FilledZip(SteadyZip):
    """Puts the rows into the sheets while the workbook is written."""

    rows: Sequence[Sequence[str]] = ()

    def writestr(self, name, data, *_ignored):  # type: ignore[no-untyped-def]
        for number, rows in enumerate(self.rows, 1):
            if name == f"xl/worksheets/sheet{number}.xml":
                filled = f"<sheetData>{''.join(rows)}</sheetData>".encode()
                data = data.replace(EMPTY_ROWS, filled, 1)
        super().writestr(name, data)
