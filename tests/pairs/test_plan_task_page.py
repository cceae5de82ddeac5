"""Tasks of a plan on its page and in the form of a meeting."""

from datetime import date

import pytest
from django.utils import timezone

from pairs.models import PlanTask
from pairs.services import plan_task
from programs.enums import Role
from tests.builders import (
    make_pair,
    make_plan,
    make_plan_task,
)
from tests.pairs.plans import errors, make_agreed, plan_data, sign_in, url

pytestmark = pytest.mark.django_db
TASK_PAGES = ("task_update", "task_delete", "task_mark", "task_done", "task_move")


def test_two_people_in_one_task_lose_nothing(client):
    task = make_plan_task(title="Диктант")
    sign_in(client, task.plan.pair, Role.MENTOR)
    opened = plan_data(client.get(url("task_update", task.pk)), title="Сочинение")
    PlanTask.objects.update(title="Изложение")

    refused = client.post(url("task_update", task.pk), opened)

    assert errors(refused)["title"] == ["Сейчас записано: «Изложение»"]
    client.post(url("task_update", task.pk), plan_data(refused))
    assert PlanTask.objects.get().title == "Сочинение"


def test_a_task_marked_meanwhile_is_shown_before_it_is_deleted(client):
    task = make_plan_task()
    sign_in(client, task.plan.pair, Role.MENTOR)
    opened = plan_data(client.get(url("task_delete", task.pk)))
    PlanTask.objects.update(mark="done", marked_on=date(2026, 11, 1))

    refused = client.post(url("task_delete", task.pk), opened)

    assert "Отметка: выполнено, 01.11.2026." in refused.content.decode()
    client.post(url("task_delete", task.pk), plan_data(refused))
    assert PlanTask.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [("due_on", "31.02.2027"), ("due_on", "2227-05-01"), ("title", ""), ("title", "я" * 501)],
)
def test_a_mistake_in_a_task_stands_beside_its_field(client, field, value):
    pair = make_plan().pair
    sign_in(client, pair, Role.MENTOR)
    data = {"title": "Диктант", "due_on": "2026-12-01"} | {field: value}

    page = client.post(url("plan_task_create", pair.pk), data)

    assert list(errors(page)) == [field]
    assert PlanTask.objects.count() == 0


@pytest.mark.parametrize("name", TASK_PAGES)
def test_a_task_deleted_meanwhile_leads_back_to_the_plan(client, name):
    task = make_plan_task(make_agreed())
    pair = task.plan.pair
    sign_in(client, pair, Role.MENTOR)
    shown = client.get(url("plan_detail", pair.pk)).content.decode()
    address = f"{url(name, task.pk)}?pair={pair.pk}"
    task.delete()

    page = client.post(address, follow=True)

    assert f'"{address}"' in shown or name == "task_move"
    assert page.redirect_chain == [(url("plan_detail", pair.pk), 302)]
    assert [str(said) for said in page.context["messages"]] == [plan_task.GONE]


@pytest.mark.parametrize("query", ["", "?pair=", "?pair=x", "?pair={}"])
def test_a_deleted_task_of_strangers_is_not_found(client, query):
    task = make_plan_task(make_agreed())
    pair = task.plan.pair
    task.delete()
    sign_in(client, make_pair(pair.program), Role.MENTOR)

    page = client.get(url("task_update", 999999) + query.format(pair.pk))

    assert page.status_code == 404


def test_one_press_marks_a_task_today_and_a_link_never_does(client):
    task = make_plan_task()
    sign_in(client, task.plan.pair, Role.MENTOR)

    assert client.get(url("task_done", task.pk)).status_code == 405
    answer = client.post(url("task_done", task.pk))

    assert answer.url == f"{url('plan_detail', task.plan.pair_id)}#task-{task.pk}"
    task.refresh_from_db()
    assert (task.mark, task.marked_on) == ("done", timezone.localdate())


def test_another_mark_has_a_day_and_a_remark(client):
    task = make_plan_task()
    sign_in(client, task.plan.pair, Role.MENTOR)
    data = {"mark": "dropped", "marked_on": "2026-11-01", "comment": "Заболел"}

    client.post(url("task_mark", task.pk), data)

    task.refresh_from_db()
    assert (task.mark, task.marked_on, task.comment) == ("dropped", date(2026, 11, 1), "Заболел")


def test_the_form_of_a_meeting_offers_open_tasks_the_most_urgent_first(client):
    plan = make_plan()
    for title, fields in {
        "Когда-нибудь": {},
        "Весной": {"due_on": date(2027, 4, 1)},
        "Зимой": {"due_on": date(2026, 12, 1), "mark": "partly"},
        "Готово": {"mark": "done"},
        "Итоговая встреча": {"meeting_kind": "final"},
    }.items():
        make_plan_task(plan, title=title, **fields)
    sign_in(client, plan.pair, Role.MENTOR)

    form = client.get(url("meeting_create", plan.pair_id)).context["form"]

    assert [str(task) for task in form.fields["tasks"].queryset] == [
        "Зимой",
        "Весной",
        "Когда-нибудь",
    ]


def test_a_pair_without_open_tasks_is_asked_nothing_more(client):
    pair = make_plan().pair
    sign_in(client, pair, Role.MENTOR)

    assert "tasks" not in client.get(url("meeting_create", pair.pk)).context["form"].fields


def test_a_meeting_with_a_ticked_task_is_one_form(client):
    task = make_plan_task()
    sign_in(client, task.plan.pair, Role.MENTOR)
    data = {"day": "2026-11-02", "quick": "45", "minutes": "", "topic": "План", "rating": "5"}

    client.post(url("meeting_create", task.plan.pair_id), data | {"kind": "work", "tasks": task.pk})

    task.refresh_from_db()
    assert (task.mark, task.marked_on) == ("done", date(2026, 11, 2))


def test_a_task_of_another_pair_is_no_choice(client):
    task, foreign = make_plan_task(), make_plan_task()
    sign_in(client, task.plan.pair, Role.MENTOR)
    data = {"day": "2026-11-02", "quick": "45", "minutes": "", "topic": "План", "rating": "5"}

    page = client.post(
        url("meeting_create", task.plan.pair_id), data | {"kind": "work", "tasks": foreign.pk}
    )

    assert "tasks" in errors(page)
