"""Files that only look like Word documents are refused with a sentence, whatever they hold."""

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_portal.shared import word_tables
from mentoring_portal.shared.spreadsheets import SpreadsheetError, Table, write_table
from mentoring_portal.shared.word_tables import read_word_tables
from tests.word_files import body, cell_xml, document_with, row_xml, saved, table_xml, with_part

MERGED = "<w:tcPr><w:vMerge/></w:tcPr>"


def refusal(data, filename="план.docx"):
    with pytest.raises(SpreadsheetError) as caught:
        read_word_tables(data, filename)
    return str(caught.value)


ORDINARY = document_with([["а", "б"]])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", word_tables.EMPTY),
        (b"PK\x03\x04" + b"0" * word_tables.MAX_FILE_BYTES, word_tables.TOO_LARGE),
        (word_tables.OLE_MAGIC + b"0" * 600, word_tables.OLD_WORD),
        (word_tables.OLE_MAGIC + word_tables.ENCRYPTED, word_tables.PROTECTED),
        (ORDINARY[:-200], word_tables.IN_WORD[word_tables.DAMAGED]),
        (write_table(Table(titles=["а"], rows=[])), word_tables.FOREIGN[0][1]),
        (
            with_part(ORDINARY, "word/vbaProject.bin", b"x"),
            word_tables.IN_WORD[word_tables.MACROS],
        ),
        (
            with_part(ORDINARY, "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
            word_tables.IN_WORD[word_tables.DAMAGED],
        ),
        (
            with_part(ORDINARY, "content.xml", b"<x/>", without=["word/document.xml"]),
            word_tables.IN_WORD[word_tables.UNKNOWN_ARCHIVE],
        ),
        (
            with_part(ORDINARY, "word/media/a.xml", b"<x>" + b" " * 60_000_000),
            word_tables.IN_WORD[word_tables.TOO_LARGE_INSIDE],
        ),
        (saved(Document()), word_tables.NO_TABLES),
        (body(table_xml(row_xml(*[cell_xml("а")] * 61))), word_tables.TOO_WIDE),
        (body(table_xml(*[row_xml(cell_xml("а"))] * 5001)), word_tables.TOO_LONG),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(data, sentence):
    assert refusal(data) == sentence


def test_a_text_named_docx_is_refused_with_its_suffix():
    assert refusal(b"{\\rtf1}", "план.rtf") == word_tables.NOT_WORD.format(suffix=".rtf")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_raise_anything_but_a_refusal(noise, prefixed):
    assert refusal(b"PK\x03\x04" + noise if prefixed else noise)


MARKS = ["<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>"]
PIECES = [
    *[table_xml(row_xml(cell_xml("а"), cell_xml("б", MERGED)))] * 2,
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-7"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="два"/></w:tcPr></w:tc></w:tr></w:tbl>',
    '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-3"/></w:trPr><w:tc/></w:tr><w:tr/></w:tbl>',
    "<!-- заметка --><w:tbl><w:tr/></w:tbl>",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, *PIECES]), max_size=12))
def test_no_tangle_of_marks_raises_anything_but_a_refusal(pieces):
    xml = f'<w:document xmlns:w="x"><w:body>{"".join(pieces)}</w:body></w:document>'
    data = with_part(ORDINARY, "word/document.xml", xml.encode())

    try:
        tables = read_word_tables(data, "план.docx")
    except SpreadsheetError as error:
        assert str(error)
    else:
        assert all(len({len(row.cells) for row in table.rows}) == 1 for table in tables)
