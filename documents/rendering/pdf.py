"""PDF for signing: tagged (PDF/UA-1), with the portal's own font, without any network."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from documents.domain.blocks import Page
from documents.rendering.html import to_html
from mentoring_portal.shared.scratch import scratch_folder

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLESHEET = STATIC / "css" / "print.css"
FONTS = frozenset(path.as_uri() for path in (STATIC / "fonts").glob("*.ttf"))
# Fontconfig, the shared styles and the collector's thresholds belong to the whole process.
ACCESSIBLE = {"pdf_variant": "pdf/ua-1", "pdf_identifier": True}
RENDERING = Lock()
# Laying a long table out makes many short-lived objects; at Python's own thresholds the collector
# takes a third of the time.
PATIENT_COLLECTOR = (100_000, 50, 1000)


class OnlyOurFonts(URLFetcher):
    """Gives the layout engine the portal's font files and nothing else in the world."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url not in FONTS:
            raise FatalURLFetchingError("A paper refers to nothing outside itself.")
        return super().fetch(url, headers)


def to_pdf(page: Page, *, made: datetime | None = None) -> bytes:
    """The same page gives the same bytes: dates come from ``made`` or from the paper itself."""
    html = to_html(page, standalone=True, made=made)
    with RENDERING, patient_collector():
        return laid_out(html).write_pdf(**ACCESSIBLE)


class PdfBatch:
    """Papers of their own that also become one PDF to print; each is laid out only once.

    In the common file every paper begins a sheet, keeps its numbers of pages and its orientation,
    and is found by its title among the bookmarks.
    """

    def __init__(self) -> None:
        self.sheets: list[Any] = []
        self.last: Document | None = None

    def add(self, page: Page, *, made: datetime | None = None) -> bytes:
        """The paper alone: the same bytes as ``to_pdf`` gives."""
        html = to_html(page, standalone=True, made=made)
        with RENDERING, patient_collector():
            self.last = laid_out(html)
            alone = self.last.write_pdf(**ACCESSIBLE)
        first, *others = self.last.pages
        first.bookmarks = [(1, page.title, (0, 0), "open")]
        for sheet in others:
            sheet.bookmarks = []
        self.sheets += self.last.pages
        return alone

    def merged(self, title: str) -> bytes:
        if self.last is None:
            raise ValueError("A common file of no papers.")
        together = self.last.copy(self.sheets)
        together.metadata = copy(together.metadata)
        together.metadata.title = title
        with RENDERING, patient_collector():
            return together.write_pdf(**ACCESSIBLE)


def laid_out(html: str) -> Document:
    fonts, stylesheet = styles()
    source = HTML(string=html, base_url=None, url_fetcher=OnlyOurFonts())
    return source.render(font_config=fonts, stylesheets=[stylesheet], **ACCESSIBLE)


@cache
def styles() -> tuple[FontConfiguration, CSS]:
    fonts = FontConfiguration()
    fonts._folder = scratch_folder()  # its own one nobody would find after a killed worker
    return fonts, CSS(filename=STYLESHEET, font_config=fonts, url_fetcher=OnlyOurFonts())


@contextmanager
def patient_collector() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*PATIENT_COLLECTOR)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
