"""The matching page: what stands on it before, during and after the choice of pairs."""

import re

import pytest
from django.urls import reverse

from pairs.enums import PairStatus
from pairs.models import Pair
from pairs.services import matching
from pairs.services.board import board
from pairs.services.pair import accept_all
from participants.enums import ParticipantStatus
from programs.enums import MentoringForm
from tests.builders import make_curator, make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db
WAITING = {"status": ParticipantStatus.CANDIDATE}


@pytest.fixture
def page(client, program):
    client.force_login(make_curator(program))
    return lambda: client.get(reverse("pairs:matching", args=[program.pk])).content.decode()


def primary(page):
    """Words on the buttons that call to be pressed."""
    found = re.findall(r'class="btn btn-primary"[^>]*>\s*(.*?)\s*</', page, re.DOTALL)
    return [" ".join(words.split()) for words in found]


def test_people_left_for_one_reason_are_one_group(program):
    for _each in range(3):
        make_mentee(program, form=MentoringForm.TEACHER_TEACHER)
    make_mentor(program, forms=[MentoringForm.STUDENT_STUDENT])
    matching.propose(program=program, by=None)

    side = board(program).mentees

    assert [len(group.people) for group in side.groups] == [3]
    assert side.left == 3


def test_before_the_first_run_nobody_is_said_to_be_left(program, page):
    mentee = make_mentee(program)

    assert mentee.person.full_name not in page()
    assert "наставляемых – 1, наставников – 0" in page()


def test_candidates_are_counted_with_a_link_that_shows_them(program, page):
    make_mentee(program, **WAITING)
    make_mentor(program, **WAITING)
    make_mentor(program)

    url = reverse("participants:mentor_list", args=[program.pk])
    assert f'<a href="{url}?status=candidate">кандидаты в наставники – 1</a>' in page()
    assert "кандидаты в наставляемые – 1" in page()


@pytest.mark.parametrize(
    ("status", "button"),
    [
        (None, "Подобрать пары"),
        (PairStatus.PROPOSED, "Принять все предложенные пары"),
        (PairStatus.ACCEPTED, "Составить приказ о парах"),
    ],
)
def test_one_button_calls_to_be_pressed(program, page, status, button):
    make_mentee(program)
    if status:
        make_pair(program, status=status)

    assert primary(page()) == [button]


def test_the_draft_of_the_order_is_one_press_away(client, program, page):
    make_pair(program, status=PairStatus.ACCEPTED)

    url = reverse("documents:order_create", args=[program.pk])
    assert page().count(f'<form method="post" action="{url}"') == 1


def test_with_nobody_to_match_the_page_leads_to_the_base_and_boasts_of_nothing(program, page):
    make_pair(program, status=PairStatus.ACTIVE)
    matching.propose(program=program, by=None)

    shown = page()
    assert primary(shown) == ["Загрузить базу"]
    assert ("Подбирать некого" in shown, "Доказано" in shown) == (True, False)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_pair_accepted_in_two_tabs_is_accepted_once(client, program, page):
    pair = make_pair(program, make_mentor(program, "Панин Глеб Олегович"), status="proposed")
    url = reverse("pairs:pair_accept", args=[pair.pk])
    page()

    answers = [said(client.post(url, follow=True)) for _tab in range(2)]

    assert answers == [
        ["Пара принята, наставник – Панин\u00a0Г.\u00a0О."],
        ["Это уже сделано: состояние «принята»."],
    ]


def test_accepting_all_twice_says_that_nothing_is_left(client, program, page):
    make_pair(program, status=PairStatus.PROPOSED)
    url = reverse("pairs:matching_accept_all", args=[program.pk])
    page()

    answers = [said(client.post(url, follow=True)) for _press in range(2)]

    assert answers == [["Принято: 1\u00a0пара."], ["Принимать нечего: предложенных пар нет."]]


