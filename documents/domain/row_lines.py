"""Rows of a table as the curator types them: one line a row, its parts between semicolons.

A line after «#» is a section of the table.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

SECTION, DIVIDER = "#", ";"
Parts: TypeAlias = tuple[str, ...]


class LineError(ValueError):
    """A Russian sentence about a line that cannot be read."""


def parse_rows(text: str, names: Sequence[str]) -> tuple[Parts | str, ...]:
    """Rows of as many parts as ``names``, the missing ones empty; a section is one text.

    Raises LineError with the number of the line for too many parts or an empty first one.
    """
    return tuple(_rows(text, names))


def rows_of(*names: str) -> Callable[[str], tuple[Parts | str, ...]]:
    """Reads the rows of such parts."""
    return partial(parse_rows, names=names)


def _rows(text: str, names: Sequence[str]) -> Iterator[Parts | str]:
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith(SECTION):
            yield line.lstrip(SECTION).strip()
        elif line:
            yield _parts(line, names, number)


def _parts(line: str, names: Sequence[str], number: int) -> Parts:
    parts = [part.strip() for part in line.split(DIVIDER)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    if len(parts) > len(names):
        wanted = "; ".join(names)
        raise LineError(
            f"Строка {number}: частей {len(parts)}, а нужно не больше {len(names)}: «{wanted}»."
        )
    if not parts[0]:
        raise LineError(f"Строка {number}: не заполнено «{names[0]}».")
    return (*parts, *[""] * (len(names) - len(parts)))
