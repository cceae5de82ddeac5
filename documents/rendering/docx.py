"""DOCX for editing in a word processor: real styles, repeated heads, page numbers as a field."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, Twips

from documents.domain import blocks
from documents.domain.blocks import Page, Section, Table, sections
from documents.domain.form_blocks import QrCode
from documents.domain.printable import made_at, printable
from documents.rendering import wordml
from documents.rendering.archive import repacked
from documents.rendering.word_forms import forms
from documents.rendering.word_styles import FONT, STYLES
from participants.rendering.qr import qr_png

LONGEST_PROPERTY = 255
# What the order of a paragraph's properties puts behind its borders.
AFTER_BORDERS = ("w:spacing", "w:ind", "w:jc", "w:rPr")
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def to_docx(page: Page, *, made: datetime | None = None) -> bytes:
    """The same page gives the same bytes: dates come from ``made`` or from the paper itself."""
    page, moment = printable(page), made_at(page, made)
    document = Document()
    for name, spec in STYLES.items():
        _set_style(document, name, spec)
    _set_properties(document, page, moment)
    for number, section in enumerate(sections(page)):
        _set_section(document, section, first=number == 0)
        for block in section.blocks:
            _write(document, block)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue(), moment)


def _write(document, block):
    pieces = forms(block, _text_width(document).twips)
    if pieces is None:
        WRITERS[type(block)](document, block)
        return
    for xml in pieces:
        _insert(document, xml)
    if pieces[-1].startswith("<w:tbl"):
        document.add_paragraph("", "Отступ")


def _insert(document, xml):
    made = parse_xml(wordml.standalone(xml))
    document.element.body.insert_element_before(made, "w:sectPr")


def _set_style(document, name, spec):
    styles = document.styles
    known = name in styles
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if style.style_id != "Normal":
        style.base_style = styles["Normal"]
    style.quick_style = True
    _set_font(style, spec)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(spec.get("before", 0)), Pt(spec.get("after", 0))
    layout.line_spacing = 1.0
    layout.alignment = ALIGN[spec.get("align", "left")]
    layout.keep_with_next = spec.get("next", False)
    layout.first_line_indent = Mm(12.5 if spec.get("indent") else -spec.get("hang", 0))
    layout.left_indent = Mm(spec.get("hang", 0))
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    if spec.get("rule"):
        style.element.pPr.insert_element_before(_rules("bottom", "between"), *AFTER_BORDERS)


def _set_font(style, spec):
    """Word's own headings are blue Calibri of the theme: everything is replaced."""
    for old in style.element.findall(qn("w:rPr")):
        style.element.remove(old)
    style.font.size, style.font.name = Pt(spec["size"]), FONT
    style.font.bold = spec.get("bold", False)
    fonts = style.element.rPr.rFonts
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    style.element.rPr.append(_element("w:lang", val="ru-RU"))


def _set_properties(document, page, moment):
    core = document.core_properties
    core.title, core.author = page.title[:LONGEST_PROPERTY], page.organization[:LONGEST_PROPERTY]
    core.last_modified_by = ""
    core.created = core.modified = moment.replace(tzinfo=None)
    core.comments, core.language, core.revision = "", "ru-RU", 1


def _set_section(document, section: Section, *, first):
    part = document.sections[0] if first else _add_section(document)
    size = Mm(297), Mm(210)
    part.page_width, part.page_height = size if section.landscape else size[::-1]
    part.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    part.left_margin, part.right_margin = Mm(30), Mm(10)
    part.top_margin, part.bottom_margin = Mm(20), Mm(20)
    part.header_distance = part.footer_distance = Mm(11)
    part.different_first_page_header_footer = first
    if first:
        _add_page_number(part.header.paragraphs[0])


def _add_section(document):
    part = document.add_section(WD_SECTION.NEW_PAGE)
    # The break sits in a paragraph of its own: a small one does not spill over to a blank sheet.
    document.paragraphs[-1].style = "Отступ"
    return part


def _add_page_number(paragraph):
    shown = OxmlElement("w:r")
    shown.text = "2"
    paragraph._p.append(_element("w:fldSimple", shown, instr="PAGE"))


def _rules(*sides):
    rules = (_element(f"w:{side}", val="single", sz=4, space=1, color="000000") for side in sides)
    return _element("w:pBdr", *rules)


def _element(tag, *children, **attributes):
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    return made


def _text_width(document):
    part = document.sections[-1]
    return Twips(round(Emu(part.page_width - part.left_margin - part.right_margin).pt * 20))


def _letterhead(document, block: blocks.Letterhead):
    styled = [(line, "Организация") for line in block.lines]
    styled += [(line, "Реквизиты") for line in block.details]
    lines = [document.add_paragraph(line, style) for line, style in styled]
    rule = _element("w:bottom", val="single", sz=12, space=4, color="000000")
    for last in lines[-1:]:
        last._p.get_or_add_pPr().append(_element("w:pBdr", rule))


