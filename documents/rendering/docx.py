"""DOCX for editing in a word processor: real styles, repeated heads, page numbers as a field."""

from datetime import datetime
from functools import cache
from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from documents.domain.blocks import Page
from documents.domain.form_blocks import QrCode
from documents.domain.printable import made_at, printable
from documents.domain.sections import Section, sections
from documents.rendering.archive import repacked
from documents.rendering.word_blocks import Sheet, section_xml
from documents.rendering.word_numbers import Numbering
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
    document = Document(BytesIO(_template()))
    _set_properties(document, page, moment)
    numbering = Numbering()
    for number, section in enumerate(sections(page)):
        _set_section(document, section, first=number == 0)
        sheet = Sheet(_text_width(document), numbering)
        _insert(document, section_xml(section.blocks, sheet))
    _set_numbering(document, numbering)
    for block in page.blocks:
        if isinstance(block, QrCode):
            _hang_code(document, block)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue(), moment)


@cache
def _template() -> bytes:
    """An empty paper with the portal's styles only: setting them up takes longer than a paper."""
    document = Document()
    for style in list(document.styles):
        if style.name not in STYLES and not style.element.get(qn("w:default")):
            style.delete()
    for name, spec in STYLES.items():
        _set_style(document, name, spec)
    lists = document.part.numbering_part.element
    for former in list(lists):
        lists.remove(former)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _set_style(document, name, spec):
    styles = document.styles
    known = name in styles
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for link in style.element.findall(qn("w:link")):
        style.element.remove(link)  # to a style of letters that is gone
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
    return Emu(part.page_width - part.left_margin - part.right_margin).twips


def _insert(document, xml):
    end = document.element.body.sectPr
    for made in list(parse_xml(xml)):
        end.addprevious(made)


def _set_numbering(document, numbering: Numbering):
    """The lists must stand before the uses of any."""
    kept = document.part.numbering_part.element
    for xml in (*numbering.lists, *numbering.uses()):
        kept.append(parse_xml(xml))


def _hang_code(document, code: QrCode):
    """At the foot of the first sheet, whose header and footer differ from the others'."""
    foot = document.sections[0].first_page_footer.paragraphs[0]
    foot.style = "Под текстом"
    foot.add_run(f"{code.caption}  ")
    picture = foot.add_run().add_picture(BytesIO(qr_png(code.address)), width=Mm(20))
    picture._inline.docPr.set("descr", code.spoken)
