"""The pages of erasing a person: who does it, what stands in the way, what is left."""

from datetime import date

import pytest
from django.urls import reverse

from documents.services.erasure import erase
from participants.models import Erasure
from tests.builders import make_pair, make_person, make_program, make_user
from tests.documents.erasures import SECRETS, Story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return Story()


@pytest.fixture
def browser(client, story):
    client.force_login(story.curator)
    return client


def test_the_curator_erases_from_the_card_and_takes_the_papers(browser, story):
    form = {"reason": "demand", "requested_on": "2026-11-20", "sure": "on"}
    url = reverse("documents:erasure_create", args=[story.person.pk])

    refused = browser.post(url, form | {"sure": ""})
    done = browser.post(url, form)

    erasure = Erasure.objects.get()
    assert list(refused.context["form"].errors) == ["sure"]
    assert done.url == reverse("documents:erasure_detail", args=[erasure.pk])
    starts = {("act", "pdf"): b"%PDF", ("act", "docx"): b"PK", ("journal", "xlsx"): b"PK"}
    for (paper, kind), start in starts.items():
        url = reverse("documents:erasure_file", args=[erasure.pk, paper, kind])
        assert b"".join(browser.get(url).streaming_content).startswith(start)
    missing = reverse("documents:erasure_file", args=[erasure.pk, "journal", "pdf"])
    assert browser.get(missing).status_code == 404


def test_the_page_tells_what_stands_in_the_way(browser, story):
    person = make_pair(story.program).mentor.person

    page = browser.get(reverse("documents:erasure_create", args=[person.pk])).content.decode()

    assert ("Сначала завершите: Пара №" in page, "Уничтожить сведения" in page) == (True, False)


def test_the_list_names_no_subject_and_no_other_school(browser, story):
    own = story.erase()
    other = make_program()
    stranger = make_person(organization=other.organization)
    erase(person=stranger, reason="demand", requested_on=date(2026, 11, 1), by=make_user())

    page = browser.get(reverse("documents:erasure_list", args=[story.program.pk]))

    assert list(page.context["erasures"]) == [own]
    assert [word for word in SECRETS if word in page.content.decode().casefold()] == []


def test_nobody_writes_about_an_erased_person_again(browser, story):
    mentee = story.mentee.pk
    story.erase()
    names = {
        "documents:erasure_create": story.person.pk,
        "participants:consent_create": story.person.pk,
        "participants:account_give": story.person.pk,
        "participants:mentee_update": mentee,
        "participants:mentee_move": mentee,
    }

    statuses = [browser.post(reverse(name, args=[key])).status_code for name, key in names.items()]
    cards = [
        browser.get(reverse("participants:person_detail", args=[story.person.pk])),
        browser.get(reverse("participants:mentee_detail", args=[mentee])),
    ]

    assert statuses == [404] * len(names)
    assert [card.context["can_edit"] for card in cards] == [False, False]
