"""Tables of Word documents: what a reader sees, row after row."""

import io
import zipfile

import pytest

from mentoring_portal.shared.word_tables import read_word_tables
from tests.word_files import (
    NAMESPACE,
    body,
    cell_xml,
    document_with,
    row_xml,
    run_xml,
    table_xml,
    with_part,
)

MERGE_BELOW = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
MERGED = "<w:tcPr><w:vMerge/></w:tcPr>"


def rows_of(data, table=0):
    return [row.cells for row in read_word_tables(data, "план.docx")[table].rows]


def one_row(*cells):
    """The texts of a one-row table beside a cell that keeps the table filled."""
    return rows_of(body(table_xml(row_xml(*cells, cell_xml("x")))))[0][:-1]


def test_every_table_is_read_with_its_number():
    tables = read_word_tables(document_with([["а", "б"]], [["в", "г"]]), "план.docx")

    assert [(table.number, table.rows[0].cells) for table in tables] == [
        (1, ("а", "б")),
        (2, ("в", "г")),
    ]


def test_empty_tables_are_left_out_but_counted():
    tables = read_word_tables(document_with([["", ""]], [["в", "г"]]), "план.docx")

    assert [table.number for table in tables] == [2]


def test_a_cell_across_the_table_is_told_from_equal_texts():
    data = document_with([["Раздел", None, None], ["Раздел", "Раздел", "Раздел"]])

    merged, equal = read_word_tables(data, "план.docx")[0].rows

    assert (merged.cells, merged.spans_all) == (("Раздел", "", ""), True)
    assert (equal.cells, equal.spans_all) == (("Раздел", "Раздел", "Раздел"), False)


def test_a_cell_across_two_of_three_columns_does_not_span_the_table():
    row = read_word_tables(document_with([["а", "б", "в"], ["г", None, "д"]]), "план.docx")[0]

    assert (row.rows[1].cells, row.rows[1].spans_all) == (("г", "", "д"), False)


def test_a_cell_merged_downwards_is_told_once():
    data = body(
        table_xml(
            row_xml(cell_xml("Этап", MERGE_BELOW), cell_xml("первое")),
            row_xml(cell_xml("остаток", MERGED), cell_xml("второе")),
        )
    )

    first, second = read_word_tables(data, "план.docx")[0].rows

    assert (first.cells, first.continued) == (("Этап", "первое"), frozenset())
    assert (second.cells, second.continued) == (("", "второе"), frozenset({0}))


def test_old_horizontal_merges_are_understood():
    covered = "<w:tcPr><w:hMerge/></w:tcPr>"
    start = '<w:tcPr><w:hMerge w:val="restart"/></w:tcPr>'
    data = body(
        table_xml(
            row_xml(cell_xml("а"), cell_xml("б")),
            row_xml(cell_xml("Раздел", start), cell_xml("Раздел", covered)),
        )
    )

    row = read_word_tables(data, "план.docx")[0].rows[1]

    assert (row.cells, row.spans_all) == (("Раздел", ""), True)


def test_rows_with_crooked_borders_go_by_order():
    narrow = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    data = body(
        table_xml(
            row_xml(cell_xml("№"), cell_xml("Мероприятие", narrow), cell_xml("Срок")),
            row_xml(cell_xml("1", narrow), cell_xml("Встреча"), cell_xml("май")),
        )
    )

    assert rows_of(data) == [("№", "Мероприятие", "Срок"), ("1", "Встреча", "май")]


def test_a_gap_before_the_first_cell_moves_the_row():
    gap = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    data = body(
        table_xml(
            row_xml(cell_xml("а"), cell_xml("б"), cell_xml("в")),
            row_xml(cell_xml("г"), cell_xml("д"), properties=gap),
        )
    )

    assert rows_of(data)[1] == ("", "г", "д")


def test_paragraphs_and_breaks_of_a_cell_are_lines():
    runs = run_xml("первая") + "<w:r><w:br/><w:t>вторая</w:t><w:tab/><w:t>строка</w:t></w:r>"
    cell = f"<w:tc><w:p>{runs}</w:p><w:p/><w:p>{run_xml(' третья ')}</w:p></w:tc>"

    assert one_row(cell) == ("первая\nвторая строка\nтретья",)


def test_tracked_insertions_are_text_and_deletions_are_not():
    runs = (
        run_xml("до ")
        + "<w:del><w:r><w:delText>1 мая</w:delText></w:r></w:del>"
        + f"<w:ins>{run_xml('5 мая')}</w:ins>"
        + f"<w:moveFrom>{run_xml('!')}</w:moveFrom>"
    )

    assert one_row(cell_xml(runs)) == ("до 5 мая",)


def test_hidden_text_is_not_read():
    hidden = run_xml("тайно", "<w:rPr><w:vanish/></w:rPr>")
    shown = run_xml("явно", '<w:rPr><w:vanish w:val="0"/></w:rPr>')

    assert one_row(cell_xml(hidden + shown)) == ("явно",)


@pytest.mark.parametrize("mark", ["<w:hidden/>", "<w:del/>"])
def test_hidden_and_deleted_rows_are_left_out(mark):
    data = body(
        table_xml(
            row_xml(cell_xml("лишняя"), properties=f"<w:trPr>{mark}</w:trPr>"),
            row_xml(cell_xml("нужная")),
        )
    )

    assert rows_of(data) == [("нужная",)]


def test_content_controls_around_rows_cells_and_words_are_seen_through():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = cell_xml(control.format(run_xml("в поле")))
    row = row_xml(control.format(cell), cell_xml("рядом"))

    assert rows_of(body(table_xml(control.format(row)))) == [("в поле", "рядом")]


def test_a_field_shows_its_value_and_not_its_code():
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>'
        f"{run_xml('15.09.2026')}<w:hyperlink>{run_xml(' г.')}</w:hyperlink>"
    )

    assert one_row(cell_xml(runs)) == ("15.09.2026 г.",)


def test_a_table_inside_a_cell_is_passed_over():
    inner = table_xml(row_xml(cell_xml("внутри")))
    cell = f"<w:tc><w:p>{run_xml('снаружи')}</w:p>{inner}<w:p/></w:tc>"

    assert one_row(cell) == ("снаружи",)


LISTS = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="3"/><w:lvlText w:val="%1.%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
"""


def in_list(depth, text=""):
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return cell_xml(f"<w:pPr>{place}</w:pPr>{run_xml(text)}")


def test_numbers_that_word_puts_itself_are_read():
    cells = [in_list(0, "Раздел"), in_list(1), in_list(1), in_list(2, "пункт"), in_list(0)]
    data = body(table_xml(*[row_xml(cell, in_list(1)) for cell in cells]))
    lists = f'<w:numbering xmlns:w="{NAMESPACE}">{LISTS}</w:numbering>'

    rows = rows_of(with_part(data, "word/numbering.xml", lists))

    assert rows == [
        ("I. Раздел", "I.3)"),
        ("I.4)", "I.5)"),
        ("I.6)", "I.7)"),
        ("пункт", "I.8)"),
        ("II.", "II.3)"),
    ]


def test_a_strict_document_reads_like_a_transitional_one():
    data = document_with([["а", "б"]])
    part = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    strict = part.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert rows_of(with_part(data, "word/document.xml", strict)) == [("а", "б")]


def test_the_text_may_have_another_name_in_the_archive():
    data = document_with([["а", "б"]])
    part = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")

    renamed = with_part(data, "word/document2.xml", part, without=["word/document.xml"])

    assert rows_of(renamed) == [("а", "б")]
