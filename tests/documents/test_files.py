from contextlib import suppress
from datetime import date

import pytest
from django.db import transaction

from documents.enums import FileFormat
from documents.kinds import kind_of
from documents.models import Attachment
from documents.services import issue, pair_order, signing
from documents.services.files import file_name, render, render_all
from documents.services.report import draft_report
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


def draft_report_again(document):
    program = document.program
    arguments = {"program": program, "period": "december", "as_of": DAY, "by": None}
    draft = draft_report(**arguments)
    render_all(draft)
    return draft, lambda: draft_report(**arguments)


DROPPING = {
    "edit": lambda paper: (
        paper,
        lambda: issue.edit(document=paper, values={"title": "О другом"}, by=None),
    ),
    "send": lambda paper: (paper, lambda: signing.send(document=paper, by=None)),
    "register": lambda paper: (paper, lambda: issue.register(document=paper, day=DAY, by=None)),
    "refresh": lambda paper: (paper, lambda: pair_order.refresh_pairs(document=paper, by=None)),
    "delete": lambda paper: (paper, lambda: issue.delete_draft(document=paper, by=None)),
    "report": draft_report_again,
}


def are_stored(files):
    return [file.storage.exists(file.name) for file in files]


@pytest.mark.parametrize("case", DROPPING)
def test_files_of_a_former_state_leave_the_disk_once_it_is_committed(
    case, django_capture_on_commit_callbacks
):
    paper, act = DROPPING[case](make_order(register=False))
    render_all(paper)
    files = [attachment.file for attachment in paper.attachments.all()]

    with django_capture_on_commit_callbacks() as callbacks:
        act()
    before = are_stored(files)
    for callback in callbacks:
        callback()

    assert (len(files), before) == (len(paper_formats(paper)), [True] * len(files))
    assert are_stored(files) == [False] * len(files)


def paper_formats(paper):
    return kind_of(paper.kind).formats


def test_files_stay_when_the_change_is_taken_back():
    paper = make_order(register=False)
    render_all(paper)
    files = [attachment.file for attachment in paper.attachments.all()]

    with suppress(RuntimeError), transaction.atomic():
        issue.delete_draft(document=paper, by=None)
        raise RuntimeError

    assert are_stored(files) == [True] * 3
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
