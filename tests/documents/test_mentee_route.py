"""The route of one mentee: his request, his tasks, his conclusions."""

from datetime import date

import pytest

from documents.domain.blocks import Heading
from documents.domain.form_blocks import Answer
from documents.domain.page_json import to_json
from documents.services.files import page_of
from pairs.models import PairMember
from participants.models import NeedsAnalysis
from tests.builders import make_meeting, make_mentee, make_pair, make_plan, make_plan_task
from tests.documents.acts import blocks, card, draft, headings, table
from tests.documents.builders import make_school_program, make_working_teachers

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    return make_school_program()


@pytest.fixture
def teachers(program):
    return make_working_teachers(program)


def mentee_of(pair):
    return pair.members.get().mentee


def move(mentee, former, present):
    """Both groups work on."""
    former.members.filter(mentee=mentee).update(left_on=date(2026, 11, 10), is_open=False)
    PairMember.objects.create(pair=present, mentor=present.mentor, mentee=mentee)


def test_the_route_of_a_mentee_says_the_request_and_how_it_was_learned(teachers):
    mentee = mentee_of(teachers)
    for method, day in (("interview", 20), ("observation", 5)):
        NeedsAnalysis.objects.create(
            mentee=mentee,
            method=method,
            held_on=date(2026, 9, day),
            held_by="психолог",
            conclusion="Тайное слово",
        )

    document = draft(teachers.program, "individual_plan", mentee)

    assert card(document, 1) == {
        "Запрос": "Методика урока",
        "Анализ потребностей": "интервью, 20.09.2026",
    }
    assert card(document)["Наставник"] == "Зорин Лев Юрьевич, учитель физики"
    assert "Тайное слово" not in str(to_json(page_of(document)))


def test_the_route_has_goal_tasks_plan_and_conclusions(teachers):
    document = draft(teachers.program, "individual_plan", mentee_of(teachers))

    assert headings(document) == [
        "1. Цель и задачи",
        "2. План мероприятий",
        "3. Выводы наставляемого и наставника",
    ]
    assert [column.title for column in table(document).columns] == [
        "№ п/п",
        "Задача, мероприятие",
        "Срок",
        "Ресурсы",
        "Планируемый результат",
        "Отметка о выполнении",
    ]
    assert blocks(document, Answer) == [Answer(4)]


def test_the_route_of_who_moved_to_another_mentor_names_the_present_one(program):
    mentee = make_mentee(program, "Мухин Олег Ильич")
    present, former = make_pair(program), make_pair(program, mentees=[make_mentee(program), mentee])
    move(mentee, former, present)

    document = draft(program, "individual_plan", mentee)

    assert card(document)["Наставник"].startswith(present.mentor.person.full_name)


@pytest.mark.parametrize("has_plan", [True, False])
def test_the_route_of_who_joined_later_begins_with_that_day(teachers, has_plan):
    newcomer = make_mentee(teachers.program, "Мухин Олег Ильич")
    PairMember.objects.create(
        pair=teachers, mentor=teachers.mentor, mentee=newcomer, joined_on=date(2026, 11, 16)
    )
    make_meeting(teachers, kind="acquaintance", day=date(2026, 10, 20))
    make_meeting(teachers, kind="planning", day=date(2026, 11, 16))
    if has_plan:
        add_plan(teachers)

    found = {}
    for mentee in (teachers.members.first().mentee, newcomer):
        document = draft(teachers.program, "individual_plan", mentee)
        marks = [row[-1][-10:] for row in table(document).rows if not isinstance(row, str)]
        found[mentee] = (card(document)["Срок работы"][:12], [mark for mark in marks if mark])

    early = ["20.10.2026", "16.11.2026", *(["21.10.2026"] if has_plan else [])]
    assert list(found.values()) == [("с 15.10.2026", early), ("с 16.11.2026", ["16.11.2026"])]


def add_plan(pair):
    plan = make_plan(pair, starts_on=date(2026, 10, 15))
    make_plan_task(plan, title="Встреча-знакомство", meeting_kind="acquaintance")
    make_plan_task(plan, title="Встреча-планирование", meeting_kind="planning")
    make_plan_task(plan, mark="done", marked_on=date(2026, 10, 21))


def test_a_mentee_without_a_pair_has_a_route_with_lines_for_the_mentor(program):
    mentee = make_mentee(program, "Ершова Яна Тимуровна", request="Шахматы")

    document = draft(program, "individual_plan", mentee)

    assert card(document)["Наставник"] == "_" * 20
    assert card(document)["Срок работы"] == "с ____________ по 31.05.2027"
    assert isinstance(blocks(document, Heading)[0], Heading)


def test_the_route_follows_the_pair_that_works_now(program):
    mentee = make_mentee(program, "Ершова Яна Тимуровна")
    working = make_pair(program, mentees=[mentee])
    make_pair(program, mentees=[mentee], status="terminated", ended_on=date(2026, 11, 1))
    make_pair(program, mentees=[mentee], status="rejected")

    document = draft(program, "individual_plan", mentee)

    assert card(document)["Наставник"] == working.mentor.person.full_name
