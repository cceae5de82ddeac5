"""The page of a plan: the mentor and the curator write, the mentee answers, the school reads."""

from datetime import date

import pytest

from pairs.models import Plan
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_plan,
    make_plan_task,
    make_program,
)
from tests.pairs.plans import errors, make_agreed, plan_data, sign_in, url

pytestmark = pytest.mark.django_db
WRITERS = (Role.MENTOR, Role.CURATOR)


def said(page):
    return [str(message) for message in page.context["messages"]]


@pytest.mark.parametrize("role", WRITERS)
def test_a_plan_is_written_from_the_start_to_the_end(client, role):
    pair = make_pair(goal="Сдать физику")
    sign_in(client, pair, role)

    client.post(url("plan_create", pair.pk), {"source": "sample"})
    client.post(url("plan_task_create", pair.pk), {"title": "Диктант", "due_on": "2026-12-01"})
    page = client.get(url("plan_detail", pair.pk))

    assert page.context["page"].tasks[-1].title == "Диктант"
    assert page.context["writes"]
    client.post(url("plan_offer", pair.pk))
    plan = Plan.objects.get()
    assert plan.status == "offered"
    assert plan.agreements.count() == (1 if role == Role.MENTOR else 0)


def test_the_mentee_reads_and_answers_but_does_not_write(client):
    plan = make_agreed(status="offered")
    plan.agreements.filter(person=plan.pair.mentees[0].person).delete()
    sign_in(client, plan.pair, Role.MENTEE)

    page = client.get(url("plan_detail", plan.pair_id))
    assert (page.context["asks"], page.context["writes"]) == (True, False)
    assert client.post(url("plan_offer", plan.pair_id)).status_code == 403

    client.post(
        url("plan_answer", plan.pair_id), {"answer": "yes", "seen": page.context["page"].seen}
    )
    plan.refresh_from_db()
    assert plan.status == "agreed"


def test_a_no_is_asked_for_its_reason_and_shown_to_the_mentor(client):
    plan = make_plan(status="offered")
    sign_in(client, plan.pair, Role.MENTEE)
    form = client.get(url("plan_answer", plan.pair_id))
    data = plan_data(form)

    empty = client.post(url("plan_answer", plan.pair_id), data)
    client.post(url("plan_answer", plan.pair_id), data | {"comment": "Не успею"})

    assert "необязательно" not in form.content.decode()
    assert errors(empty) == {"comment": ["Напишите, что в плане не подходит."]}
    sign_in(client, plan.pair, Role.MENTOR)
    page = client.get(url("plan_detail", plan.pair_id))
    assert [side.answer.comment for side in page.context["page"].objections] == ["Не успею"]


def test_the_group_head_reads_and_the_stranger_finds_nothing(client):
    plan = make_agreed()
    sign_in(client, plan.pair, Role.GROUP_HEAD)
    page = client.get(url("plan_detail", plan.pair_id))
    assert (page.status_code, page.context["writes"]) == (200, False)

    client.force_login(make_curator(make_program()))
    names = ("plan_detail", "plan_update", "plan_finish", "plan_paper", "plan_task_create")
    assert {client.get(url(name, plan.pair_id)).status_code for name in names} == {404}


def test_another_mentor_of_the_school_finds_nothing(client):
    task = make_plan_task(make_agreed())
    other = make_pair(task.plan.pair.program)
    sign_in(client, other, Role.MENTOR)

    pages = [client.get(url("plan_detail", task.plan.pair_id))]
    pages += [client.post(url(name, task.pk)) for name in ("task_done", "task_move", "task_mark")]

    assert {page.status_code for page in pages} == {404}
    task.refresh_from_db()
    assert task.mark == "planned"


def test_a_curator_who_mentors_others_does_not_answer_for_this_pair(client):
    plan = make_plan(status="offered")
    other = make_pair(plan.pair.program)
    user = sign_in(client, other, Role.MENTOR)
    user.memberships.create(organization=plan.pair.program.organization, role=Role.CURATOR)

    page = client.post(url("plan_answer", plan.pair_id), {"answer": "yes"})

    assert (page.status_code, plan.agreements.count()) == (404, 0)


def test_a_pair_without_an_order_has_nothing_to_start(client):
    pair = make_pair(status="accepted")
    client.force_login(make_curator(pair.program))

    assert client.get(url("plan_detail", pair.pk)).context["writes"] is False
    assert client.post(url("plan_create", pair.pk)).status_code == 404


def test_changing_an_agreed_plan_is_warned_about_before_saving(client):
    plan = make_agreed()
    task = plan.tasks.get()
    sign_in(client, plan.pair, Role.MENTOR)

    pages = [
        client.get(url(name, pk))
        for name, pk in (
            ("plan_update", plan.pair_id),
            ("plan_task_create", plan.pair_id),
            ("task_update", task.pk),
            ("task_delete", task.pk),
        )
    ]

    warning = "согласие понадобится от всех заново"
    assert [warning in page.content.decode() for page in pages] == [True] * 4


def test_a_draft_is_edited_without_a_warning(client):
    plan = make_plan()
    sign_in(client, plan.pair, Role.MENTOR)

    page = client.get(url("plan_update", plan.pair_id))

    assert "от всех заново" not in page.content.decode()


