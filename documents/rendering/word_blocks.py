"""Blocks of a paper in the XML of DOCX: paragraphs with styles, lists and tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from documents.domain import blocks
from documents.domain.blocks import Block, Table
from documents.domain.form_blocks import Parties, QrCode, SignLine
from documents.rendering import word_forms, wordml
from documents.rendering.word_numbers import Numbering, split_number
from documents.rendering.wordml import BOLD, ITALIC, SPACED, paragraph

MM = 1440 / 25.4
RED_LINE = round(12.5 * MM)
LEFT_TITLE, ANNEX_HEAD = round(100 * MM), round(75 * MM)
RULE_BELOW = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="000000"/></w:pBdr>'
NO_INDENT = '<w:ind w:left="0" w:firstLine="0"/>'
# Not a break inside a paragraph: below a full sheet that would make an empty one.
NEXT_SHEET = paragraph("", "Отступ", more="<w:pageBreakBefore/>")
# Between two tables, which would grow together, and behind the last one.
GAP = paragraph("", "Отступ")
SIGNATURES = (blocks.Signature, SignLine, Parties)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a block must know: the width of the text in twentieths of a point, the lists so far."""

    width: int
    numbering: Numbering


def section_xml(own: Sequence[Block], sheet: Sheet) -> str:
    """A signature stays with the text above it: it must not be alone on a sheet."""
    pieces: list[str] = []
    for block in own:
        if isinstance(block, SIGNATURES) and pieces:
            hold(pieces)
        if isinstance(block, blocks.Stamps) and pieces:
            pieces.append(paragraph("", "Гриф"))  # not right under the rule of the letterhead
        pieces += WRITERS[type(block)](block, sheet)
    return wordml.body(pieces)


def hold(pieces: list[str]) -> None:
    """Back to the last piece that has words: an empty one holds nothing."""
    for at in range(len(pieces) - 1, -1, -1):
        pieces[at] = wordml.kept(pieces[at])
        if "<w:t" in pieces[at]:
            return


def _letterhead(block: blocks.Letterhead, sheet: Sheet) -> list[str]:
    styled = [(line, "Организация") for line in block.lines]
    styled += [(line, "Реквизиты") for line in block.details]
    last = len(styled) - 1
    return [
        paragraph(line, style, more=RULE_BELOW if at == last else "")
        for at, (line, style) in enumerate(styled)
    ]


def _date_number(block: blocks.DateNumber, sheet: Sheet) -> Iterator[str]:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{sheet.width}"/></w:tabs>'
    yield paragraph(f"{block.day_text}\t{block.number_text}", "Дата и номер", more=tab)
    if block.place:
        yield paragraph(block.place, "Место составления")


def _title(block: blocks.Title, sheet: Sheet) -> list[str]:
    narrow = f'<w:ind w:right="{sheet.width - LEFT_TITLE}"/>' if block.align == "left" else ""
    return [paragraph(block.text, "Title", align=block.align, more=narrow)]


def _heading(block: blocks.Heading, sheet: Sheet) -> list[str]:
    number, text = split_number(block.text)
    numbered = _in_list(number, sheet)
    return [
        paragraph(
            text if numbered else block.text,
            f"Heading {min(block.level, 3)}",
            align="center" if block.level == 1 else "",
            more=numbered and numbered + NO_INDENT,
        )
    ]


def _in_list(number: str, sheet: Sheet) -> str:
    place = sheet.numbering.place(number)
    if place is None:
        return ""
    identity, level = place
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'


def _para(block: blocks.Para, sheet: Sheet) -> list[str]:
    letters = (BOLD if block.bold else "") + (ITALIC if block.italic else "")
    indent = f'<w:ind w:firstLine="{RED_LINE if block.indent else 0}"/>'
    return [paragraph(block.text, "Normal", align=block.align, letters=letters, more=indent)]


def _clause(block: blocks.Clause, sheet: Sheet) -> list[str]:
    numbered = _in_list(block.number, sheet)
    text = block.text if numbered else f"{block.label} {block.text}"
    return [paragraph(text, "Пункт", more=numbered)]


def _table(block: Table, sheet: Sheet, *, roomy: bool = False) -> Iterator[str]:
    if block.caption:
        yield paragraph(block.caption, "Caption")
    yield wordml.table(block, sheet.width, roomy=roomy)
    yield GAP


def _frame(
    sheet: Sheet,
    parts: Sequence[int],
    texts: Sequence[tuple[str, str]],
    *,
    style: str = "Normal",
    line: int = -1,
) -> list[str]:
    columns = [sheet.width * part // sum(parts) for part in parts]
    return [wordml.frame(columns, texts, style, line), GAP]


def _key_values(block: blocks.KeyValues, sheet: Sheet) -> list[str]:
    return [
        piece
        for label, value in block.pairs
        for piece in _frame(sheet, (35, 65), ((label, "left"), (value, "left")))
    ]


def _signature(block: blocks.Signature, sheet: Sheet) -> list[str]:
    texts = ((block.post, "left"), ("", "left"), (block.name, "right"))
    return [
        paragraph("", "Над подписью"),
        *_frame(sheet, (44, 26, 30), texts, style="Подпись документа", line=1),
    ]


def _stamps(block: blocks.Stamps, sheet: Sheet) -> list[str]:
    texts = (("\n".join(block.left), "left"), ("", "left"), ("\n".join(block.right), "left"))
    return _frame(sheet, (44, 12, 44), texts, style="Гриф")


def _annex(block: blocks.Annex, sheet: Sheet) -> Iterator[str]:
    aside = f'<w:ind w:left="{sheet.width - ANNEX_HEAD}"/>'
    yield from (paragraph(line, "Гриф", more=aside) for line in block.head)
    if block.title:
        yield paragraph(block.title, "Title", align="center")


def _form(block: Any, sheet: Sheet) -> list[str]:
    pieces = word_forms.WRITERS[type(block)](block, sheet.width)
    return [*pieces, GAP] if pieces[-1].startswith("<w:tbl") else pieces


WRITERS: dict[type, Callable[[Any, Sheet], Any]] = {
    blocks.Letterhead: _letterhead,
    blocks.KindLine: lambda b, sheet: [paragraph(b.text, "Вид документа", letters=SPACED)],
    blocks.DateNumber: _date_number,
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Para: _para,
    blocks.Command: lambda b, sheet: [paragraph(b.text, "Распоряжение", letters=SPACED)],
    blocks.Clause: _clause,
    blocks.KeyValues: _key_values,
    blocks.Note: lambda b, sheet: [paragraph(b.text, "Примечание")],
    Table: _table,
    blocks.Signature: _signature,
    blocks.Stamps: _stamps,
    blocks.Acquaintance: lambda b, sheet: _table(b.table, sheet, roomy=True),
    blocks.PageBreak: lambda b, sheet: [NEXT_SHEET],
    blocks.Annex: _annex,
    # A picture at the foot of the first sheet.
    QrCode: lambda b, sheet: [],
    **dict.fromkeys(word_forms.WRITERS, _form),
}