def test_pairs_that_were_not_accepted_are_named_the_first_five(client, program, page):
    paused = [
        make_pair(program, make_mentor(program), status=PairStatus.PROPOSED) for _ in range(7)
    ]
    make_pair(program, status=PairStatus.PROPOSED)
    program.mentors.filter(pairs__in=paused).update(status=ParticipantStatus.PAUSED)
    page()

    answer = client.post(reverse("pairs:matching_accept_all", args=[program.pk]), follow=True)

    named = "; ".join(
        f"{pair.names}: {pair.mentor.person.short_name} – не в реестре (приостановлен)"
        for pair in paused[:5]
    )
    assert said(answer) == ["Принято: 1\u00a0пара.", f"Не приняты: {named}; и ещё 2\u00a0пары."]


def test_when_nothing_could_be_accepted_only_the_reason_is_said(client, program, page):
    pair = make_pair(program, status=PairStatus.PROPOSED)
    pair.mentor.move_to(ParticipantStatus.PAUSED)
    page()

    answer = client.post(reverse("pairs:matching_accept_all", args=[program.pk]), follow=True)

    (warning,) = said(answer)
    assert warning.startswith(f"Не приняты: {pair.names}: ")


def test_a_proposal_replaced_in_another_tab_leads_back_to_the_new_ones(client, program, page):
    make_pair(program, status=PairStatus.PROPOSED)
    address = re.search(r'formaction="(/pairs/[^"]+)"', page())[1]
    Pair.objects.all().delete()
    matching.propose(program=program, by=None)

    answer = client.post(address, follow=True)

    assert said(answer) == ["Этого предложения уже нет: черновик пар изменился."]
    assert answer.redirect_chain == [(reverse("pairs:matching", args=[program.pk]), 302)]


@pytest.mark.parametrize(
    "query", ["", "?program=", "?program=x", "?program=\u0661", "?program=999"]
)
def test_a_pair_that_never_was_is_not_found(client, program, page, query):
    page()

    url = reverse("pairs:pair_accept", args=[404_404])
    assert client.post(url + query).status_code == 404


def test_a_lost_proposal_of_a_stranger_tells_nothing(client, program, page):
    page()

    url = reverse("pairs:pair_accept", args=[404_404])
    assert client.post(f"{url}?program={make_program().pk}").status_code == 404


@pytest.mark.parametrize("people", [{"mentors": 0, "mentees": 1}, {"mentors": 1, "mentees": 0}])
def test_a_run_that_proposed_nothing_does_not_say_that_all_is_considered(program, page, people):
    for _each in range(people["mentors"]):
        make_mentor(program)
    for _each in range(people["mentees"]):
        make_mentee(program)
    matching.propose(program=program, by=None)

    why = ": ни одна пара не подходит по правилам и местам. Причины – ниже"
    lead = " ".join(re.search('class="lead">(.*?)</p>', page(), re.DOTALL)[1].split())
    assert lead == (
        f"Предложенных пар нет{why if people['mentees'] else ''}. "
        f"Без пары осталось наставляемых: {people['mentees']}."
    )
    assert "Доказано" not in page()


def test_a_step_that_brings_nothing_back_is_only_named(program, page):
    make_mentor(program)
    make_mentee(program)
    matching.propose(program=program, by=None)
    matching.propose(program=program, by=None)
    before = page()
    accept_all(program=program, by=None)

    after = page()

    last = re.search('class="draft-last">(.*?)</p>', after)[1]
    assert ["Отменить последний шаг" in shown for shown in (before, after)] == [True, False]
    assert last == (
        "Последний шаг – подбор: 1\u00a0пара; отменять нечего: "
        "ни одна из прежних пар уже не может вернуться"
    )


def test_once_every_proposal_is_decided_the_page_says_so(program, page):
    make_mentor(program)
    make_mentee(program)
    matching.propose(program=program, by=None)
    accept_all(program=program, by=None)

    assert "Все предложения рассмотрены." in page()
