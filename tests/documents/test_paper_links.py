"""Papers that cards of mentors and pairs offer, and what a pair lacks before its order."""

import pytest
from django.urls import reverse

from documents.enums import DocumentKind
from documents.services import paper_links
from pairs.enums import PairStatus
from tests.builders import make_curator, make_mentor
from tests.documents.builders import (
    entitle,
    make_accepted_pair,
    make_addendum,
    make_school_program,
    make_teacher_pair,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_school_program()


def titles(links):
    return [link.title for link in links]


def test_a_worker_is_offered_an_addendum_and_later_the_notices(program):
    pair = make_teacher_pair(program)
    before = titles(paper_links.of_mentor(pair.mentor))

    make_addendum(pair)

    assert before == ["Дополнительное соглашение", "Портфолио наставника"]
    assert titles(paper_links.of_mentor(pair.mentor)) == [
        "Дополнительное соглашение",
        "Уведомление об отказе",
        "Уведомление об отмене",
        "Портфолио наставника",
    ]


def test_somebody_from_outside_has_no_labor_papers(program):
    assert titles(paper_links.of_mentor(make_mentor(program))) == ["Портфолио наставника"]


def test_a_pair_is_offered_its_papers_about_itself(program):
    pair = make_accepted_pair(program)

    links = paper_links.of_pair(pair)

    assert titles(links) == [
        "Соглашение о взаимодействии",
        "Персонализированная программа",
        "Дорожная карта пары",
        "Индивидуальный план",
    ]
    agreement = reverse(
        "documents:paper_create", args=[program.pk, DocumentKind.INTERACTION_AGREEMENT]
    )
    assert links[0].url == f"{agreement}?subject={pair.pk}"


def test_a_working_pair_is_asked_and_reported_about(program):
    pair = make_teacher_pair(program, status=PairStatus.ACTIVE)

    assert titles(paper_links.of_pair(pair))[-3:] == [
        "Анкета обратной связи",
        "Анкета удовлетворённости",
        "Отчёт наставника",
    ]


def test_a_refused_pair_is_offered_nothing(program):
    pair = make_teacher_pair(program, status=PairStatus.REJECTED)

    assert paper_links.of_pair(pair) == []


def test_a_pair_of_workers_says_what_it_lacks_until_it_has_it(program, client):
    pair = make_teacher_pair(program)
    client.force_login(make_curator(program))
    url = reverse("pairs:pair_detail", args=[pair.pk])
    warning = "Пара ещё не может войти в приказ"
    before = client.get(url).content.decode()

    entitle(pair)

    assert (warning in before, warning in client.get(url).content.decode()) == (True, False)
    assert "нет зарегистрированного дополнительного соглашения" in before.lower()


def test_each_link_of_the_card_opens_a_page_with_its_subject_chosen(program, client):
    pair = make_teacher_pair(program, status=PairStatus.ACTIVE)
    client.force_login(make_curator(program))
    links = paper_links.of_mentor(pair.mentor) + paper_links.of_pair(pair)

    chosen = [subject_of(client.get(link.url).context["form"]) for link in links]

    mentor, mentee = pair.mentor, pair.mentees[0].pk
    wanted = (mentor.person_id, mentor.pk, *[pair.pk] * 3, mentee, *[pair.pk] * 3)
    assert chosen == [str(pk) for pk in wanted]


def subject_of(form):
    """A kept paper has one subject, sheets are printed for those who are ticked."""
    if "subject" in form.fields:
        return form["subject"].value()
    (ticked,) = form["chosen"].value()
    return str(ticked)
