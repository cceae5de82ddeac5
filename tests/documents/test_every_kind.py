"""Every kind of paper on the demo school: what one format shows, all show."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from html import unescape
from io import BytesIO

import pytest
from django.db import transaction
from docx import Document as WordDocument
from openpyxl import load_workbook
from pypdf import PdfReader

from documents.domain.blocks import Table, cell_text
from documents.domain.form_blocks import QrCode
from documents.domain.printable import printable, searchable
from documents.domain.table_layout import body_rows
from documents.enums import DocumentKind, Subject
from documents.kinds import KINDS
from documents.kinds.candidates import subjects
from documents.models import Document
from documents.rendering.docx import to_docx
from documents.rendering.html import to_html
from documents.rendering.pdf import to_pdf
from documents.rendering.xlsx import to_xlsx
from documents.services.demo.school import load
from documents.services.files import page_of
from documents.services.pair_order import draft_order_amending
from documents.services.paper import draft_paper, sheet
from documents.services.report import draft_report
from pairs.enums import PairStatus
from pairs.services.pair import terminate
from tests.documents.reading import docx_text, missing, pdf_text, xlsx_text

# One school and one run of LibreOffice for all of them.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("every_kind")]
TODAY = date(2026, 11, 21)
RENDERERS = {"pdf": to_pdf, "docx": to_docx, "xlsx": to_xlsx}
READERS = {"pdf": pdf_text, "docx": docx_text, "xlsx": xlsx_text}


def draft_amending(program, by):
    """Nothing changes in the demo school after its order until a pair ends."""
    pair = program.pairs.filter(status=PairStatus.ACTIVE).first()
    terminate(pair=pair, day=TODAY, reason="переезд семьи", by=by)
    return draft_order_amending(program=program, by=by, day=TODAY)


MAKERS = {
    DocumentKind.ORDER_AMENDING: draft_amending,
    DocumentKind.REPORT_MONITORING_DECEMBER: partial(draft_report, period="december", as_of=TODAY),
    DocumentKind.REPORT_MONITORING_JUNE: partial(draft_report, period="june", as_of=TODAY),
}


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """Kind → its page; the school is invented once and forgotten after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        program = load(seed=1, mentees=16, mentors=8, today=TODAY)
        found = {code: page(kind, program) for code, kind in KINDS.items()}
        transaction.set_rollback(True)
    return found


def page(kind, program):
    """Of the paper that the demo school has, else of a new one about the first subject."""
    kept = Document.objects.of_program(program).filter(kind=kind.code).first()
    if kept:
        return page_of(kept)
    if kind.code in MAKERS:
        return page_of(MAKERS[kind.code](program=program, by=None))
    subject = None if kind.subject == Subject.PROGRAM else subjects(kind, program).first()
    if kind.is_kept:
        return page_of(draft_paper(program=program, code=kind.code, by=None, subject=subject))
    return sheet(kind, program, subject)


@pytest.fixture(scope="module")
def files(pages):
    """(kind, format) → the file; each is made only once."""
    return {
        (code, name): render(page)
        for code, page in pages.items()
        for name, render in RENDERERS.items()
    }


@pytest.mark.parametrize("name", RENDERERS)
def test_file_of_every_kind_holds_every_text_of_its_page(pages, files, name):
    read = READERS[name]
    lacking = {code: missing(page, read(files[code, name])) for code, page in pages.items()}

    assert {code: texts for code, texts in lacking.items() if texts} == {}


def test_preview_of_every_kind_holds_every_text_of_its_page(pages):
    lacking = {code: missing(page, unescape(to_html(page))) for code, page in pages.items()}

    assert {code: texts for code, texts in lacking.items() if texts} == {}


def test_word_file_of_every_kind_has_every_row_of_its_tables(pages, files):
    for code, page in pages.items():
        written = {
            tuple(cell.text for cell in row.cells)
            for table in WordDocument(BytesIO(files[code, "docx"])).tables
            for row in table.rows
        }
        assert rows_of(printable(page)) - written == set(), code


def test_workbook_of_every_kind_has_every_row_of_its_tables(pages, files):
    for code, page in pages.items():
        written = {
            tuple(map(written_text, row[:width]))
            for sheet in load_workbook(BytesIO(files[code, "xlsx"]), read_only=True)
            for row in sheet.values
            for width in range(1, len(row) + 1)
        }
        assert rows_of(searchable(page)) - written == set(), code


def rows_of(page):
    """As a reader sees them; a band over the whole width is a text, not a row."""
    tables = [block for block in page.blocks if isinstance(block, Table)]
    return {row.texts for table in tables for row in body_rows(table) if not row.section}


def written_text(value):
    return cell_text(value.date() if isinstance(value, datetime) else value)


def test_pdf_of_every_kind_is_sound_tagged_and_carries_its_fonts(pages, files):
    for code, page in pages.items():
        reader = PdfReader(BytesIO(files[code, "pdf"]), strict=True)
        root = reader.trailer["/Root"]

        assert (reader.metadata.title, root["/Lang"]) == (page.title, "ru-RU"), code
        assert root["/MarkInfo"]["/Marked"].value is True, code
        assert b"pdfuaid" in root["/Metadata"].get_data(), code
        assert [name for sheet in reader.pages for name in fonts_outside(sheet)] == [], code


def fonts_outside(sheet):
    """Fonts that the file names without carrying them."""
    for font in sheet["/Resources"].get("/Font", {}).values():
        descendant = font["/DescendantFonts"][0].get_object()
        if "/FontFile2" not in descendant["/FontDescriptor"]:
            yield font["/BaseFont"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_office_reads_the_same_numbers_and_texts_in_the_word_file(pages, files, tmp_path):
    read = converted(files, "docx", "txt:Text (encoded):UTF8", tmp_path)
    lacking = {code: missing(without_code(page), read[code]) for code, page in pages.items()}

    assert {code: texts for code, texts in lacking.items() if texts} == {}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_office_opens_the_workbook_of_every_kind(pages, files, tmp_path):
    read = converted(files, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path)

    assert [code for code in pages if len(read[code]) < 50] == []


def converted(files, name, target, folder):
    """Kind → the text that LibreOffice reads in its file; one process for all of them."""
    sources = [folder / f"{code}.{name}" for code, one in files if one == name]
    for source in sources:
        source.write_bytes(files[source.stem, name])
    place = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", place, "--headless", "--convert-to", target, "--outdir", folder]
    subprocess.run([*command, *sources], capture_output=True, check=True, timeout=240)
    ending = target.partition(":")[0]
    return {source.stem: source.with_suffix(f".{ending}").read_text("utf-8") for source in sources}


def without_code(page):
    """Its caption stands in the footer, which is no text."""
    return replace(page, blocks=tuple(b for b in page.blocks if not isinstance(b, QrCode)))
