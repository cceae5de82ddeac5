"""The table of ``docs/documents.md``, made from the kinds themselves.

To write it anew: ``python manage.py shell -c "from tests.documents_table import write; write()"``.
"""

from pathlib import Path

from django.urls import reverse

from documents.enums import PaperType
from documents.kinds import KINDS
from documents.services.catalogue import RECEIVED, codes, shelf_titles, stage_of, url_of
from programs.models import Program

HEAD = """# Papers

Every kind of paper has a place in the portal: what the school issues is composed, what it receives
is recorded with a scan. The stages are those of the target model. «Registered» papers are drafted,
signed, dated and kept as they were; the others are printed from today's data and leave no record.
All kinds stand on the page «Виды документов», by stage. The table is made from the code by
`python manage.py shell -c "from tests.documents_table import write; write()"`;
a test compares both.

| Kind | Code | Stage | Type | Formats | Kept | Where |
|---|---|---|---|---|---|---|
"""
RECEIVED_WORDS = ("scan", "recorded")


FILE = Path(__file__).resolve().parent.parent / "docs" / "documents.md"


def write():
    FILE.write_text(text(), "utf-8")


def text():
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows())


def rows():
    """By stage, in the order of the portal's catalogue."""
    titles = shelf_titles()
    order = list(titles)
    for code in sorted(codes(), key=lambda code: order.index(stage_of(code))):
        yield (code.label, f"`{code}`", titles[stage_of(code)], *details(code))


def details(code):
    program = Program(pk=0)
    if code in RECEIVED:
        url = reverse(RECEIVED[code], args=[0])
        return (PaperType.EXTERNAL.label, *RECEIVED_WORDS, place(url))
    kind = KINDS[code]
    formats = ", ".join(one.label for one in kind.formats)
    way = "registered" if kind.is_kept else "printed"
    return (PaperType(kind.type).label, formats, way, place(url_of(kind, program)))


def place(url):
    return f"`{url.replace('/0/', '/N/')}`"
