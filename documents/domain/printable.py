"""Text and dates that every file format can hold."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from documents.domain.blocks import Acquaintance, Block, Page, Row, Table
from documents.domain.bound_words import bound, fitted, plain
from documents.domain.column_widths import rooms
from documents.domain.form_blocks import QrCode
from documents.domain.page_json import map_texts

# XML, and with it DOCX and XLSX, has no place for these at all.
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNDATED = date(2020, 1, 1)


def printable_text(text: str) -> str:
    if not ILLEGAL.search(text):
        return text
    return ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def printable(page: Page) -> Page:
    """Without what no file can hold, and with hard spaces where a line must not break."""
    return _with_blocks(page, _bound_cells)


def searchable(page: Page) -> Page:
    """For a workbook: hard spaces in its texts, none in the cells that people filter and copy."""
    return _with_blocks(page, _plain_cells)


def made_at(page: Page, made: datetime | None) -> datetime:
    """The moment a file says it was made: fixed, so that a reprint has the same bytes."""
    if made:
        return made
    return datetime.combine(page.day or UNDATED, time(), UTC)


def _with_blocks(page: Page, cells: Callable[[Any, Table], Any]) -> Page:
    cleaned: Page = map_texts(page, printable_text)
    return replace(cleaned, blocks=tuple(_block(block, cells) for block in cleaned.blocks))


def _block(block: Block, cells: Callable[[Any, Table], Any]) -> Block:
    if isinstance(block, QrCode):
        return replace(block, caption=bound(block.caption))
    if isinstance(block, Table):
        # Titles of columns are official names: files that come back are known by them.
        return replace(block, rows=cells(block.rows, block), caption=bound(block.caption))
    if isinstance(block, Acquaintance):
        numbered = cells(block.table.rows, block.table)
        people = tuple((row[1], row[2]) for row in numbered)
        return replace(block, rows=people, caption=bound(block.caption))
    changed: Block = map_texts(block, bound)
    return changed


def _plain_cells(rows: tuple[Row, ...], table: Table) -> tuple[Row, ...]:
    changed: tuple[Row, ...] = map_texts(rows, plain)
    return changed


def _bound_cells(rows: tuple[Row, ...], table: Table) -> tuple[Row, ...]:
    room = rooms(table)

    # Columns repeat their texts: forms of mentoring, classes, posts.
    @cache
    def cell(text: str, place: int) -> str:
        return fitted(bound(text), room[place])

    def row(cells: Row) -> Row:
        if isinstance(cells, str):
            return bound(cells)
        last = len(room) - 1  # a row that is too long is refused elsewhere
        return tuple(
            cell(each, min(at, last)) if isinstance(each, str) else each
            for at, each in enumerate(cells)
        )

    return tuple(row(cells) for cells in rows)
