"""Pairs on the pages of other apps."""

from datetime import date

import pytest
from django.template import Context, Template

from pairs.enums import PairStatus
from pairs.models import Feedback
from pairs.templatetags.pairs_tags import (
    hours,
    my_pairs,
    pair_figures,
    person_pairs,
    public_figures,
    unmet,
)
from participants.enums import ParticipantStatus
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_pair,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db


def context_of(rf, user):
    request = rf.get("/")
    request.user = user
    return Context({"request": request})


def login_of(person, role):
    person.user = make_user(role, person.organization)
    person.save()
    return person.user


def test_a_mentor_finds_own_ordered_pairs_in_the_cabinet(rf):
    pair = make_pair()
    mentor = login_of(pair.mentor.person, Role.MENTOR)
    make_pair(pair.program, mentor=pair.mentor, status=PairStatus.PROPOSED)
    make_pair(pair.program)

    shown = my_pairs(context_of(rf, mentor))

    assert (list(shown["leading"]), list(shown["learning"])) == ([pair], [])


def test_a_mentee_is_asked_about_meetings_without_an_own_answer(rf):
    pair = make_pair()
    person = pair.mentees[0].person
    mentee = login_of(person, Role.MENTEE)
    answered = make_meeting(pair=pair, day=date(2026, 11, 1))
    asked = make_meeting(pair=pair, day=date(2026, 11, 2))
    Feedback.objects.create(meeting=answered, person=person, side="mentee", rating=5)

    shown = my_pairs(context_of(rf, mentee))

    assert (list(shown["learning"]), list(shown["waiting"])) == ([pair], [asked])


def test_the_cabinet_of_a_mentee_does_not_show_notes(rf):
    pair = make_pair()
    make_meeting(pair=pair, topic="Дроби", note="Тайное")
    user = login_of(pair.mentees[0].person, Role.MENTEE)

    page = Template("{% load pairs_tags %}{% my_pairs %}").render(context_of(rf, user))

    assert ("Дроби" in page, "Тайное" in page) == (True, False)


def test_the_cabinet_costs_the_same_for_any_number_of_pairs(rf):
    pair = make_pair()
    user = login_of(pair.mentor.person, Role.MENTOR)
    page = Template("{% load pairs_tags %}{% my_pairs %}")

    assert_flat(
        lambda: page.render(context_of(rf, user)),
        lambda: [make_meeting(pair=make_pair(pair.program, mentor=pair.mentor)) for _ in range(10)],
    )


def test_a_card_shows_the_pairs_the_reader_may_see(rf):
    program = make_program()
    mentee = make_mentee(program)
    pair = make_pair(program, mentees=[mentee])
    make_pair(program, mentees=[mentee], status=PairStatus.REJECTED)
    stranger = make_curator(make_program())

    seen = [
        list(person_pairs(context_of(rf, user), mentee.person)["pairs"])
        for user in (make_curator(program), stranger)
    ]

    assert seen == [[pair], []]


def test_figures_of_the_staff_are_exact_and_hold_no_names():
    program = make_program()
    pair = make_pair(program)
    make_pair(program, form="teacher_teacher", status=PairStatus.PAUSED)
    make_pair(program, status=PairStatus.PROPOSED)
    make_mentee(program, status=ParticipantStatus.CANDIDATE)
    make_meeting(pair)

    figures = pair_figures(program)

    page = Template("{% load pairs_tags %}{% pair_figures program %}")
    assert {tile["label"]: tile["count"] for tile in figures["tiles"]} == {
        "наставляемых в реестре": 3,
        "наставников в реестре": 3,
        "пар и групп закреплено приказами": 2,
        "из них действуют": 1,
        "встреч проведено": 1,
    }
    assert figures["forms"] == [("ученик – ученик", 1), ("учитель – учитель", 1)]
    assert pair.mentor.person.last_name not in page.render(Context({"program": program}))


def tiles_of(figures):
    return {tile["label"].split()[0]: tile["count"] for tile in figures["tiles"]}


def test_figures_for_everybody_hide_one_and_two():
    program = make_program()
    for form in ("student_student",) * 3 + ("teacher_teacher",) * 2:
        make_meeting(make_pair(program, form=form))
    make_pair(program, status=PairStatus.PROPOSED)

    figures = public_figures(program)

    assert tiles_of(figures) == {"пар": "не менее 4", "встреч": 5}
    assert figures["forms"] == [("ученик – ученик", "3"), ("учитель – учитель", "менее 3")]


def test_meetings_of_the_only_pair_are_not_counted_for_everybody():
    make_meeting(pair := make_pair())

    figures = public_figures(pair.program)

    assert (tiles_of(figures), figures["forms"]) == ({"пар": "менее 3"}, [])


def test_without_ordered_pairs_there_are_no_figures_for_everybody():
    pair = make_pair(status=PairStatus.PROPOSED)

    assert public_figures(pair.program) == {"tiles": [], "forms": []}


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (45, "45\u00a0мин"),
        (120, "2\u00a0ч"),
        (195, "3\u00a0ч\u00a015\u00a0мин"),
        (None, "0\u00a0мин"),
    ],
)
def test_minutes_are_said_in_hours(minutes, words):
    assert hours(minutes) == words


def test_what_is_met_in_part_is_not_listed_as_unmet():
    reasons = [
        {"code": "waiting", "points": 0, "text": "Ждёт наставника 72 дня", "partly": True},
        {"code": "days", "points": 0, "text": "Общих свободных дней нет"},
    ]

    assert unmet(reasons) == ["Общих свободных дней нет"]
