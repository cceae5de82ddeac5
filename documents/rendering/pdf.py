"""PDF for signing: tagged (PDF/UA-1), with the portal's own font, without any network."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from documents.domain.blocks import Page
from documents.rendering.html import to_html
from mentoring_portal.shared.scratch import scratch_folder

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLESHEET = STATIC / "css" / "print.css"
FONTS = frozenset(path.as_uri() for path in (STATIC / "fonts").glob("*.ttf"))
# Fontconfig, the shared styles and the collector's thresholds belong to the whole process.
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
        fonts, stylesheet = styles()
        document = HTML(string=html, base_url=None, url_fetcher=OnlyOurFonts())
        return document.write_pdf(
            stylesheets=[stylesheet], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=True
        )


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
