"""Blocks that people fill in or sign, in the XML of DOCX: one piece a block."""

from collections.abc import Callable
from typing import Any

from documents.domain import form_blocks
from documents.rendering import wordml
from documents.rendering.wordml import BOLD

BANNERS = {"medium": "Крупно", "large": "Крупный заголовок", "huge": "Самый крупный заголовок"}


def _parties(block: form_blocks.Parties, width: int) -> list[str]:
    columns = [width // len(block.parties)] * len(block.parties)
    rows = (map(_details, columns, block.parties), map(_sign, columns, block.parties))
    return [wordml.grid(columns, map(wordml.row, rows))]


def _details(width: int, party: form_blocks.Party) -> str:
    title = wordml.paragraph(party.title, "Сторона", letters=BOLD, keep=True)
    lines = (wordml.paragraph(line, "Сторона", keep=True) for line in party.lines)
    return wordml.cell(width, title + "".join(lines))


def _sign(width: int, party: form_blocks.Party) -> str:
    text = f"{form_blocks.BLANK_LINE} / {party.name}"
    return wordml.cell(width, wordml.paragraph(text, "Подпись стороны"))


def _sign_line(block: form_blocks.SignLine, width: int) -> list[str]:
    columns = [width * part // 100 for part in (46, 20, 34)]
    texts = ((block.day, "left"), ("", "left"), (f"/ {block.signer}", "left"))
    label = wordml.paragraph(block.label, "Перед подписью", keep=True)
    return [label, wordml.frame(columns, texts, "Подпись документа", line=1)]


def _answer(block: form_blocks.Answer, width: int) -> list[str]:
    lines = [wordml.paragraph("", "Строка для записи")] * block.lines
    return [*lines, wordml.paragraph("", "После записей")]


def _choice(block: form_blocks.Choice, width: int) -> list[str]:
    return [wordml.paragraph(line, "Вариант ответа") for line in block.lines]


def _banner(block: form_blocks.Banner, width: int) -> list[str]:
    return [wordml.paragraph(block.text, BANNERS[block.size], align="center")]


WRITERS: dict[type, Callable[[Any, int], list[str]]] = {
    form_blocks.Parties: _parties,
    form_blocks.SignLine: _sign_line,
    form_blocks.Answer: _answer,
    form_blocks.Choice: _choice,
    form_blocks.Banner: _banner,
}