def _spaced(document, text, style):
    run = document.add_paragraph("", style).add_run(text)
    run._r.get_or_add_rPr().append(_element("w:spacing", val=40))


def _date_number(document, block: blocks.DateNumber):
    line = document.add_paragraph(f"{block.day_text}\t{block.number_text}", "Дата и номер")
    line.paragraph_format.tab_stops.add_tab_stop(_text_width(document), WD_TAB_ALIGNMENT.RIGHT)
    if block.place:
        document.add_paragraph(block.place, "Место составления")


def _title(document, block: blocks.Title):
    paragraph = document.add_paragraph(block.text, "Title")
    paragraph.alignment = ALIGN[block.align]
    if block.align == "left":
        paragraph.paragraph_format.right_indent = Emu(_text_width(document) - Mm(100))


def _heading(document, block: blocks.Heading):
    paragraph = document.add_paragraph(block.text, f"Heading {min(block.level, 3)}")
    if block.level == 1:
        paragraph.alignment = ALIGN["center"]


def _para(document, block: blocks.Para):
    paragraph = document.add_paragraph()
    run = paragraph.add_run(block.text)
    run.bold, run.italic = block.bold or None, block.italic or None
    paragraph.alignment = ALIGN[block.align]
    paragraph.paragraph_format.first_line_indent = Mm(12.5) if block.indent else Mm(0)


def _clause(document, block: blocks.Clause):
    document.add_paragraph(f"{block.label} {block.text}", "Пункт")


def _add_grid(document, xml):
    """A paragraph must follow: neighboring tables would grow together."""
    _insert(document, xml)
    document.add_paragraph("", "Отступ")


def _table(document, block: Table, *, roomy=False):
    if block.caption:
        document.add_paragraph(block.caption, "Caption")
    _add_grid(document, wordml.table(block, _text_width(document).twips, roomy=roomy))


def _acquaintance(document, block: blocks.Acquaintance):
    _table(document, block.table, roomy=True)


def _frame(document, parts, texts, *, style="Normal", line=-1):
    width = _text_width(document).twips
    columns = [width * part // sum(parts) for part in parts]
    _add_grid(document, wordml.frame(columns, texts, style, line))


def _key_values(document, block: blocks.KeyValues):
    for label, value in block.pairs:
        _frame(document, (35, 65), ((label, "left"), (value, "left")))


def _signature(document, block: blocks.Signature):
    above = document.add_paragraph("", "Над подписью")
    above.paragraph_format.keep_with_next = True
    texts = ((block.post, "left"), ("", "left"), (block.name, "right"))
    _frame(document, (44, 26, 30), texts, style="Подпись документа", line=1)


def _stamps(document, block: blocks.Stamps):
    texts = (("\n".join(block.left), "left"), ("", "left"), ("\n".join(block.right), "left"))
    _frame(document, (44, 12, 44), texts, style="Гриф")


def _annex(document, block: blocks.Annex):
    for line in block.head:
        paragraph = document.add_paragraph(line, "Гриф")
        paragraph.paragraph_format.left_indent = Emu(_text_width(document) - Mm(75))
    if block.title:
        document.add_paragraph(block.title, "Title").alignment = ALIGN["center"]


def _qr_code(document, block: QrCode):
    """At the foot of the first sheet, whose header and footer differ from the others'."""
    foot = document.sections[0].first_page_footer.paragraphs[0]
    foot.alignment = ALIGN["right"]
    foot.style = "Примечание"
    foot.add_run(f"{block.caption}  ")
    picture = foot.add_run().add_picture(BytesIO(qr_png(block.address)), width=Mm(20))
    picture._inline.docPr.set("descr", block.spoken)


def _simple(style):
    return lambda document, block: document.add_paragraph(block.text, style)


WRITERS: dict[type, Callable[[Any, Any], Any]] = {
    blocks.Letterhead: _letterhead,
    blocks.KindLine: lambda document, block: _spaced(document, block.text, "Вид документа"),
    blocks.DateNumber: _date_number,
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Para: _para,
    blocks.Command: lambda document, block: _spaced(document, block.text, "Распоряжение"),
    blocks.Clause: _clause,
    blocks.KeyValues: _key_values,
    blocks.Note: _simple("Примечание"),
    blocks.Table: _table,
    blocks.Signature: _signature,
    blocks.Stamps: _stamps,
    blocks.Acquaintance: _acquaintance,
    blocks.PageBreak: lambda document, block: document.add_page_break(),
    blocks.Annex: _annex,
    QrCode: _qr_code,
}
