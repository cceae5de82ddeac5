"""Lines of the tables that hold a roadmap: heads found and repeated, numbering and blanks left out.

A table without a head goes on with the columns of the table before it when it is as wide: Word
splits long tables so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from mentoring_portal.shared.dates import short_date
from programs.domain.roadmap_columns import (
    Columns,
    head_of,
    is_clear_head,
    is_numbering,
    is_repeated,
    with_second_line,
)

Value = str | date
DASHES = {"-", "–", "—"}
NARROWEST = 3  # columns of a table that may be the rest of a roadmap


@dataclass(frozen=True)
class Line:
    """A row of a table; ``continued`` are the places under a cell that is merged downwards."""

    number: int
    cells: tuple[Value, ...]
    spans_all: bool = False
    continued: frozenset[int] = frozenset()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(text_of(value) for value in self.cells)

    @cached_property
    def filled(self) -> list[int]:
        return [place for place, text in enumerate(self.texts) if text]


@dataclass(frozen=True)
class Grid:
    """A sheet or a table with the name by which a person finds it."""

    name: str
    lines: Sequence[Line]

    @cached_property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)


@dataclass
class Body:
    """Rows under one head."""

    grid: Grid
    columns: Columns
    lines: list[Line] = field(default_factory=list)


def text_of(value: Value) -> str:
    """Lines without spare spaces; a date as people write it; a lone dash is nothing."""
    if isinstance(value, date):
        return short_date(value.date() if isinstance(value, datetime) else value)
    lines = (" ".join(line.split()) for line in value.splitlines())
    text = "\n".join(filter(None, lines))
    return "" if text in DASHES else text


def bodies_of(grids: Sequence[Grid]) -> tuple[list[Body], list[Grid]]:
    """The roadmap's rows and the tables that are not a roadmap."""
    found: list[Body] = []
    foreign: list[Grid] = []
    for grid in grids:
        bodies = list(_bodies(grid, _continued(found, grid)))
        found += bodies
        if not bodies:
            foreign.append(grid)
    return found, foreign


def _continued(found: list[Body], grid: Grid) -> Columns | None:
    headless = not any(_head(line) for line in grid.lines)
    if found and headless and NARROWEST <= grid.width == found[-1].grid.width:
        return found[-1].columns
    return None


def _bodies(grid: Grid, columns: Columns | None) -> Iterator[Body]:
    body = Body(grid, columns) if columns else None
    fresh = False
    for line in grid.lines:
        head = _new_head(line, body, fresh)
        if head is not None:
            if body is not None and not fresh:
                yield body
            body, fresh = Body(grid, head), True
        elif body is not None and not _is_service(line, body.columns):
            body.lines.append(line)
            fresh = False
    if body is not None:
        yield body


def _head(line: Line) -> Columns | None:
    return None if line.spans_all else head_of(line.texts)


def _new_head(line: Line, body: Body | None, fresh: bool) -> Columns | None:
    """The first head, its second line, or another clear head further down."""
    if body is None:
        return _head(line)
    if line.spans_all or is_repeated(body.columns, line.texts):
        return None
    if fresh and (second := with_second_line(body.columns, line.texts)):
        return second
    return head_of(line.texts) if is_clear_head(line.texts) else None


def _is_service(line: Line, columns: Columns) -> bool:
    return not line.filled or is_repeated(columns, line.texts) or is_numbering(line.texts)
