"""Tables in the XML of DOCX, written as text: long registers would be slow cell by cell."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from documents.domain.blocks import Table
from documents.domain.column_widths import WHOLE, density, widths
from documents.domain.table_layout import BodyRow, HeadCell, body_rows, head_rows

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = {
    "normal": "Таблица",
    "dense": "Таблица плотная",
    "tiny": "Таблица мелкая",
    "micro": "Таблица мельчайшая",
}
BOLD, ITALIC = "<w:b/>", "<w:i/>"
SPACED = '<w:spacing w:val="40"/>'
KEPT = "<w:keepNext/>"
OPEN_TEXT = '<w:t xml:space="preserve">'
SIDES_OF_TEXT = {"left": "left", "center": "center", "right": "right", "justify": "both"}
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0"/>' for side in SIDES)
LINE_BELOW = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0"/></w:tcBorders>'
AT_BOTTOM = '<w:vAlign w:val="bottom"/>'
# Without the same indent the borders would stand outside the sheet's margin.
CELL_MARGIN = 57
TIGHT_MARGIN = 20
CELL_ROOM = 28
# Room for a signature in twentieths of a point: nine millimeters.
ROOMY = 510


def style_id(name: str) -> str:
    return name.replace(" ", "")


def run(text: str, *, look: str = "") -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    inside = "<w:br/>".join(lines).replace("\t", f"</w:t><w:tab/>{OPEN_TEXT}")
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>"


def paragraph(
    text: str, style: str, *, align: str = "", letters: str = "", keep: bool = False, more: str = ""
) -> str:
    """``letters`` is the look of the text, ``more`` of the paragraph; the rest is the style's."""
    side = f'<w:jc w:val="{SIDES_OF_TEXT[align]}"/>' if align else ""
    kept = KEPT if keep else ""
    look = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/>{kept}{more}{side}</w:pPr>'
    return f"<w:p>{look}{run(text, look=letters) if text else ''}</w:p>"


def kept(xml: str) -> str:
    """The same paragraph or row, staying on the sheet with what follows."""
    head, style, rest = xml.rpartition("<w:pStyle ")
    end = rest.index("/>") + 2
    known = rest.startswith(KEPT, end)
    return xml if known else f"{head}{style}{rest[:end]}{KEPT}{rest[end:]}"


def body(pieces: Iterable[str]) -> str:
    return f"<w:body {NAMESPACE}>{''.join(pieces)}</w:body>"


def cell(width: int, content: str, *, span: int = 1, extra: str = "") -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanning}{extra}'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], *, head: bool = False, whole: bool = True, height: int = 0) -> str:
    look = "<w:cantSplit/>" if whole else ""
    look += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    look += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def grid(
    columns: Sequence[int],
    rows: Iterable[str],
    borders: str = "",
    margin: int = CELL_MARGIN,
    room: int = 0,
) -> str:
    """``margin`` parts the texts of cells from their sides, ``room`` from top and bottom."""
    margins = {"top": room, "left": margin, "bottom": room, "right": margin}
    around = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in margins.items())
    look = (
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="{margin}" w:type="dxa"/>'
        f"{f'<w:tblBorders>{borders}</w:tblBorders>' if borders else ''}"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{around}</w:tblCellMar>'
    )
    marks = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{marks}</w:tblGrid>{''.join(rows)}</w:tbl>"


def frame(columns: Sequence[int], texts: Sequence[tuple[str, str]], style: str, line: int) -> str:
    """A row without borders that holds texts side by side; ``line`` is the cell to sign on."""
    low = AT_BOTTOM if line >= 0 else ""
    cells = (
        cell(
            width,
            paragraph(text, style, align=align),
            extra=(LINE_BELOW if place == line else "") + low,
        )
        for place, (width, (text, align)) in enumerate(zip(columns, texts, strict=True))
    )
    return grid(columns, [row(cells)])


def table(source: Table, width: int, *, roomy: bool = False) -> str:
    """The whole table ``width`` twentieths of a point wide; its head repeats on every sheet."""
    columns = [width * part // WHOLE for part in widths(source)]
    style = STYLES[density(source)]
    aligns = [column.align for column in source.columns]
    head = (row(cells, head=True) for cells in _head(head_rows(source), source, columns, style))
    rows = list(body_rows(source))
    height = ROOMY if roomy else 0
    # The last row stays with what follows, and takes its neighbor along: neither a signature nor
    # a single row must be alone on a sheet.
    body = (
        row(_body(each, columns, aligns, style, each in rows[-2:]), whole=each.short, height=height)
        for each in rows
    )
    margin = TIGHT_MARGIN if density(source) == "micro" else CELL_MARGIN
    return grid(columns, [*head, *body], BORDERS, margin, CELL_ROOM)


def _head(
    titles: tuple[tuple[HeadCell, ...], ...], source: Table, columns: list[int], style: str
) -> list[list[str]]:
    upper, rest, place = [], [], 0
    lower = iter(titles[1]) if len(titles) > 1 else iter(())
    for title in titles[0]:
        own = columns[place : place + title.columns]
        merge = '<w:vMerge w:val="restart"/>' if title.rows > 1 else ""
        upper.append(_title(sum(own), title.title, style, span=title.columns, merge=merge))
        if title.rows > 1:
            rest.append(_title(own[0], "", style, merge="<w:vMerge/>"))
        elif len(titles) > 1:
            rest += [_title(each, next(lower).title, style) for each in own]
        place += title.columns
    return [upper, rest] if rest else [upper]


def _title(width: int, text: str, style: str, *, span: int = 1, merge: str = "") -> str:
    content = paragraph(text, style, align="center", letters=BOLD)
    return cell(width, content, span=span, extra=f'{merge}<w:vAlign w:val="center"/>')


def _body(
    each: BodyRow, columns: list[int], aligns: Sequence[str], style: str, keep: bool
) -> list[str]:
    if each.section:
        content = paragraph(each.texts[0], style, align="center", letters=BOLD, keep=True)
        return [cell(sum(columns), content, span=len(columns))]
    letters = BOLD if each.total else ""
    return [
        cell(width, paragraph(text, style, align=align, letters=letters, keep=keep))
        for width, text, align in zip(columns, each.texts, aligns, strict=True)
    ]
