"""A paper that has lost its subject says so: never a 500."""

import pytest
from django.urls import reverse

from documents.enums import DocumentKind
from documents.services.paper import draft_paper
from tests.builders import make_curator, make_mentee
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


def test_a_draft_about_somebody_who_left_the_base_tells_it(client):
    program = make_school_program()
    mentee = make_mentee(program, "Панин Глеб Олегович", position="8 «А»")
    code = DocumentKind.INDIVIDUAL_PLAN
    draft = draft_paper(program=program, code=code, by=None, subject=mentee)
    mentee.delete()
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:document_detail", args=[draft.pk]))

    text = "Человека, о котором документ, в базе программы (наставляемые) нет."
    assert page.status_code == 200
    assert text in page.content.decode()
