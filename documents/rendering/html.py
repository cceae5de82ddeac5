"""A page of blocks as HTML: the preview on screen and what the PDF is laid out from.

No style attributes: the portal's content policy forbids them, so widths are classes of print.css.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any

from django.template.loader import render_to_string

from documents.domain import blocks, column_widths, form_blocks, table_layout
from documents.domain.blocks import Acquaintance, Block, Page, Table
from documents.domain.form_blocks import Answer, QrCode
from documents.domain.printable import made_at, printable
from documents.domain.sections import Section, sections
from participants.rendering.qr import qr_inline

PARTIALS: dict[type, str] = {
    blocks.Letterhead: "_letterhead",
    blocks.KindLine: "_kind_line",
    blocks.DateNumber: "_date_number",
    blocks.Title: "_title",
    blocks.Heading: "_heading",
    blocks.Para: "_para",
    blocks.Command: "_command",
    blocks.Clause: "_clause",
    blocks.KeyValues: "_key_values",
    blocks.Note: "_note",
    blocks.Table: "_table",
    blocks.Signature: "_signature",
    blocks.Stamps: "_stamps",
    blocks.Acquaintance: "_table",
    blocks.PageBreak: "_page_break",
    blocks.Annex: "_annex",
    form_blocks.Parties: "_parties",
    form_blocks.SignLine: "_sign_line",
    form_blocks.Answer: "_answer",
    form_blocks.Choice: "_choice",
    form_blocks.Banner: "_banner",
    form_blocks.QrCode: "_qr_code",
}


def to_html(page: Page, *, standalone: bool = False, made: datetime | None = None) -> str:
    """The ``.sheet`` for a page of the portal; standalone, a whole document for the PDF."""
    page = printable(page)
    numbers = count(1)
    context = {
        "page": page,
        "sections": [_section(section, numbers) for section in sections(page)],
        "marks": [_item(block, numbers) for block in page.blocks if isinstance(block, QrCode)],
        "standalone": standalone,
        "made": made_at(page, made).isoformat(timespec="seconds"),
        # On screen the portal's own heading is h1, so those of the paper begin one lower.
        "top": 1 if standalone else 2,
    }
    return render_to_string(f"documents/print/{'document' if standalone else 'page'}.html", context)


def _section(section: Section, numbers: Iterator[int]) -> dict[str, Any]:
    """A code is left out: it hangs at the foot of the first sheet, wherever it was put."""
    own = [block for block in section.blocks if not isinstance(block, QrCode)]
    return {
        "landscape": section.landscape,
        "items": [_item(block, numbers) for block in own],
    }


def _item(block: Block, numbers: Iterator[int]) -> dict[str, Any]:
    item = {"template": f"documents/print/{PARTIALS[type(block)]}.html", "block": block}
    if type(block) in TABLES:
        # A reader of the screen tells the tables of a paper apart by these numbers.
        item["number"] = next(numbers)
        return item | TABLES[type(block)](block)
    return item | FORMS[type(block)](block) if type(block) in FORMS else item


def _table(table: Table) -> dict[str, Any]:
    return {
        "block": table,
        "density": column_widths.density(table),
        "widths": column_widths.widths(table),
        "head": [[_head_cell(cell) for cell in row] for row in table_layout.head_rows(table)],
        "columns": len(table.columns),
        "rows": [_row(row, table) for row in table_layout.body_rows(table)],
    }


def _head_cell(cell: table_layout.HeadCell) -> table_layout.HeadCell:
    """«п/п» would break at its slash in a narrow column, so it gets a line of its own."""
    return replace(cell, title=cell.title.replace("№ п/п", "№\nп/п"))


def _row(row: table_layout.BodyRow, table: Table) -> dict[str, Any]:
    if row.section:
        return {"section": row.texts[0], "classes": "section short"}
    named = zip(row.texts, table.columns, strict=True)
    marks = [name for name, on in (("total", row.total), ("short", row.short)) if on]
    return {
        "cells": [(text, column.align) for text, column in named],
        "classes": " ".join(marks),
    }


def _acquaintance(block: Acquaintance) -> dict[str, Any]:
    return {**_table(block.table), "roomy": True}


def _qr_code(block: QrCode) -> dict[str, Any]:
    return {"picture": qr_inline(block.address, block.spoken)}


FORMS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Answer: lambda block: {"lines": range(block.lines)},
    QrCode: _qr_code,
}
TABLES: dict[type, Callable[[Any], dict[str, Any]]] = {
    blocks.Table: _table,
    blocks.Acquaintance: _acquaintance,
}
