"""One PDF of many papers, made in one go."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from documents.rendering.pdf import PdfBatch, to_pdf
from tests.documents.papers import order, register
from tests.documents.reading import pdf_words


def test_papers_of_a_batch_are_the_same_bytes_as_alone():
    batch = PdfBatch()

    assert [batch.add(page) for page in (order(), register())] == [
        to_pdf(order()),
        to_pdf(register()),
    ]


def test_common_pdf_keeps_sheets_numbers_and_orientation_of_each_paper():
    batch = PdfBatch()
    for page in (order(pairs=30), register(), order()):
        batch.add(page)
    words, sizes = pdf_words(batch.merged("Пачка"))

    assert [round(width) for width, _height in sizes] == [210, 210, 210, 297, 210, 210]
    assert [(number, word) for number, _left, _top, _right, low, word in words if low < 20] == [
        (1, "2"),
        (2, "3"),
        (5, "2"),
    ]


def test_common_pdf_is_accessible_and_finds_each_paper_by_its_title():
    batch = PdfBatch()
    for page in (order(), replace(register(), title="База")):
        batch.add(page)
    reader = PdfReader(BytesIO(batch.merged("Пачка")), strict=True)
    root = reader.trailer["/Root"]

    assert (reader.metadata.title, root["/Lang"]) == ("Пачка", "ru-RU")
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a boolean of the PDF, not Python's
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert [item.title for item in reader.outline] == ["Приказ № 41-од", "База"]


def test_common_pdf_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="no papers"):
        PdfBatch().merged("Пачка")
