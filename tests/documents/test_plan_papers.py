"""Papers of a pair print its plan: nobody types it twice."""

from datetime import date

import pytest

from documents.domain.blocks import KeyValues
from documents.forms.document import ContentForm
from documents.kinds.acts.plan import EVENTS_TITLE
from documents.services import issue
from documents.services.files import page_of
from pairs.models import PairMember, PlanAgreement
from tests.assertions import assert_flat
from tests.builders import (
    make_event,
    make_meeting,
    make_mentee,
    make_pair,
    make_plan,
    make_plan_task,
)
from tests.documents.acts import blocks, card, draft, paras, table
from tests.documents.builders import make_school_program, make_working_teachers

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
KINDS = ("personal_program", "pair_roadmap", "individual_plan")


@pytest.fixture
def teachers(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    return make_working_teachers(make_school_program())


@pytest.fixture
def plan(teachers):
    plan = make_plan(
        teachers,
        kind="personal",
        goal="Провести открытый урок",
        results="урок проведён\nколлеги дали отзыв",
        regime="По вторникам, очно.",
        starts_on=date(2026, 10, 20),
        ends_on=date(2027, 4, 30),
        summary="Цель достигнута.",
    )
    make_plan_task(plan, title="Встреча-знакомство", meeting_kind="acquaintance")
    make_plan_task(
        plan,
        title="Посетить урок; обсудить",
        due_on=date(2026, 11, 15),
        resources="лист {наблюдения}",
        expected="разбор",
        mark="partly",
        marked_on=date(2026, 11, 10),
        comment="болел",
    )
    return plan


def subject_of(kind, plan):
    return plan.pair.mentees[0] if kind == "individual_plan" else plan.pair


def paper(kind, own, **values):
    return draft(own.pair.program, kind, subject_of(kind, own), **values)


def agree(plan, person, day, **fields):
    return PlanAgreement.objects.create(plan=plan, person=person, agreed_on=day, **fields)


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_of_a_paper_is_the_plan(plan, kind):
    assert table(paper(kind, plan)).rows == (
        (1, "Встреча-знакомство", "", "", "", ""),
        (
            2,
            "Посетить урок; обсудить",
            "15.11.2026",
            "лист {наблюдения}",
            "разбор",
            "выполнено частично 10.11.2026: болел",
        ),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_into_the_paper_wins(plan, kind):
    document = paper(kind, plan, plan="Своя строка; май")

    assert table(document).rows == ((1, "Своя строка", "май", "", "", ""),)


def test_the_form_of_a_paper_shows_the_plan_and_saving_it_keeps_it_alive(plan):
    document = paper("personal_program", plan)

    shown = ContentForm(document=document).initial
    issue.edit(document=document, values=dict(shown), by=None)
    plan.tasks.filter(position=1).update(title="Знакомство")

    assert shown["plan"] == (
        "Встреча-знакомство\nПосетить урок, обсудить; 15.11.2026; лист (наблюдения); разбор; "
        "выполнено частично 10.11.2026: болел"
    )
    assert table(document).rows[0][1] == "Знакомство"


def test_goal_tasks_regime_and_term_of_a_personal_program_are_those_of_the_plan(plan):
    document = paper("personal_program", plan)

    note = paras(document)
    assert note[2] == (
        "Цель программы – провести открытый урок. Для её достижения решаются задачи:"
    )
    assert note[4] == "Режим работы: по вторникам, очно."
    assert "c 20" not in note[3] and "с 20\u00a0октября 2026\u00a0г. по 30\u00a0апреля" in note[3]
    assert card(document)["Срок работы"] == "с 20.10.2026 по 30.04.2027"
    assert paras(document)[-1] == "Цель достигнута."


def test_a_plan_without_tasks_says_nothing_to_a_paper(plan):
    plan.tasks.all().delete()

    assert len(table(paper("personal_program", plan)).rows) > 5


def test_a_meeting_held_marks_its_row_of_the_plan(plan):
    make_meeting(plan.pair, kind="acquaintance", day=date(2026, 10, 21))

    assert table(paper("pair_roadmap", plan)).rows[0][5] == "проведена 21.10.2026"


def test_a_paper_knows_no_mark_and_no_agreement_of_a_later_day(plan):
    mentor, mentee = plan.pair.mentor.person, plan.pair.mentees[0].person
    agree(plan, mentor, date(2026, 11, 5))
    agree(plan, mentee, date(2026, 11, 9), is_on_paper=True)

    early = issue.register(document=paper("pair_roadmap", plan), day=date(2026, 11, 6), by=None)
    late = issue.register(document=paper("pair_roadmap", plan), day=date(2026, 11, 12), by=None)

    assert table(early).rows[1][5] == ""
    assert table(late).rows[1][5] == "выполнено частично 10.11.2026: болел"
    first = f"{mentor.short_name}, наставник – 05.11.2026"
    both = f"{first}\n{mentee.short_name}, наставляемый – 09.11.2026 (на бумаге)"
    assert blocks(early, KeyValues)[-1].pairs == (("Согласны с планом", first),)
    assert blocks(late, KeyValues)[-1].pairs == (("Согласны с планом", both),)


def test_the_route_of_one_mentee_of_a_group_names_no_other(plan):
    other = make_mentee(plan.pair.program)
    PairMember.objects.create(pair=plan.pair, mentor=plan.pair.mentor, mentee=other)
    agree(plan, other.person, date(2026, 11, 5))

    assert "Согласны с планом" not in str(blocks(paper("individual_plan", plan), KeyValues))
    assert "Согласны с планом" in str(blocks(paper("pair_roadmap", plan), KeyValues))


def test_events_of_the_program_follow_with_their_places(plan):
    make_event(plan.pair.program, title="Фестиваль", place="Зал", starts_on=date(2027, 4, 26))

    rows = table(paper("pair_roadmap", plan)).rows

    assert rows[2:] == (
        "Мероприятия программы наставничества",
        (3, "Фестиваль", "26.04.2027", "Зал", "участие пары", ""),
    )


@pytest.mark.parametrize("kind", ["personal_program", "pair_roadmap"])
def test_lessons_of_mentors_are_no_events_of_a_pair(plan, kind):
    day = date(2027, 4, 26)
    make_event(plan.pair.program, title="Урок наставников", kind="mentor_school", starts_on=day)

    assert EVENTS_TITLE not in table(paper(kind, plan)).rows


def test_the_route_begins_with_the_goal_and_the_tasks_of_the_plan(plan):
    assert paras(paper("individual_plan", plan))[:2] == [
        "Цель – провести открытый урок.",
        "Ожидаемые результаты:",
    ]


def test_a_no_is_never_printed_as_an_agreement(plan):
    agree(plan, plan.pair.mentor.person, date(2026, 11, 5), is_agreed=False, comment="нет")

    assert "Согласны с планом" not in str(blocks(paper("pair_roadmap", plan), KeyValues))


def test_the_plan_of_mentorship_prints_the_plan_of_these_two_people(plan):
    pair = plan.pair
    other = make_pair(pair.program, mentees=[make_mentee(pair.program)], form=pair.form)
    make_plan_task(make_plan(other), title="Чужая задача")
    for row in (pair, other):
        row.form = "mentorship_head_teacher"
        row.save()

    document = draft(
        pair.program,
        "mentorship_plan",
        mentor=pair.mentor.person_id,
        worker=pair.mentees[0].person_id,
    )

    assert card(document)["Срок"] == "с 20.10.2026 по 30.04.2027"
    assert [row[1] for row in table(document).rows] == [
        "Встреча-знакомство",
        "Посетить урок; обсудить",
    ]


def test_a_long_plan_costs_a_paper_no_more_queries(plan):
    document = paper("personal_program", plan)

    def work():
        for n in range(40):
            make_plan_task(plan, title=f"Задача {n}")

    assert_flat(lambda: page_of(document), work)
