"""Recording a consent to distribution: the data, the page and the term are named."""

import pytest
from django.urls import reverse
from django.utils import timezone

from participants.models import Consent
from programs.enums import Role
from tests.builders import make_person, make_user

pytestmark = pytest.mark.django_db
PAGE = "https://school.example.org/o/school/"


@pytest.fixture
def person():
    return make_person(birth_year=1980)


@pytest.fixture
def browser(client, person):
    client.force_login(make_user(Role.CURATOR, person.organization))
    return client


def paper(**values):
    day = timezone.localdate()
    return {
        "kind": "distribution",
        "signer": "person",
        "signed_on": day.isoformat(),
        "valid_until": day.replace(day=1, year=day.year + 1).isoformat(),
        "fields": ["name", "position"],
        "page_url": PAGE,
    } | values


def address(person, query=""):
    return reverse("participants:consent_create", args=[person.pk]) + query


def test_a_full_paper_is_recorded(browser, person):
    browser.post(address(person), paper())

    kept = Consent.objects.get()
    assert (kept.fields, kept.page_url) == (["name", "position"], PAGE)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"fields": []}, "fields"),
        ({"fields": ["diagnosis"]}, "fields"),
        ({"valid_until": ""}, "valid_until"),
        ({"page_url": ""}, "page_url"),
        ({"page_url": "school.example.org"}, "page_url"),
        ({"page_url": "javascript:alert(1)"}, "page_url"),
        ({"page_url": "ftp://school.example.org/"}, "page_url"),
        ({"page_url": "https://"}, "page_url"),
        ({"page_url": "http://[wrong"}, "page_url"),
    ],
)
def test_a_paper_that_does_not_name_something_is_refused(browser, person, values, field):
    answer = browser.post(address(person), paper(**values))

    assert field in answer.context["form"].errors
    assert Consent.objects.count() == 0


def test_the_page_of_the_school_is_offered_and_nothing_is_ticked(browser, person):
    form = browser.get(address(person, "?kind=distribution")).context["form"]

    page = reverse("programs:public_page", args=[person.organization.slug])
    assert form["page_url"].value() == f"http://testserver{page}"
    assert form["fields"].value() in (None, [])


def test_other_papers_keep_neither_page_nor_data(browser, person):
    browser.post(address(person), paper(kind="processing", valid_until=""))

    kept = Consent.objects.get()
    assert (kept.fields, kept.page_url, kept.valid_until) == ([], "", None)
