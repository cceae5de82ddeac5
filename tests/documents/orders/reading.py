"""An order as plain lines, so that a whole page can be compared with a file."""

from pathlib import Path

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Clause,
    Command,
    DateNumber,
    Heading,
    KindLine,
    Letterhead,
    Para,
    Signature,
    Table,
    Title,
    cell_text,
)
from documents.domain.form_blocks import QrCode

PAGES = Path(__file__).parent / "pages"
PRINTED = {
    Letterhead: lambda block: block.lines,
    KindLine: lambda block: [block.text],
    DateNumber: lambda block: [f"{block.day_text} {block.number_text} {block.place}"],
    Title: lambda block: [f"[{block.text}]"],
    Heading: lambda block: [f"## {block.text}"],
    Para: lambda block: [block.text],
    Command: lambda block: [block.text],
    Clause: lambda block: [f"{'  ' * (block.level - 1)}{block.label} {block.text}"],
    Signature: lambda block: [f"{block.post} / {block.name}"],
    Acquaintance: lambda block: [block.caption, *(f"  {' | '.join(row)}" for row in block.rows)],
    Annex: lambda block: ["", *filter(None, block.head), f"[{block.title}]"],
    QrCode: lambda block: [],
    Table: lambda block: list(table_lines(block)),
}


def table_lines(table):
    if table.caption:
        yield table.caption
    yield " | ".join(column.title for column in table.columns)
    for row in table.rows:
        yield row if isinstance(row, str) else " | ".join(cell_text(cell) for cell in row)


def read(page):
    """The page with ordinary spaces."""
    lines = [line for block in page.blocks for line in PRINTED[type(block)](block)]
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def expected(name):
    return (PAGES / f"{name}.txt").read_text("utf-8")


def clauses(page):
    """Texts of the clauses with ordinary spaces."""
    found = [block for block in page.blocks if isinstance(block, Clause)]
    return [f"{block.label} {block.text}".replace("\u00a0", " ") for block in found]
