"""What people type stays words: nothing is run, nothing is fetched, in any format."""

import socket
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError

from documents.enums import FieldType
from documents.kinds import KINDS
from documents.models import Document
from documents.rendering.pdf import FONTS, OnlyOurFonts
from documents.services import issue, pair_order, wording
from documents.services.files import render
from participants.models import Mentor, Person
from programs.models import Organization
from tests.documents.builders import make_accepted_pair, make_school_program
from tests.documents.reading import docx_text, pdf_text, squeezed, xlsx_text

pytestmark = pytest.mark.django_db
WITH_BRACES = ("{{ 7*7 }}", "{% load static %}", "{организация.__class__}")
WITHOUT = (
    "<script>alert(1)</script>",
    '<img src="http://169.254.169.254/latest/">',
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data/",
    '=HYPERLINK("http://169.254.169.254/")',
    "@import url(file:///etc/passwd)",
)
READERS = {"pdf": pdf_text, "docx": docx_text, "xlsx": xlsx_text}


@pytest.fixture
def reached(monkeypatch):
    """Every address that the rendering asks for; the network is cut."""
    addresses, fetch = [], OnlyOurFonts.fetch

    def remembered(self, url, headers=None):
        addresses.append(url)
        return fetch(self, url, headers)

    def cut(*args):
        raise AssertionError(f"The network was asked: {args[1:]}")

    monkeypatch.setattr(OnlyOurFonts, "fetch", remembered)
    monkeypatch.setattr(socket.socket, "connect", cut)
    return addresses


def make_draft(program):
    make_accepted_pair(program)
    return pair_order.draft_order_pairs(program=program, by=None)


def printed(document, file_format):
    return squeezed(READERS[file_format](render(document, file_format)))


@pytest.mark.parametrize("file_format", READERS)
def test_hostile_words_in_every_field_of_an_order_stay_words(reached, file_format):
    document = make_draft(make_school_program())
    texts = {
        "title": " ".join(WITHOUT)[:290],
        "preamble": "\n".join(WITHOUT),
        "clauses": "\n".join(WITHOUT),
    }
    issue.edit(document=document, values=texts, by=None)
    document = issue.register(document=document, day=date(2026, 10, 15), by=None)

    found = printed(document, file_format)

    assert [text for text in WITHOUT if squeezed(text) not in found] == []
    assert "root:" not in found
    assert set(reached) <= FONTS


@pytest.mark.parametrize("file_format", READERS)
@pytest.mark.parametrize("text", [*WITHOUT, *WITH_BRACES])
def test_hostile_words_in_the_data_stay_words(reached, file_format, text):
    document = make_draft(make_school_program())
    Organization.objects.filter(pk=document.organization_id).update(
        name=text, founder=text, address=text, place=text
    )
    Mentor.objects.update(position=text)
    Person.objects.filter(last_name="Панин").update(first_name=text[:60])
    document = Document.objects.get(pk=document.pk)

    found = printed(document, file_format)

    assert found.count(squeezed(text)) >= 3
    assert set(reached) <= FONTS


def parts(document, file_format):
    with ZipFile(BytesIO(render(document, file_format))) as archive:
        return b"".join(map(archive.read, archive.namelist()))


@pytest.mark.parametrize(
    ("file_format", "active"),
    [
        ("xlsx", b"<f>"),
        ("xlsx", b"externalLink"),
        ("xlsx", b"<hyperlink"),
        ("docx", b"External"),
        ("docx", b"<w:hyperlink "),
    ],
)
def test_files_hold_no_formula_and_no_link_to_elsewhere(file_format, active):
    document = make_draft(make_school_program())
    issue.edit(document=document, values={"clauses": "\n".join(WITHOUT)}, by=None)

    found = parts(document, file_format)

    assert b"169.254.169.254" in found
    assert active not in found


@pytest.mark.parametrize("text", WITH_BRACES)
def test_braces_outside_the_catalogue_are_refused_in_every_text_of_every_kind(text):
    document = make_draft(make_school_program())
    taken = []
    for kind in KINDS.values():
        for field in kind.fields:
            if field.type == FieldType.TEXT:
                try:
                    issue.check_values(kind, {field.key: text})
                    taken.append((kind.code, field.key))
                except ValidationError:
                    continue

    assert taken == []
    with pytest.raises(ValidationError):
        issue.edit(document=document, values={"title": text}, by=None)


@pytest.mark.parametrize("text", WITHOUT)
def test_the_preview_of_a_wording_fetches_nothing(reached, text):
    program = make_school_program()
    make_draft(program)
    kind = KINDS["order_pairs"]

    page = wording.preview(kind, program, {"title": text[:290], "clauses": text})

    assert text in str(page)
    assert reached == []
