"""What all four formats share, and the preview on screen."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from documents.domain.blocks import Column, Page, Para, Table
from documents.rendering.docx import to_docx
from documents.rendering.html import to_html
from documents.rendering.pdf import to_pdf
from documents.rendering.xlsx import to_xlsx
from tests.documents.papers import contract, one_table, order, register, report
from tests.documents.reading import docx_text, missing, pdf_text, xlsx_text

RENDERERS = [to_pdf, to_docx, to_xlsx]
PAPERS = [order(), register(), report(), contract()]
NAMES = ["order", "register", "report", "contract"]
STYLESHEET = Path(__file__).resolve().parents[2] / "static" / "css" / "print.css"


READERS = {to_pdf: pdf_text, to_docx: docx_text, to_xlsx: xlsx_text, to_html: str}


def read(render, page):
    return READERS[render](render(page))


@pytest.mark.parametrize("page", PAPERS, ids=NAMES)
@pytest.mark.parametrize("render", [to_pdf, to_docx, to_xlsx, to_html])
def test_every_text_of_a_paper_is_in_every_format(render, page):
    assert missing(page, read(render, page)) == []


@pytest.mark.parametrize("render", RENDERERS)
def test_same_page_gives_same_bytes_at_any_hour(render, monkeypatch):
    first = render(order())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)

    assert render(order()) == first


@pytest.mark.parametrize("render", RENDERERS)
def test_control_characters_do_not_stop_any_format(render):
    page = Page("Реестр\x00", (Para("а\x0bб\ud800"), one_table(("в\x1f", "г\ufffe")).blocks[0]))

    assert missing(Page("", (Para("аб"), Para("в"), Para("г"))), read(render, page)) == []


@pytest.mark.parametrize("render", [to_pdf, to_docx, to_xlsx, to_html])
def test_empty_table_says_so(render):
    assert "Нетданных" in re.sub(r"\s", "", read(render, one_table()))


@pytest.mark.parametrize("render", [to_pdf, to_docx, to_xlsx])
def test_dates_inside_the_file_are_those_of_the_paper(render):
    assert created(render, order()) == datetime(2026, 9, 15, tzinfo=UTC)


def created(render, page):
    data = BytesIO(render(page))
    if render is to_pdf:
        return PdfReader(data).metadata.creation_date
    if render is to_docx:
        return Document(data).core_properties.created.replace(tzinfo=UTC)
    return load_workbook(data).properties.created.replace(tzinfo=UTC)


def test_markup_in_a_text_stays_text():
    page = Page("<b>", (Para("<script>alert(1)</script>"), one_table(("<i>",)).blocks[0]))
    html = to_html(page, standalone=True)

    assert ("<script" in html, "<i>" in html, "<b>" in html) == (False, False, False)


@pytest.mark.parametrize("page", PAPERS, ids=NAMES)
def test_preview_has_no_style_of_its_own(page):
    assert re.findall(r"\sstyle=|<style|<script|\son\w+=", to_html(page)) == []


@pytest.mark.parametrize("page", PAPERS, ids=NAMES)
def test_every_class_of_the_preview_is_in_the_stylesheet(page):
    used = set(" ".join(re.findall(r'class="([^"]*)"', to_html(page))).split())
    known = set(re.findall(r"\.([a-z][\w-]*)", STYLESHEET.read_text(encoding="utf-8")))

    assert used - known - NO_LOOK == set()


NO_LOOK = {"sheet-clause-1", "sheet-clause-2", "sheet-label", "sheet-normal", "sheet-heading-2"}


def test_preview_leaves_the_first_heading_to_the_portal():
    assert ("<h1" in to_html(order()), "<h1" in to_html(order(), standalone=True)) == (False, True)


def test_every_table_on_the_screen_has_a_name_of_its_own():
    table = Table((Column("№", 10), Column("Имя", 90)), (("1", "Анна"),))
    named = replace(table, caption="Сводка")

    html = to_html(Page("Отчёт", (table, named, table)))

    assert re.findall('aria-label="(.*?)"', html) == ["Таблица 1", "Таблица 2: Сводка", "Таблица 3"]
