from copy import deepcopy
from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from documents.domain.blocks import (
    Annex,
    Clause,
    Heading,
    KeyValues,
    Letterhead,
    Page,
    PageBreak,
    Para,
    Signature,
    Stamps,
)
from documents.rendering.docx import to_docx
from tests.documents.papers import contract, order, report
from tests.documents.reading import numbered_lines


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


def lines(*blocks):
    document = Document(BytesIO(to_docx(Page("Положение", blocks))))
    return [line for line in numbered_lines(document) if line.strip()]


def test_clauses_and_headings_are_numbered_by_the_word_processor():
    page = (
        Heading("1. Общие положения"),
        Clause("1.1", "Первый"),
        Clause("–", "тире", 2),
        Clause("1.2", "Второй"),
        Heading("2. Права"),
        Clause("2.1", "Третий"),
    )
    typed = [p.text for p in Document(BytesIO(to_docx(Page("Положение", page)))).paragraphs]

    assert [text for text in typed if text] == [
        "Общие положения",
        "Первый",
        "тире",
        "Второй",
        "Права",
        "Третий",
    ]
    assert lines(*page) == [
        "1. Общие положения",
        "1.1. Первый",
        "– тире",
        "1.2. Второй",
        "2. Права",
        "2.1. Третий",
    ]


def test_clause_put_between_others_renumbers_the_rest():
    document = Document(BytesIO(to_docx(Page("Приказ", (Clause("1", "а"), Clause("2", "б"))))))
    first = document.paragraphs[0]._p
    first.addnext(deepcopy(first))

    assert list(numbered_lines(document)) == ["1. а", "2. а", "3. б"]


def test_numbers_that_do_not_follow_begin_a_list_of_their_own():
    numbers = ("1", "2", "1", "1.1", "5.7", "5.8", "2", "2.1.1")

    assert lines(*(Clause(number, "а") for number in numbers)) == [f"{n}. а" for n in numbers]


def test_letters_and_deep_numbers_stay_as_they_are_typed():
    assert lines(Clause("а)", "буква"), Clause("1.1.1.1.1", "глубина")) == [
        "а) буква",
        "1.1.1.1.1. глубина",
    ]


def test_signature_takes_the_clause_before_it_to_its_sheet():
    page = Page("Приказ", (Clause("1", "а"), Clause("2", "б"), Signature("Директор", "Л. П. В.")))
    paragraphs = Document(BytesIO(to_docx(page))).paragraphs

    assert [p.paragraph_format.keep_with_next for p in paragraphs[:2]] == [None, True]


def test_picture_of_the_code_hangs_at_the_foot_of_the_first_sheet():
    foot = Document(BytesIO(to_docx(contract()))).sections[0].first_page_footer
    (picture,) = foot._element.iter(qn("wp:docPr"))

    assert foot.paragraphs[0].text.strip() == "Карточка документа"
    assert picture.get("descr") == "QR-код: https://portal.example.ru/documents/7/"


STAMPS = Stamps(("УТВЕРЖДЕНО", "приказом"), ("ПРИНЯТО",))


def test_stamps_stand_apart_from_the_letterhead_but_not_below_an_empty_line():
    below = Document(BytesIO(to_docx(Page("Положение", (Letterhead(("Школа",)), STAMPS)))))
    first = Document(BytesIO(to_docx(Page("Положение", (STAMPS,)))))

    assert [p.text for p in below.paragraphs if p.style.name != "Отступ"] == ["Школа", ""]
    assert [p.text for p in first.paragraphs if p.style.name != "Отступ"] == []


def test_only_texts_to_sign_under_stand_at_the_foot_of_their_row():
    page = Page("Акт", (STAMPS, KeyValues((("Куратор", "Л. П."),)), Signature("Директор", "Л.")))
    tables = Document(BytesIO(to_docx(page))).tables

    assert ["w:vAlign" in table._tbl.xml for table in tables] == [False, False, True]


def test_new_sheet_is_begun_by_its_first_paragraph_so_that_none_is_empty():
    page = Page("Анкеты", (Para("Первая."), PageBreak(), Para("Вторая.")))
    document = Document(BytesIO(to_docx(page)))

    breaks = [p.paragraph_format.page_break_before for p in document.paragraphs]
    assert (breaks, "<w:br " in document.element.xml) == ([None, True, None], False)


def test_no_row_of_a_docx_table_is_split_between_sheets():
    rows = [row for table in Document(BytesIO(to_docx(order()))).tables for row in table.rows]

    assert all("w:cantSplit" in row._tr.xml for row in rows)
