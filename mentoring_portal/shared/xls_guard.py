"""The guard of old XLS files: the far corner of every sheet, before a reader allocates it.

XLS is a little file system (OLE2) with the workbook as one stream of records in it. Only what
the guard needs is read: the chain of sectors, the names of streams and the addresses of cells.
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mentoring_portal.shared.spreadsheet_errors import (
    DAMAGED,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_SHEET_ROWS,
    PROTECTED,
    TOO_FAR,
    TOO_LARGE_INSIDE,
    SpreadsheetError,
    refusing_damage,
)

NOT_A_TABLE = "Это не таблица Excel. Загрузите файл XLSX, XLS, ODS или CSV."
LAST_SECTOR = 0xFFFFFFF0  # this number and those above mark ends and gaps
ENTRY_SIZE = 128
MINI_SECTOR = 64

BEGINNING, PASSWORD_RECORD, MANY_NUMBERS = 0x0809, 0x002F, 0x00BD
CELL_RECORDS = frozenset((0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x0006, 0x00D6, MANY_NUMBERS))


class _Entry(NamedTuple):
    name: str
    kind: int
    start: int
    size: int


def check_xls(data: bytes) -> None:
    """Refuse what is encrypted, is not a workbook or has cells far from the others."""
    with refusing_damage():
        container = _Container(data)
        entries = {entry.name.casefold(): entry for entry in container.entries()}
        if "encryptedpackage" in entries:
            raise SpreadsheetError(PROTECTED)
        books = [entries[name] for name in ("workbook", "book") if name in entries]
        if not books:
            raise SpreadsheetError(NOT_A_TABLE)
        for book in books:
            _check_records(container.content(book))


class _Container:
    def __init__(self, data: bytes) -> None:
        self.data = data
        shift, _mini_shift = struct.unpack_from("<HH", data, 30)
        self.sector = 1 << min(shift, 12)
        table_count, directory = struct.unpack_from("<II", data, 44)
        self.directory = directory
        self.cutoff, self.mini_table_start = struct.unpack_from("<II", data, 56)
        tables = struct.unpack_from("<109I", data, 76)[: min(table_count, 109)]
        self.table = self._numbers(tables)

    def entries(self) -> Iterator[_Entry]:
        directory = self._joined(self._chain(self.directory, self.table))
        for offset in range(0, len(directory) - ENTRY_SIZE + 1, ENTRY_SIZE):
            length, kind = struct.unpack_from("<HB", directory, offset + 64)
            name = directory[offset : offset + max(min(length, 64) - 2, 0)]
            start, size = struct.unpack_from("<II", directory, offset + 116)
            yield _Entry(name.decode("utf-16-le", "replace"), kind, start, size)

    def content(self, entry: _Entry) -> bytes:
        if entry.size >= self.cutoff:
            return self._joined(self._chain(entry.start, self.table))[: entry.size]
        root = next(entry for entry in self.entries() if entry.kind == 5)
        small = self._joined(self._chain(root.start, self.table))
        mini_table = self._numbers(self._chain(self.mini_table_start, self.table))
        parts = (
            small[number * MINI_SECTOR : (number + 1) * MINI_SECTOR]
            for number in self._chain(entry.start, mini_table)
        )
        return b"".join(parts)[: entry.size]

    def _chain(self, start: int, table: Sequence[int]) -> list[int]:
        chain: list[int] = []
        while start < LAST_SECTOR:
            if start >= len(table) or len(chain) > len(table):
                raise SpreadsheetError(DAMAGED)
            chain.append(start)
            start = table[start]
        return chain

    def _joined(self, sectors: Sequence[int]) -> bytes:
        size = self.sector  # the header takes the place of one sector
        return b"".join(self.data[(number + 1) * size : (number + 2) * size] for number in sectors)

    def _numbers(self, sectors: Sequence[int]) -> tuple[int, ...]:
        joined = self._joined([number for number in sectors if number < LAST_SECTOR])
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])


def _check_records(stream: bytes) -> None:
    area = sum((row + 1) * (column + 1) for row, column in _corners(stream))
    if area > MAX_CELLS:
        raise SpreadsheetError(TOO_LARGE_INSIDE)


def _corners(stream: bytes) -> Iterator[tuple[int, int]]:
    """The last row and column of each sheet, counted from zero."""
    starts = [offset for offset, kind, _length in _records(stream) if kind == BEGINNING]
    for start, end in pairwise([*starts, len(stream)]):
        yield _corner(stream[start:end])


def _corner(sheet: bytes) -> tuple[int, int]:
    last_row = last_column = 0
    for offset, kind, length in _records(sheet):
        if kind == PASSWORD_RECORD:
            raise SpreadsheetError(PROTECTED)
        if kind in CELL_RECORDS and length >= 6:
            row, column = struct.unpack_from("<HH", sheet, offset + 4)
            if kind == MANY_NUMBERS:
                (column,) = struct.unpack_from("<H", sheet, offset + 2 + length)
            last_row, last_column = max(last_row, row), max(last_column, column)
    if last_row >= MAX_SHEET_ROWS or last_column >= MAX_COLUMNS:
        raise SpreadsheetError(TOO_FAR)
    return last_row, last_column


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    offset = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield offset, kind, length
        offset += 4 + length
