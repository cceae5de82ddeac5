"""How high a row of a sheet must be for its wrapped texts: not every program works it out."""

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

LINE = 15.0  # points
HIGHEST = 400.0  # Excel takes no more than 409
SHARE = 0.9  # Cyrillic letters are wider than the digits that widths are counted in


def row_height(values: Sequence[Any], widths: Sequence[float]) -> float:
    lines = [lines_of(value, width) for value, width in zip(values, widths, strict=False)]
    return min(HIGHEST, LINE * max(lines, default=1))


def lines_of(value: Any, width: float) -> int:
    if isinstance(value, date) or not isinstance(value, str):
        return 1
    room = max(1, int(width * SHARE))
    return sum(_wrapped(line, room) for line in value.split("\n"))


def _wrapped(line: str, room: int) -> int:
    return 1 if len(line) <= room else max(1, len(textwrap.wrap(line, room)))
