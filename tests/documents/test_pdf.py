import gc
import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from documents.domain.blocks import Annex, Page, Para, Signature
from documents.domain.form_blocks import QrCode
from documents.rendering import pdf
from documents.rendering.pdf import OnlyOurFonts, to_pdf
from mentoring_portal.shared.scratch import scratch_folder
from tests.documents.papers import contract, order, register, report
from tests.documents.reading import pdf_words

CAPTION = ("Карточка", "документа")
PAPERS = [order(), register(), report(), contract()]


@pytest.mark.parametrize("page", PAPERS, ids=["order", "register", "report", "contract"])
def test_pdf_keeps_the_margins_of_the_standard(page):
    words, sizes = pdf_words(to_pdf(page))
    outside = [
        word
        for number, left, top, right, bottom, word in words
        if left < 29.9
        or right > sizes[number][0] - 9.9
        or top < (10 if word == str(number + 1) else 19.5)
        or bottom > sizes[number][1] - (9.5 if word in CAPTION else 19.5)
    ]

    assert outside == []


def test_code_with_its_caption_stands_at_the_foot_of_the_first_sheet_only():
    blocks = (*order(pairs=30).blocks, QrCode("https://portal.example.ru/1/", "Карточка"))
    words, sizes = pdf_words(to_pdf(Page("Приказ", blocks)))
    captions = [(number, *place) for number, *place, word in words if word == "Карточка"]

    assert len(sizes) == 3
    assert [number for number, *_place in captions] == [0]
    assert 177 - captions[0][3] < 2 and 287 - captions[0][4] < 2


def test_code_is_a_figure_with_words_for_those_who_cannot_see_it():
    reader = PdfReader(BytesIO(to_pdf(contract())), strict=True)
    figures = [item for item in tagged(reader) if item["/S"] == "/Figure"]

    assert [item["/Alt"] for item in figures] == ["QR-код: https://portal.example.ru/documents/7/"]


def tagged(reader):
    """Every element of the structure tree."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        item = waiting.pop().get_object()
        if isinstance(item, list):
            waiting += [child for child in item if not isinstance(child, int)]
        elif "/S" in item:
            yield item
            waiting.append(item["/K"])


def test_pdf_numbers_its_pages_from_the_second_in_the_top_margin():
    words, sizes = pdf_words(to_pdf(order(pairs=30)))
    above = [
        (number, word, (left + right) / 2)
        for number, left, _, right, low, word in words
        if low < 20
    ]

    assert [(number, word) for number, word, _middle in above] == [
        (number, str(number + 1)) for number in range(1, len(sizes))
    ]
    assert {round(middle) for *_rest, middle in above} == {115}


def test_pdf_repeats_the_head_of_a_table_on_every_page():
    words, sizes = pdf_words(to_pdf(order(pairs=60)))

    assert [number for number, *_place, word in words if word == "Наставляемый"] == list(
        range(1, len(sizes))
    )


def test_pdf_turns_only_the_sheets_of_a_wide_annex():
    _words, sizes = pdf_words(to_pdf(report()))

    assert [(round(width), round(height)) for width, height in sizes] == [
        (210, 297),
        (210, 297),
        (297, 210),
    ]


def test_pdf_begins_a_landscape_paper_on_its_first_sheet():
    _words, sizes = pdf_words(to_pdf(register()))

    assert [round(width) for width, _height in sizes] == [297]


def test_pdf_is_tagged_and_named_and_speaks_russian():
    reader = PdfReader(BytesIO(to_pdf(order())))
    root = reader.trailer["/Root"]

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("ru-RU", True)
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    assert (reader.metadata.title, reader.metadata.author) == ("Приказ № 41-од", "МБОУ СОШ № 9")
    assert b"pdfuaid" in root["/Metadata"].get_data()


@pytest.mark.parametrize("page", [order(), report()], ids=["order", "report"])
def test_pdf_embeds_nothing_but_the_portals_font(page):
    fonts = [font for sheet in PdfReader(BytesIO(to_pdf(page))).pages for font in embedded(sheet)]

    assert {re.sub(r"^/\w+\+|-(Bold|Italic|Bold-Italic)$", "", name) for name, _file in fonts} == {
        "Liberation-Serif"
    }
    assert all(file for _name, file in fonts)


def embedded(sheet):
    for font in sheet["/Resources"]["/Font"].values():
        descendant = font["/DescendantFonts"][0].get_object()
        yield font["/BaseFont"], "/FontFile2" in descendant["/FontDescriptor"]


@pytest.mark.parametrize(
    "url", ["https://example.org/a.png", "file:///etc/hostname", "data:text/plain,a", "ftp://a/b"]
)
def test_pdf_fetches_nothing_but_its_fonts(url):
    with pytest.raises(FatalURLFetchingError):
        OnlyOurFonts().fetch(url)


def test_pdf_restores_the_collector_after_a_failure(monkeypatch):
    usual = gc.get_threshold()
    seen = []
    monkeypatch.setattr(pdf, "styles", lambda: seen.append(gc.get_threshold()) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        to_pdf(order())

    assert (
        (seen, gc.get_threshold()) == [pdf.PATIENT_COLLECTOR]
        and usual
        or (
            [pdf.PATIENT_COLLECTOR],
            usual,
        )
    )


def test_signature_never_stands_alone_on_a_sheet():
    signature = Signature("Директор", "Л. П. Ветрова")
    for count in range(34, 50, 2):
        page = Page("Приказ", (*[Para("Строка.")] * count, signature))
        words, _sizes = pdf_words(to_pdf(page))
        last = [word for number, *_place, word in words if number == words[-1][0]]

        assert "Строка." in last


def test_annex_alone_is_the_whole_paper():
    page = Page("Приложение", (Annex(("Приложение",), "Список"), Para("Текст.")))

    assert len(pdf_words(to_pdf(page))[1]) == 1


def test_endless_word_stays_between_the_margins():
    endless = "ж" * 400
    words, _sizes = pdf_words(to_pdf(Page("Приказ", (Para(endless), Signature(endless, "Л. П.")))))

    assert max(right for *_sides, right, _low, _word in words) < 200.1


def test_what_the_typesetter_keeps_on_the_disk_lies_where_it_is_swept():
    to_pdf(order())
    fonts, _stylesheet = pdf.styles()

    assert fonts._folder == scratch_folder()
    assert len(list(scratch_folder().iterdir())) > 1
