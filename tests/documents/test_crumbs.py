"""Where a paper stands: the crumbs of its pages and the words above its title."""

import re
from datetime import date

import pytest
from django.urls import reverse

from documents.services import pair_order
from documents.services.paper import draft_paper
from documents.services.report import draft_report
from tests.builders import make_curator
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def make_draft(program):
    make_accepted_pair(program)
    return pair_order.draft_order_pairs(program=program, by=None)


def draft_december(program):
    return draft_report(program=program, period="december", as_of=date(2026, 12, 1), by=None)


def crumbs_of(page):
    trail = page.split('<ol class="breadcrumb">', 1)[1].split("</ol>", 1)[0]
    return re.findall(r'<a href="([^"]*)">', trail)


@pytest.mark.parametrize(
    ("make", "home"),
    [
        (make_draft, "documents:document_list"),
        (draft_december, "documents:report_list"),
    ],
)
@pytest.mark.parametrize("name", ["detail", "edit", "register", "delete"])
def test_crumbs_lead_to_the_list_that_the_paper_stands_in(curator, program, make, home, name):
    paper = make(program)

    page = curator.get(reverse(f"documents:document_{name}", args=[paper.pk])).content.decode()

    own = [reverse("documents:document_detail", args=[paper.pk])] if name != "detail" else []
    assert crumbs_of(page) == ["/", reverse(home, args=[program.pk]), *own]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Протокол заседания Педагогического совета № 2", 0),
        ("О целевой модели наставничества", 1),
    ],
)
def test_the_kind_is_not_said_twice(curator, program, title, lines):
    paper = draft_paper(program=program, code="protocol_pedsovet", by=None, values={"title": title})

    page = curator.get(reverse("documents:document_detail", args=[paper.pk])).content.decode()

    assert page.count('<p class="lead-line">') == lines
