"""How a table stands on a sheet, decided once for every file format."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from documents.domain.blocks import NO_DATA, Cell, Column, Row, Table, cell_text
from documents.domain.column_widths import TABLE_WIDTH, WHOLE, density, widths

# A row that would take more lines than this may break across sheets: a taller row that must not
# break would leave half a sheet empty and lose the repeated head.
SHORT_ROW_LINES = 10
LETTER_WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A title of the head: ``columns`` wide, ``rows`` high."""

    title: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class BodyRow:
    cells: tuple[Cell, ...]
    section: bool = False
    total: bool = False
    short: bool = True

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell_text(cell) for cell in self.cells)


def head_rows(table: Table) -> tuple[tuple[HeadCell, ...], ...]:
    """One row of titles, or two when neighbors stand under common titles."""
    if not any(column.group for column in table.columns):
        return (tuple(HeadCell(column.title) for column in table.columns),)
    upper = [cell for group in _groups(table.columns) for cell in _upper_cells(group)]
    lower = [HeadCell(column.title) for column in table.columns if column.group]
    return tuple(upper), tuple(lower)


def _groups(columns: tuple[Column, ...]) -> Iterator[list[Column]]:
    for _group, same in groupby(columns, key=lambda column: column.group):
        yield list(same)


def _upper_cells(group: list[Column]) -> list[HeadCell]:
    if group[0].group:
        return [HeadCell(group[0].group, columns=len(group))]
    return [HeadCell(column.title, rows=2) for column in group]


def body_rows(table: Table) -> Iterator[BodyRow]:
    if not table.rows:
        yield BodyRow((NO_DATA,), section=True)
    line = TABLE_WIDTH[density(table)] / LETTER_WIDTH
    letters = [max(1, int(line * width / WHOLE)) for width in widths(table)]
    first_total = len(table.rows) - table.totals
    for number, row in enumerate(table.rows):
        yield _body_row(row, letters, total=number >= first_total)


def _body_row(row: Row, letters: list[int], *, total: bool) -> BodyRow:
    if isinstance(row, str):
        return BodyRow((row,), section=True)
    if len(row) > len(letters):
        raise ValueError(f"A row of {len(row)} cells in a table of {len(letters)} columns.")
    cells = (*row, *[None] * (len(letters) - len(row)))
    pairs = zip(cells, letters, strict=True)
    lines = max(len(cell_text(cell)) // width for cell, width in pairs)
    return BodyRow(cells, total=total, short=lines < SHORT_ROW_LINES)
