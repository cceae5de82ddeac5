"""The texts of a paper as rows of a workbook: which part of the width each text takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from documents.domain import blocks, form_blocks
from documents.domain.blocks import Block
from documents.domain.form_blocks import BLANK_LINE

# A row of Excel cannot be higher than 409 points: longer texts go on in the next row.
LONGEST_TEXT = 1500


@dataclass(frozen=True, slots=True)
class Part:
    """A text from ``start`` to ``end`` of the sheet's width."""

    text: str
    style: str = "Текст"
    start: float = 0.0
    end: float = 1.0


TextRow = tuple[Part, ...]
SPACE: TextRow = (Part(""),)
# No row at all: what follows is printed on a new sheet of paper.
NEXT_SHEET: TextRow = ()
BANNERS = {"medium": "Крупно", "large": "Крупный заголовок", "huge": "Самый крупный заголовок"}
ALIGNED = {"left": "Текст", "center": "По центру", "right": "Справа", "justify": "По ширине"}


def text_rows(block: Block) -> list[TextRow]:
    return list(ROWS[type(block)](block))


def _whole(text: str, style: str) -> Iterator[TextRow]:
    short = len(text) <= LONGEST_TEXT
    for piece in [text] if short else wrap(text, LONGEST_TEXT, replace_whitespace=False):
        yield (Part(piece, style),)


def _letterhead(block: blocks.Letterhead) -> Iterator[TextRow]:
    yield from ((Part(line, "Заголовок по центру"),) for line in block.lines)
    yield from ((Part(line, "Реквизиты"),) for line in block.details)


def _date_number(block: blocks.DateNumber) -> Iterator[TextRow]:
    yield Part(block.day_text, end=0.5), Part(block.number_text, "Справа", 0.5)
    if block.place:
        yield (Part(block.place, "По центру"),)


def _title(block: blocks.Title) -> Iterator[TextRow]:
    yield SPACE
    centered = block.align == "center"
    yield from _whole(block.text, "Заголовок по центру" if centered else "Заголовок")
    yield SPACE


def _heading(block: blocks.Heading) -> Iterator[TextRow]:
    yield from _whole(block.text, "Заголовок по центру" if block.level == 1 else "Заголовок")


def _para(block: blocks.Para) -> Iterator[TextRow]:
    return _whole(block.text, "Заголовок" if block.bold else ALIGNED[block.align])


def _clause(block: blocks.Clause) -> Iterator[TextRow]:
    return _whole(f"{block.label} {block.text}", "По ширине")


def _key_values(block: blocks.KeyValues) -> Iterator[TextRow]:
    for label, value in block.pairs:
        yield Part(label, end=0.34), Part(value, start=0.34)


def _signature(block: blocks.Signature) -> Iterator[TextRow]:
    yield SPACE
    line = Part("", "Строка подписи", 0.5, 0.67)
    yield Part(block.post, end=0.5), line, Part(block.name, "Справа", 0.67)


def _stamps(block: blocks.Stamps) -> Iterator[TextRow]:
    left, right = "\n".join(block.left), "\n".join(block.right)
    yield SPACE
    yield Part(left, end=0.5), Part(right, start=0.5)
    yield SPACE


def _annex(block: blocks.Annex) -> Iterator[TextRow]:
    yield from ((Part("", end=0.5), Part(line, start=0.5)) for line in block.head)
    if block.title:
        yield from _title(blocks.Title(block.title, "center"))


def _parties(block: form_blocks.Parties) -> Iterator[TextRow]:
    """A column a party: its name, its details, its line to sign."""
    yield SPACE
    edges = [at / len(block.parties) for at in range(len(block.parties) + 1)]
    places = list(zip(block.parties, edges, edges[1:], strict=False))
    yield tuple(Part(p.title, "Заголовок", start, end) for p, start, end in places)
    yield tuple(Part("\n".join(p.lines), "Текст", start, end) for p, start, end in places)
    yield SPACE
    yield tuple(Part(f"{BLANK_LINE} / {p.name}", "Текст", start, end) for p, start, end in places)


def _sign_line(block: form_blocks.SignLine) -> Iterator[TextRow]:
    yield SPACE
    if block.label:
        yield (Part(block.label),)
    line = Part("", "Строка подписи", 0.5, 0.67)
    yield Part(block.day, end=0.5), line, Part(f"/ {block.signer}", start=0.67)


ROWS: dict[type, Callable[[Any], Iterator[TextRow]]] = {
    blocks.Letterhead: _letterhead,
    blocks.KindLine: lambda block: iter((SPACE, (Part(block.text, "Вид документа"),), SPACE)),
    blocks.DateNumber: _date_number,
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Para: _para,
    blocks.Command: lambda block: _whole(block.text, "Текст"),
    blocks.Clause: _clause,
    blocks.KeyValues: _key_values,
    blocks.Note: lambda block: _whole(block.text, "Мелкий текст"),
    blocks.Signature: _signature,
    blocks.Stamps: _stamps,
    blocks.PageBreak: lambda block: iter((NEXT_SHEET,)),
    blocks.Annex: _annex,
    form_blocks.Parties: _parties,
    form_blocks.SignLine: _sign_line,
    form_blocks.Answer: lambda block: iter(((Part("", "Строка для записи"),),) * block.lines),
    form_blocks.Choice: lambda block: iter((Part(line),) for line in block.lines),
    form_blocks.Banner: lambda block: iter(((Part(block.text, BANNERS[block.size]),), SPACE)),
}
