"""How large a sheet is before a reader allocates it: the farthest value and the weight of texts."""

import re
from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from mentoring_portal.shared.spreadsheet_errors import (
    DAMAGED,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_SHEET_ROWS,
    MAX_UNPACKED_BYTES,
    TOO_FAR,
    TOO_LARGE_INSIDE,
    SpreadsheetError,
)

# Rows and cells whose first attribute is a near address; anything else is examined slowly.
UNUSUAL_CELL = re.compile(
    rb"<(?:[^\s<>/:]+:)?(?:c|row)(?=[\s/>])"
    rb'(?!\s+r="(?:[A-Z]|A[A-Z]|B[A-H])?\d{1,4}")'
)
ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
STRING_END = re.compile(rb"</(?:[^\s<>/:]+:)?si\s*>")
CELL_VALUE = re.compile(rb"<(?:[^\s<>/:]+:)?v(?:\s[^>/]*)?>([^<]*)<")


def check_sheets(parts: Iterable[tuple[str, bytes]]) -> None:
    """Refuse far cells, and short texts that are repeated into gigabytes."""
    parts = list(parts)
    for name, part in parts:
        if name == "content.xml":
            _OdsCorner().read(part)
        elif UNUSUAL_CELL.search(part):
            _XlsxCorner().read(part)
    _check_strings([part for _name, part in parts])


def _check_strings(parts: list[bytes]) -> None:
    """XLSX keeps each text once and cells point to it by number."""
    lengths = [len(text) for part in parts if b"si>" in part for text in STRING_END.split(part)]
    longest = max(lengths, default=0)
    cells = sum(part.count(b"<") for part in parts) // 4  # a cell with a value has four tags
    if longest * cells <= MAX_UNPACKED_BYTES:
        return
    weight = sum(
        _length(value, lengths, longest) for part in parts for value in CELL_VALUE.findall(part)
    )
    if weight > MAX_UNPACKED_BYTES:
        raise SpreadsheetError(TOO_LARGE_INSIDE)


def _length(value: bytes, lengths: list[int], longest: int) -> int:
    """The length of the text behind a value; an odd value counts as the longest."""
    if not value.isdigit():
        return 0 if _is_decimal(value) else longest
    number = int(value[:9])
    return lengths[number] if number < len(lengths) else 0


def _is_decimal(value: bytes) -> bool:
    return value.replace(b".", b"", 1).replace(b"-", b"").replace(b"E", b"").isdigit()


class _Corner:
    """The farthest cell with a value, found by walking the XML without keeping it."""

    def __init__(self) -> None:
        self.row = self.column = 0

    def read(self, part: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.Parse(part, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def found(self) -> None:
        if self.row > MAX_SHEET_ROWS or self.column > MAX_COLUMNS:
            raise SpreadsheetError(TOO_FAR)


class _XlsxCorner(_Corner):
    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self.row, self.column = int(attributes.get("r") or self.row + 1), 0
        elif local == "c":
            self._move(attributes.get("r"))
        elif local in ("v", "is", "f"):
            self.found()

    def _move(self, address: str | None) -> None:
        if address is None:
            self.column += 1
            return
        match = ADDRESS.fullmatch(address)
        if match is None:
            raise SpreadsheetError(DAMAGED)
        self.column, self.row = _column_number(match[1]), int(match[2])


class _OdsCorner(_Corner):
    """ODS repeats rows and cells by a number, so one short line may stand for a million."""

    def __init__(self) -> None:
        super().__init__()
        self.far_row = self.far_column = self.area = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "table":
            self.area += self.far_row * self.far_column
            self.row = self.far_row = self.far_column = 0
        elif local == "table-row":
            self.row += _repeated(attributes, "number-rows-repeated")
            self.column = 0
        elif local in ("table-cell", "covered-table-cell"):
            self._cell(attributes)
        elif local == "p":
            self.found()

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column += _repeated(attributes, "number-columns-repeated")
        if any(key.endswith(("value-type", "formula", "value")) for key in attributes):
            self.found()

    def found(self) -> None:
        super().found()
        self.far_row = max(self.far_row, self.row)
        self.far_column = max(self.far_column, self.column)
        if self.area + self.far_row * self.far_column > MAX_CELLS:
            raise SpreadsheetError(TOO_LARGE_INSIDE)


def _repeated(attributes: dict[str, str], name: str) -> int:
    values: list[Any] = [value for key, value in attributes.items() if key.endswith(name)]
    count = int(values[0]) if values else 1
    if not 0 < count <= 1_048_576:
        raise SpreadsheetError(TOO_FAR)
    return count


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
