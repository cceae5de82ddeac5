"""A term changed by hand: dates follow the words, or the words follow the dates."""

from datetime import date

import pytest
from django.urls import reverse

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import Calendar, Term
from programs.domain.roadmap_edit import FIRST_MONTH, edited
from programs.models import RoadmapItem
from tests.builders import make_curator, make_program
from tests.programs.roads import make_item

CALENDAR = Calendar(2026, SchoolYear(2026), date(2026, 10, 5))
EMPTY = Term("none", None, None, "")
DECEMBER = Term("deadline", None, date(2026, 12, 25), "до 25.12.2026")


def settled(term, changed, former=EMPTY):
    return edited(term, former, changed, CALENDAR).term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до 25.12.2026", ("deadline", None, date(2026, 12, 25))),
        ("сентябрь 2026 г.", ("month", date(2026, 9, 1), date(2026, 9, 30))),
        ("ежегодно до 15 мая", ("annual_deadline", None, date(2027, 5, 15))),
        ("в течение первого месяца", ("relative", date(2026, 10, 5), date(2026, 11, 5))),
        ("в течение учебного года", ("ongoing", None, None)),
        ("когда-нибудь", ("none", None, None)),
    ],
)
def test_kind_and_dates_are_read_out_of_new_words(text, expected):
    term = settled(Term("none", None, None, text), {"term_text"})

    assert (term.kind, term.starts_on, term.due_on, term.text) == (*expected, text)


def test_new_words_take_the_place_of_former_dates():
    term = settled(
        Term("deadline", None, DECEMBER.due_on, "до 20.11.2026"), {"term_text"}, DECEMBER
    )

    assert term.due_on == date(2026, 11, 20)


def test_words_that_are_not_understood_are_told():
    notes = edited(Term("none", None, None, "31.02.2027"), EMPTY, {"term_text"}, CALENDAR).notes

    assert notes == ("Срок «31.02.2027»: такой даты нет в календаре. Он записан словами, без дат.",)


def test_dates_typed_by_hand_are_never_overridden_by_words():
    own = Term("period", date(2026, 12, 1), date(2026, 12, 20), "до 25.12.2026")

    assert settled(own, {"term_text", "starts_on", "due_on"}) == own


def test_words_that_named_the_former_dates_follow_the_new_ones():
    found = edited(
        Term("deadline", None, date(2026, 12, 20), DECEMBER.text), DECEMBER, {"due_on"}, CALENDAR
    )

    assert found.term == Term("deadline", None, date(2026, 12, 20), "до 20.12.2026")
    assert found.notes == ("Срок теперь напечатан так: «до 20.12.2026».",)


def test_words_of_another_sense_stay_when_a_date_is_given():
    ongoing = Term("ongoing", None, None, "в течение всего периода")

    term = settled(Term("ongoing", None, date(2027, 5, 31), ongoing.text), {"due_on"}, ongoing)

    assert term == Term("ongoing", None, date(2027, 5, 31), ongoing.text)


def test_a_row_with_dates_only_gets_words_and_a_kind():
    term = settled(Term("none", date(2026, 9, 1), date(2026, 9, 15), ""), {"starts_on", "due_on"})

    assert (term.kind, term.text) == ("period", "01.09.2026 – 15.09.2026")


def test_a_kind_without_dates_takes_them_away():
    term = settled(
        Term("by_schedule", None, DECEMBER.due_on, DECEMBER.text), {"term_kind"}, DECEMBER
    )

    assert term == Term("by_schedule", None, None, "по отдельному графику")


def test_a_term_from_the_order_is_counted_when_it_is_chosen():
    term = settled(Term("relative", None, DECEMBER.due_on, DECEMBER.text), {"term_kind"}, DECEMBER)

    assert term == Term("relative", date(2026, 10, 5), date(2026, 11, 5), FIRST_MONTH)


@pytest.mark.parametrize("changed", [set(), {"title"}])
def test_an_untouched_term_stays_as_it_was(changed):
    odd = Term("deadline", None, date(2026, 12, 1), "до 25.12.2026")

    assert settled(odd, changed, odd) == odd


@pytest.mark.django_db
def test_the_page_works_the_dates_out_and_tells_its_doubts(client):
    program = make_program(start_year=2026)
    client.force_login(make_curator(program))
    fields = {"title": "Совещание", "term_kind": "none", "term_text": "до 05.11.2019"}

    url = reverse("programs:item_create", args=[program.pk])
    answer = client.post(url, fields, follow=True)

    item = RoadmapItem.objects.get()
    assert (item.term_kind, item.due_on) == ("deadline", date(2019, 11, 5))
    assert [str(message) for message in answer.context["messages"]] == [
        "Срок «до 05.11.2019» выходит за учебный год 2026–2027: 05.11.2019. "
        "Он записан так, как напечатан.",
        "Строка сохранена.",
    ]


@pytest.mark.django_db
def test_changing_the_title_leaves_a_contradictory_term_alone(client):
    item = make_item(term_kind="deadline", term_text="до 25.12.2026", due_on=date(2026, 12, 1))
    client.force_login(make_curator(item.program))
    fields = {
        "title": "Иначе",
        "term_kind": "deadline",
        "term_text": "до 25.12.2026",
        "due_on": "2026-12-01",
    }

    client.post(reverse("programs:item_update", args=[item.pk]), fields)

    item.refresh_from_db()
    assert (item.title, item.due_on) == ("Иначе", date(2026, 12, 1))
