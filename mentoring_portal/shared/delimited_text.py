"""Tables kept as text: CSV and its relatives, in the encodings Russian offices produce."""

import codecs
import csv
import io
import re
from collections import Counter

from mentoring_portal.shared.spreadsheet_errors import (
    DAMAGED,
    MAX_COLUMNS,
    MAX_SHEET_ROWS,
    TOO_FAR,
    SpreadsheetError,
)

DELIMITERS = ";\t,|"
SAMPLE_ROWS = 40
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The names of formats that are sometimes saved under a table's extension.
FOREIGN_TEXT = (
    (re.compile(r"\s*%PDF"), "Это документ PDF, а не таблица."),
    (re.compile(r"\s*\{\\rtf"), "Это документ RTF, а не таблица."),
    (re.compile(r"\s*<", re.IGNORECASE), "Это веб-страница или XML, а не таблица."),
)
ADVICE = " Загрузите файл XLSX, XLS, ODS или CSV."
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?")


def read_delimited(data: bytes) -> list[list[str]]:
    """Rows of a text table; a quoted line break stays inside its cell and its row."""
    text = _decode(data)
    _refuse_foreign(text)
    declared = SEPARATOR_LINE.match(text)
    if declared:
        return [[], *_rows(text[declared.end() :], declared[1])]
    return _rows(text, _delimiter(text))


def _decode(data: bytes) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decoded(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1251")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SpreadsheetError(
            "Не удалось прочитать буквы файла. Сохраните его как CSV в кодировке UTF-8."
        ) from error


def _refuse_foreign(text: str) -> None:
    for pattern, message in FOREIGN_TEXT:
        if pattern.match(text):
            raise SpreadsheetError(message + ADVICE)
    if CONTROL.search(text):
        raise SpreadsheetError(DAMAGED)


def _delimiter(text: str) -> str:
    """The mark that cuts most rows into the same number of cells."""
    sample = text[:20_000]
    return max(DELIMITERS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, mark: str) -> int:
    widths = Counter(len(row) for row in _sample_rows(sample, mark) if len(row) > 1)
    return max((width * count for width, count in widths.items()), default=0)


def _sample_rows(sample: str, mark: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
    rows: list[list[str]] = []
    try:
        for row, _number in zip(reader, range(SAMPLE_ROWS), strict=False):
            rows.append(row)
    except csv.Error:
        return []
    return rows


def _rows(text: str, mark: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            if len(rows) > MAX_SHEET_ROWS or len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
                raise SpreadsheetError(TOO_FAR)
            rows.append(row[:MAX_COLUMNS])
    except (csv.Error, TypeError) as error:
        raise SpreadsheetError(DAMAGED) from error
    return rows
