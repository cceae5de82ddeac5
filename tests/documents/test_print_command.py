"""``issue_document`` with a kind that leaves no record."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from documents.models import Document
from documents.services.paper import draft_paper
from tests.builders import make_mentee
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


def issue(program, *more):
    call_command("issue_document", "consent_pd", "--program", str(program.pk), "--json", *more)


def test_a_sheet_is_printed_and_not_kept(capsys, tmp_path):
    program = make_school_program()
    person = make_mentee(program, "Ершова Яна Тимуровна").person

    issue(program, "--subject", str(person.pk), "--formats", "docx", "--out", str(tmp_path))

    told = json.loads(capsys.readouterr().out)
    name = f"consent_pd_{program.pk}_{person.pk}.docx"
    assert (told["document"], told["files"]) == (None, [str(tmp_path / name)])
    assert (tmp_path / name).stat().st_size > 0
    assert not Document.objects.exists()


def test_a_sheet_is_neither_registered_nor_drafted(tmp_path):
    program = make_school_program()
    person = make_mentee(program, "Ершова Яна Тимуровна").person
    out = ("--subject", str(person.pk), "--out", str(tmp_path))

    with pytest.raises((CommandError, SystemExit)):
        issue(program, *out, "--register", "--date", "2026-10-01")
    with pytest.raises(ValidationError, match="лист для печати"):
        draft_paper(program=program, code="consent_pd", by=None, subject=person)
    assert not Document.objects.exists()
