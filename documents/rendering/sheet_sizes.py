"""Widths and heights of a workbook's cells, counted in letters."""

from collections.abc import Sequence

from documents.domain.blocks import Cell, Table
from documents.domain.column_widths import WHOLE, widths
from documents.rendering.sheet_texts import Part

TEXT_COLUMNS = 6
LETTERS_ACROSS = 76
LETTERS_PER_COLUMN = 14
LINE_POINTS = 15.75
HIGHEST_ROW = 409.0
# How many times larger than plain text; a line to write on by hand wants room, too.
SCALES = {
    "Вид документа": 1.2,
    "Крупно": 1.4,
    "Крупный заголовок": 2.1,
    "Самый крупный заголовок": 3.2,
    "Строка для записи": 1.6,
}


def column_letters(table: Table | None) -> list[float]:
    """Widths of the columns in letters; a wide table is shrunk to the sheet when printed."""
    if table is None:
        return [LETTERS_ACROSS / TEXT_COLUMNS] * TEXT_COLUMNS
    across = max(LETTERS_ACROSS, LETTERS_PER_COLUMN * len(table.columns))
    return [max(5.0, round(across * part / WHOLE, 1)) for part in widths(table)]


def line_count(text: str, letters: float) -> int:
    """How many lines a wrapped text takes; a word longer than the line is broken."""
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(_wrapped(line.split(), letters) for line in text.split("\n"))


def _wrapped(words: list[str], letters: float) -> int:
    lines, taken = 1, 0.0
    for word in words:
        if taken and taken + len(word) > letters:
            lines, taken = lines + 1, 0.0
        broken = int((len(word) - 1) // letters)
        lines, taken = lines + broken, taken + len(word) - broken * letters + 1
    return lines


def row_height(values: Sequence[Cell], widths: Sequence[float]) -> float:
    """Nothing for one line; programs that open a workbook do not measure wrapped texts."""
    pairs = zip(values, widths, strict=True)
    lines = max((line_count(v, width) for v, width in pairs if isinstance(v, str)), default=1)
    return min(HIGHEST_ROW, lines * LINE_POINTS) if lines > 1 else 0.0


def text_height(part: Part, letters: float) -> float:
    scale = SCALES.get(part.style, 1.0)
    if scale == 1.0:
        return row_height([part.text], [letters])
    return min(HIGHEST_ROW, line_count(part.text, letters / scale) * LINE_POINTS * scale)
