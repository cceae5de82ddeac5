"""Plans in the cabinet, in the list of pairs, among the facts of a stage; what an erasure takes."""

from datetime import date

import pytest
from django.template import Context, Template
from django.urls import reverse

from pairs.models import Pair, PlanAgreement, PlanTask
from pairs.services.erasure import GONE, destroy
from pairs.services.plan_facts import plan_facts
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_mentee,
    make_pair,
    make_plan,
    make_plan_task,
    make_program,
)
from tests.pairs.plans import TODAY, make_agreed, sign_in

pytestmark = pytest.mark.django_db
LATE = date(2026, 11, 1)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


def cabinet(rf, user):
    request = rf.get("/")
    request.user = user
    return Template("{% load pairs_tags %}{% my_pairs %}").render(Context({"request": request}))


def listed(client, program, **query):
    page = client.get(reverse("pairs:pair_list", args=[program.pk]), query)
    return list(page.context["object_list"])


def test_pairs_carry_how_far_their_plans_have_come():
    plan = make_plan()
    for fields in (
        {"mark": "done"},
        {"mark": "partly", "due_on": LATE},
        {"mark": "dropped", "due_on": LATE},
        {"due_on": LATE},
        {},
    ):
        make_plan_task(plan, **fields)
    make_plan_task(due_on=LATE)

    pair = Pair.objects.with_plan(TODAY).get(pk=plan.pair_id)

    assert (pair.tasks_total, pair.tasks_done, pair.tasks_overdue) == (4, 1, 1)


def test_a_pair_without_a_plan_has_zeros():
    pair = Pair.objects.with_plan(TODAY).get(pk=make_pair().pk)

    assert (pair.tasks_total, pair.tasks_done, pair.tasks_overdue) == (0, 0, 0)


def test_the_list_of_pairs_is_searched_by_their_plans(client, today):
    program = make_program()
    none, draft, agreed, ended = (make_pair(program) for _each in range(4))
    make_plan(draft)
    make_plan_task(make_agreed(agreed), due_on=LATE)
    Pair.objects.filter(pk=ended.pk).update(status="completed", ended_on=LATE)
    client.force_login(make_curator(program))

    assert listed(client, program, plan="none") == [none]
    assert listed(client, program, plan="draft") == [draft]
    assert listed(client, program, plan="agreed") == [agreed]
    assert listed(client, program, plan="overdue") == [agreed]


def test_the_list_costs_the_same_for_many_plans(client):
    program = make_program()
    client.force_login(make_curator(program))
    make_agreed(make_pair(program))

    def add():
        for _each in range(15):
            make_agreed(make_pair(program))

    assert_flat(lambda: listed(client, program), add)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_a_side_is_asked_about_an_offered_plan_until_it_agrees(client, rf, role):
    plan = make_plan(status="offered")
    user = sign_in(client, plan.pair, role)
    make_plan(make_pair(plan.pair.program), status="offered")

    assert cabinet(rf, user).count("Прочитать и ответить") == 1
    answer = PlanAgreement.objects.create(
        plan=plan, person=user.person, agreed_on=LATE, is_agreed=False
    )
    assert cabinet(rf, user).count("Прочитать и ответить") == 1
    answer.is_agreed = True
    answer.save()
    assert cabinet(rf, user).count("Прочитать и ответить") == 0


def test_a_draft_asks_nobody(client, rf):
    plan = make_plan()

    assert "Прочитать и ответить" not in cabinet(rf, sign_in(client, plan.pair, Role.MENTEE))


def test_the_mentor_is_told_of_late_tasks_in_the_cabinet(client, rf, today):
    plan = make_agreed()
    make_plan_task(plan, due_on=LATE)
    user = sign_in(client, plan.pair, Role.MENTOR)

    assert "просрочено: 1" in cabinet(rf, user)
    PlanTask.objects.update(mark="done", marked_on=LATE)
    assert "просрочено" not in cabinet(rf, user)


def test_the_pair_shows_its_plan_and_offers_to_begin_one(client):
    plan = make_agreed()
    make_plan_task(plan, mark="done", marked_on=LATE)
    bare = make_pair(plan.pair.program)
    client.force_login(make_curator(plan.pair.program))

    pages = [
        client.get(reverse("pairs:pair_detail", args=[pair.pk])).content.decode()
        for pair in (plan.pair, bare)
    ]

    assert "Выполнено 1 из 2\u00a0задач" in pages[0]
    assert ["Составить план" in page for page in pages] == [False, True]


def test_a_stage_counts_agreed_plans_and_late_tasks(today):
    program = make_program()
    plan = make_agreed(make_pair(program))
    make_plan_task(plan, due_on=LATE)
    make_plan(make_pair(program))
    make_pair(program)

    agreed, late = plan_facts(program)

    assert (agreed.done, agreed.total) == (1, 3)
    assert (late.done, late.total, late.url.endswith("?plan=overdue")) == (1, 2, True)


def test_a_program_without_plans_is_not_judged_by_them():
    assert plan_facts(make_pair().program) == []


def worded(plan):
    plan.goal = plan.results = plan.summary = "Тайна"
    plan.save()
    make_plan_task(plan, title="Тайна", resources="Тайна", expected="Тайна", comment="Тайна")
    for mentee in plan.pair.mentees:
        PlanAgreement.objects.create(
            plan=plan, person=mentee.person, agreed_on=LATE, is_agreed=False, comment="Тайна"
        )
    return plan


def words(plan):
    plan.refresh_from_db()
    rows = list(plan.tasks.values_list("title", "resources", "expected", "comment"))
    answers = list(plan.agreements.order_by("pk").values_list("comment", flat=True))
    return (plan.goal, plan.results, plan.summary), rows, answers


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_the_words_of_a_plan_go_with_either_of_the_two(side):
    plan = worded(make_plan())
    person = plan.pair.mentor.person if side == "mentor" else plan.pair.mentees[0].person

    gone = destroy(person)

    assert words(plan) == (("", "", ""), [(GONE, "", "", "")], [""])
    assert gone["Тексты планов"] == 3


def test_the_plan_of_a_group_stays_without_remarks_and_the_persons_answer():
    program = make_program()
    pair = make_pair(program, mentees=[make_mentee(program), make_mentee(program)])
    plan = worded(make_plan(pair))

    destroy(pair.mentees[0].person)

    assert words(plan) == (
        ("Тайна", "Тайна", "Тайна"),
        [("Тайна", "Тайна", "Тайна", "")],
        ["", "Тайна"],
    )
