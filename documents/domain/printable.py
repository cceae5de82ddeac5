"""Text and dates that every file format can hold."""

import re
from datetime import UTC, date, datetime, time

from documents.domain.blocks import Page
from documents.domain.page_json import map_texts

# XML, and with it DOCX and XLSX, has no place for these at all.
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNDATED = date(2020, 1, 1)


def printable_text(text: str) -> str:
    if not ILLEGAL.search(text):
        return text
    return ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def printable(page: Page) -> Page:
    cleaned: Page = map_texts(page, printable_text)
    return cleaned


def made_at(page: Page, made: datetime | None) -> datetime:
    """The moment a file says it was made: fixed, so that a reprint has the same bytes."""
    if made:
        return made
    return datetime.combine(page.day or UNDATED, time(), UTC)
