from datetime import date

import pytest

from documents.enums import FileFormat
from documents.models import Attachment
from documents.services import issue, pair_order
from documents.services.files import file_name, render, render_all
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)
SIGNATURES = {
    FileFormat.PDF: b"%PDF-",
    FileFormat.XLSX: b"PK\x03\x04",
    FileFormat.DOCX: b"PK\x03\x04",
}


def make_order(register=True):
    program = make_school_program()
    make_accepted_pair(program)
    document = pair_order.draft_order_pairs(program=program, by=None)
    return issue.register(document=document, day=DAY, by=None) if register else document


def test_all_formats_are_made_and_the_progress_is_told():
    document = make_order()
    steps = []

    render_all(document, lambda done, total: steps.append((done, total)))

    assert steps == [(1, 3), (2, 3), (3, 3)]
    for attachment in document.attachments.all():
        assert attachment.file.read().startswith(SIGNATURES[FileFormat(attachment.format)])


@pytest.mark.parametrize("file_format", FileFormat.values)
def test_a_registered_paper_is_reprinted_byte_for_byte(file_format):
    document = make_order()

    assert render(document, file_format) == render(document, file_format)


def test_rendering_twice_keeps_one_file_of_a_format():
    document = make_order()

    render_all(document)
    render_all(document)

    assert Attachment.objects.count() == 3


def test_the_name_on_the_disk_tells_nothing():
    document = make_order()

    render_all(document)

    names = [attachment.file.name for attachment in document.attachments.all()]
    assert all(name.removeprefix("documents/").count("-") == 4 for name in names)
    assert not any("Панин" in name or "prikaz" in name.lower() for name in names)


def test_the_name_of_a_download_says_what_it_is():
    assert file_name(make_order(), "pdf") == "О формировании наставнических пар (групп) 1-од.pdf"


def test_editing_a_draft_drops_its_stale_files():
    document = make_order(register=False)
    render_all(document)

    issue.edit(document=document, values={"title": "О парах"}, by=None)

    assert not document.attachments.exists()
