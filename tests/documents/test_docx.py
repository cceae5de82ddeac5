from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from documents.domain.blocks import Annex, Page, Para
from documents.rendering.docx import to_docx
from tests.documents.papers import order, report


def test_docx_sections_keep_margins_and_turn_with_the_annex():
    parts = Document(BytesIO(to_docx(report()))).sections
    margins = {
        (round(p.left_margin.mm), round(p.right_margin.mm), round(p.top_margin.mm)) for p in parts
    }

    assert margins == {(30, 10, 20)}
    assert [part.orientation for part in parts] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [round(part.page_width.mm) for part in parts] == [210, 297]


def test_docx_numbers_pages_by_a_field_but_not_the_first():
    parts = Document(BytesIO(to_docx(order()))).sections
    field = parts[0].header.paragraphs[0]._p.find(qn("w:fldSimple"))

    assert field.get(qn("w:instr")) == "PAGE"
    assert [part.different_first_page_header_footer for part in parts] == [True, False]
    assert [part.header.is_linked_to_previous for part in parts] == [False, True]


def test_docx_repeats_the_head_of_every_table():
    tables = Document(BytesIO(to_docx(report()))).tables[-2:]
    heads = [["w:tblHeader" in row._tr.xml for row in table.rows] for table in tables]

    assert heads == [[True, True, False, False, False, False], [True, False]]


def test_docx_is_set_in_one_font_and_real_styles():
    document = Document(BytesIO(to_docx(order())))
    styles = {paragraph.style.name for paragraph in document.paragraphs}

    assert {document.styles[name].font.name for name in styles} == {"Times New Roman"}
    assert {"Title", "Пункт", "Вид документа", "Организация"} <= styles


def test_annex_alone_makes_no_empty_section():
    page = Page("Приложение", (Annex(("Приложение",), "Список"), Para("Текст.")))

    assert len(Document(BytesIO(to_docx(page))).sections) == 1


def test_docx_takes_a_title_longer_than_its_properties_hold():
    core = Document(BytesIO(to_docx(Page("О" * 300, (Para("Текст."),))))).core_properties

    assert core.title == "О" * 255
