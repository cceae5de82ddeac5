"""The list of papers: found by words, kind, stage and state; flat in questions."""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse

from documents.enums import DocumentKind, DocumentStatus
from documents.kinds import KINDS
from documents.models import Document
from programs.enums import StageCode
from tests.assertions import queries_of
from tests.builders import make_curator, make_program
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def make_paper(program, title="О парах", kind=DocumentKind.ORDER_PAIRS, number=None, **fields):
    """As it lies in the database: the list reads nothing else."""
    frozen = {}
    if number:
        frozen = {
            "number": number,
            "year": 2026,
            "number_text": f"{number}-од",
            "date": date(2026, 10, 1),
            "snapshot": {},
            "status": DocumentStatus.REGISTERED,
        }
    return Document.objects.create(
        program=program,
        organization=program.organization,
        kind=kind,
        journal=KINDS[kind].journal,
        title=title,
        **frozen | fields,
    )


def found(browser, program, **query):
    page = browser.get(reverse("documents:document_list", args=[program.pk]), query)
    return list(page.context["documents"])


def test_drafts_come_first_and_then_the_newest(curator, program):
    old = make_paper(program, number=1)
    new = make_paper(program, number=2, date=date(2026, 11, 1))
    draft = make_paper(program)

    assert found(curator, program) == [draft, new, old]


@pytest.mark.parametrize("text", ["ПАРАХ", "приказ 7-од", "закреплении", "  о   парах "])
def test_papers_are_found_by_words_in_any_case_of_letters(curator, program, text):
    wanted = make_paper(program, number=7)
    make_paper(program, "О поощрении", DocumentKind.REPORT_MONITORING_JUNE)

    assert found(curator, program, q=text) == [wanted]


def test_words_that_nobody_wrote_find_nothing(curator, program):
    make_paper(program)

    page = curator.get(reverse("documents:document_list", args=[program.pk]), {"q": "физика"})

    assert "Ни один документ не подходит" in page.content.decode()


def test_papers_are_narrowed_by_kind_stage_and_state(curator, program):
    order = make_paper(program, number=1)
    report = make_paper(program, "Отчёт", DocumentKind.REPORT_MONITORING_DECEMBER)

    assert found(curator, program, type="order") == [order]
    assert found(curator, program, stage=StageCode.PAIRING) == [order]
    assert found(curator, program, status="draft") == [report]
    assert found(curator, program, type="protocol") == []


def test_the_count_in_the_catalogue_leads_to_the_papers_of_that_kind(curator, program):
    wanted = make_paper(program, number=1)
    make_paper(program, "О кураторе", DocumentKind.ORDER_CURATOR, number=2)
    catalogue = curator.get(reverse("documents:paper_list", args=[program.pk])).content.decode()
    url = reverse("documents:document_list", args=[program.pk])
    label = DocumentKind.ORDER_PAIRS.label

    assert f'<a href="{url}?kind=order_pairs" aria-label="{label}: 1">1</a>' in catalogue
    page = curator.get(f"{url}?kind=order_pairs")
    assert list(page.context["documents"]) == [wanted]
    assert page.context["chips"] == [("Вид документа", label, "")]


def test_a_search_keeps_the_kind_that_was_chosen(curator, program):
    page = curator.get(reverse("documents:document_list", args=[program.pk]), {"kind": "program"})

    form = page.content.decode().split('role="search"', 1)[1].split("</form>", 1)[0]
    assert '<input type="hidden" name="kind" value="program" id="id_kind">' in form
    assert form.count('name="kind"') == 1


def test_papers_are_sorted_by_number_both_ways(curator, program):
    papers = [make_paper(program, number=number) for number in (3, 11, 7)]

    numbers = [
        [paper.number for paper in found(curator, program, ordering=ordering)]
        for ordering in ("number", "-number")
    ]

    assert (len(papers), numbers) == (3, [[3, 7, 11], [11, 7, 3]])


@pytest.mark.parametrize(
    "query", [{"ordering": "snapshot"}, {"page": "x"}, {"type": "нет"}, {"kind": "нет"}]
)
def test_an_impossible_query_does_not_break_the_list(curator, program, query):
    make_paper(program)

    answer = curator.get(reverse("documents:document_list", args=[program.pk]), query)

    assert answer.status_code in (200, 404)


def test_papers_of_other_programs_do_not_stand_here(curator, program):
    make_paper(make_program(organization=program.organization, start_year=2025))
    make_paper(make_school_program())

    assert found(curator, program) == []


def test_three_hundred_papers_cost_as_many_questions_as_one(curator, program):
    url = reverse("documents:document_list", args=[program.pk])
    make_paper(program)
    curator.get(url)
    costs = []
    for amount in (0, 2, 297):
        Document.objects.bulk_create(
            Document(
                program=program,
                organization=program.organization,
                kind=DocumentKind.ORDER_PAIRS,
                journal="orders",
                title=f"О парах {number}",
            )
            for number in range(amount)
        )
        costs.append([queries_of(partial(curator.get, url, q)) for q in ({}, {"q": "парах"})])

    page = curator.get(url)
    assert costs[0] == costs[1] == costs[2]
    assert (page.context["page_obj"].paginator.count, len(page.context["documents"])) == (300, 25)
