"""The catalogue of kinds of papers, by stage."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.services.advice import ADVISED, stage_papers
from documents.services.catalogue import RECEIVED, shelves
from documents.services.paper import draft_paper
from participants.models import Clearance
from programs.enums import Role, StageCode
from programs.services.media import attach
from programs.services.preset import inventory
from tests.assertions import assert_flat
from tests.builders import make_event, make_mentor, make_user

pytestmark = pytest.mark.django_db


def entries(program, **wanted):
    return {item.code: item for shelf in shelves(program, **wanted) for item in shelf.entries}


def test_every_kind_stands_on_one_shelf(program):
    assert set(entries(program)) == {*KINDS, *RECEIVED}
    assert sum(len(shelf.entries) for shelf in shelves(program)) == len(entries(program))


def test_words_are_found_in_any_case_and_narrow_with_type_and_stage(program):
    found = entries(program, words="НАСТАВНИКА анкета")
    typed = entries(program, type="survey", stage="completion")

    assert set(found) == {
        DocumentKind.SURVEY_MENTOR_NEEDS,
        DocumentKind.SURVEY_MENTOR_USEFUL,
    }
    assert set(typed) == {DocumentKind.SURVEY_SATISFACTION}


def test_kinds_count_papers_certificates_and_files_of_events(program):
    mentor = make_mentor(program)
    Clearance.objects.create(person=mentor.person, kind="medical", issued_on=date(2026, 9, 1))
    Clearance.objects.create(
        person=make_mentor().person, kind="medical", issued_on=date(2026, 9, 1)
    )
    upload = ContentFile(b"%PDF", "x.pdf")
    attach(event=make_event(program), upload=upload, title="x.pdf", by=None)
    draft_paper(program=program, code=DocumentKind.FSN_DATA, by=None)

    counts = {code: item.kept for code, item in entries(program).items() if item.kept}

    assert counts == {
        DocumentKind.CERTIFICATE_MEDICAL: 1,
        DocumentKind.MEDIA_REPORT: 1,
        DocumentKind.FSN_DATA: 1,
    }


def test_received_papers_lead_to_where_they_are_recorded(program, client):
    client.force_login(make_user(Role.CURATOR, program.organization))

    answers = [client.get(entries(program)[code].url).status_code for code in RECEIVED]

    assert answers == [200, 200, 200]


def test_only_who_makes_papers_gets_links_to_make_them(program, client):
    url = reverse("documents:paper_list", args=[program.pk])
    link = reverse("documents:paper_create", args=[program.pk, "fsn_data"])

    shown = []
    for role in (Role.CURATOR, Role.GROUP_HEAD):
        client.force_login(make_user(role, program.organization))
        shown.append(f'href="{link}"' in client.get(url).content.decode())

    assert shown == [True, False]


def test_search_that_finds_nothing_says_so_and_shows_the_way_back(program, client):
    client.force_login(make_user(Role.CURATOR, program.organization))

    page = client.get(reverse("documents:paper_list", args=[program.pk]), {"q": "бегемот"})

    assert page.context["shelves"] == []
    assert "Такого вида документов нет" in page.content.decode()


@pytest.mark.parametrize("query", [{"type": "xyz"}, {"stage": "9"}, {"q": "я" * 200}])
def test_unknown_conditions_narrow_nothing(program, client, query):
    client.force_login(make_user(Role.CURATOR, program.organization))

    page = client.get(reverse("documents:paper_list", args=[program.pk]), query)

    assert sum(len(s.entries) for s in page.context["shelves"]) == len(KINDS) + len(RECEIVED)


def test_each_advised_paper_of_a_stage_has_its_kind(program):
    titles = {stage["code"]: stage["documents"] for stage in inventory()["G73_stages"]}

    assert {code: len(kinds) for code, kinds in ADVISED.items()} == {
        code: len(found) for code, found in titles.items()
    }
    for code in StageCode:
        advised = stage_papers(program, code, titles[code]).advised
        assert all(item for _title, item in advised)


def test_other_papers_of_a_stage_are_those_not_advised(program):
    titles = next(s["documents"] for s in inventory()["G73_stages"] if s["code"] == "pair_work")

    others = {item.code for item in stage_papers(program, StageCode.PAIR_WORK, titles).others}

    own = {code for code, kind in KINDS.items() if kind.stage == StageCode.PAIR_WORK}
    assert others == own - {DocumentKind.SURVEY_FEEDBACK}


def test_catalogue_costs_the_same_with_many_papers(program):
    def draft(times):
        for _number in range(times):
            draft_paper(program=program, code=DocumentKind.FSN_DATA, by=None)

    assert_flat(lambda: shelves(program), lambda: draft(30))
