"""The municipality's page: its schools, their figures and approved reports."""

from datetime import date

import pytest
from django.urls import reverse

from documents.services import issue
from documents.services.report import draft_report
from programs.enums import OrganizationKind, Role
from tests.assertions import assert_flat
from tests.builders import make_organization, make_program, make_user
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 10)


@pytest.fixture
def town():
    return make_organization(kind=OrganizationKind.MUNICIPALITY)


@pytest.fixture
def page(client, town):
    client.force_login(make_user(Role.MUNICIPAL, town))
    return lambda: client.get(reverse("monitoring:schools")).content.decode()


def make_report(town, approved=True):
    program = make_school_program(organization=make_organization(parent=town))
    report = draft_report(program=program, period="december", as_of=DAY, by=None)
    return issue.register(document=report, day=DAY, by=None) if approved else report


def link(document):
    return f'<a href="{reverse("documents:document_detail", args=[document.pk])}">за декабрь<'


def test_an_approved_report_of_a_school_is_a_link_away_and_opens(client, town, page):
    report = make_report(town)

    assert link(report) in page()
    answer = client.get(reverse("documents:document_detail", args=[report.pk]))
    assert answer.context["document"] == report
    crumbs = answer.content.decode().partition('class="breadcrumb"')[2].partition("</ol>")[0]
    assert reverse("monitoring:schools") in crumbs
    assert reverse("documents:document_list", args=[report.program_id]) not in crumbs


def test_drafts_and_reports_of_other_towns_are_not_offered(town, page):
    draft, foreign = make_report(town, approved=False), make_report(make_organization())

    shown = page()

    assert draft.organization.short_name in shown
    assert [link(draft) in shown, link(foreign) in shown] == [False, False]
    assert "пока нет" in shown


def test_the_list_of_schools_costs_the_same_for_one_and_for_many(town, page):
    make_report(town)

    def add():
        for _each in range(3):
            make_report(town)
        make_program(organization=make_organization(parent=town))

    assert_flat(page, add)