def test_two_people_in_one_plan_lose_nothing(client):
    plan = make_plan(goal="Сдать физику", regime="по вторникам")
    sign_in(client, plan.pair, Role.MENTOR)
    opened = plan_data(client.get(url("plan_update", plan.pair_id)), goal="Сдать биологию")
    Plan.objects.update(goal="Сдать химию")

    refused = client.post(url("plan_update", plan.pair_id), opened)

    assert refused.context["form"]["goal"].value() == "Сдать биологию"
    assert errors(refused)["goal"] == ["Сейчас записано: «Сдать химию»"]
    assert Plan.objects.get().goal == "Сдать химию"
    again = client.post(url("plan_update", plan.pair_id), plan_data(refused))
    assert again.status_code == 302
    assert Plan.objects.get().goal == "Сдать биологию"


def test_an_unusual_term_is_saved_pointed_out_and_confirmed_by_the_curator_alone(client):
    plan = make_plan(kind="personal")
    sign_in(client, plan.pair, Role.MENTOR)
    data = plan_data(client.get(url("plan_update", plan.pair_id)), ends_on="2026-11-01")

    saved = client.post(url("plan_update", plan.pair_id), data, follow=True)

    assert Plan.objects.get().ends_on == date(2026, 11, 1)
    assert "необычный" in said(saved)[1]
    assert client.post(url("plan_confirm", plan.pair_id)).status_code == 403
    client.force_login(make_curator(plan.pair.program))
    page = client.post(url("plan_confirm", plan.pair_id), follow=True)
    assert page.context["page"].term_doubt == ""


def test_the_curator_records_a_signature_of_who_has_no_login(client):
    plan = make_plan(status="offered")
    sign_in(client, plan.pair, Role.MENTOR)
    client.force_login(make_curator(plan.pair.program))
    mentee = plan.pair.mentees[0].person

    form = client.get(url("plan_paper", plan.pair_id))
    data = {"person": mentee.pk, "day": "2026-11-03"}
    client.post(url("plan_paper", plan.pair_id), data)

    assert [name for _key, name in form.context["form"].fields["person"].choices] == [
        mentee.full_name
    ]
    assert plan.agreements.get(person=mentee).agreed_on == date(2026, 11, 3)


def test_finishing_names_what_stays_without_a_mark(client):
    plan = make_agreed()
    sign_in(client, plan.pair, Role.MENTOR)

    form = client.get(url("plan_finish", plan.pair_id))
    client.post(url("plan_finish", plan.pair_id), {"summary": "Цель достигнута"})

    assert list(form.context["open_tasks"]) == [plan.tasks.get()]
    plan.refresh_from_db()
    assert plan.status == "finished"


def test_a_task_outside_the_term_is_pointed_out_not_refused(client):
    plan = make_plan()
    make_plan_task(plan, title="Поход", due_on=date(2027, 7, 1))
    sign_in(client, plan.pair, Role.MENTOR)

    make_plan_task(plan, title="Диктант", due_on=date(2027, 5, 31))
    make_plan_task(plan, title="Когда-нибудь")

    page = client.get(url("plan_detail", plan.pair_id)).context["page"]

    assert [task.title for task in page.tasks if task.is_outside] == ["Поход"]
    assert page.outside == 1


def test_last_years_plan_is_offered_to_the_same_people_only(client):
    old = make_plan(make_pair(make_program(start_year=2025)))
    program = make_program(organization=old.pair.program.organization)
    pair = make_pair(
        program,
        make_mentor(program, person=old.pair.mentor.person),
        [make_mentee(program, person=old.pair.mentees[0].person)],
    )
    client.force_login(make_curator(program))

    earlier = [
        client.get(url("plan_detail", row.pk)).context["earlier"]
        for row in (pair, make_pair(program))
    ]

    assert earlier == [old, None]


@pytest.mark.parametrize("role", [Role.CURATOR, Role.MENTOR, Role.MENTEE])
def test_the_page_costs_the_same_for_0_and_40_tasks(client, role):
    plan = make_agreed(status="offered")
    sign_in(client, plan.pair, role)

    def add():
        for n in range(40):
            make_plan_task(plan, title=f"Задача {n}" * 40)

    assert_flat(lambda: client.get(url("plan_detail", plan.pair_id)), add)


def test_a_group_of_twenty_costs_as_much_as_a_pair(client):
    program = make_program()
    client.force_login(make_curator(program))
    pairs = [
        make_pair(program, mentees=[make_mentee(program) for _each in range(size)])
        for size in (1, 20)
    ]
    for pair in pairs:
        make_agreed(pair)
    client.get(url("plan_detail", pairs[0].pk))

    assert_flat(
        lambda: client.get(url("plan_detail", pairs[0].pk)),
        lambda: pairs.reverse(),
    )


def test_recording_a_planning_meeting_leads_to_the_plan(client):
    pair = make_pair()
    make_meeting(pair, kind="trial")
    sign_in(client, pair, Role.MENTOR)
    data = {"day": "2026-11-02", "quick": "45", "minutes": "", "topic": "План", "rating": "5"}

    planning = client.post(url("meeting_create", pair.pk), data | {"kind": "planning"})
    working = client.post(url("meeting_create", pair.pk), data | {"kind": "work"})

    assert planning.url == url("plan_detail", pair.pk)
    assert working.url == url("pair_detail", pair.pk)
