"""The daily reminder writes whom it is about, once, and closes what has been done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring_portal.celery import app
from pairs.models import Reminder, Verdict
from pairs.services.readiness import facts
from pairs.tasks import remind_unpaired
from tests.assertions import queries_of
from tests.builders import make_meeting, make_mentee, make_pair, make_program, make_support

pytestmark = pytest.mark.django_db


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


def late_mentee(program):
    return make_mentee(program, listed_on=days_ago(31))


def rows():
    return sorted(
        Reminder.objects.values_list("kind", "mentee", "pair", "closed_on"), key=lambda row: row[0]
    )


def test_it_reminds_of_long_waiters_due_support_and_silent_pairs(program):
    late = late_mentee(program)
    make_mentee(program, listed_on=days_ago(30))
    due = make_mentee(program)
    make_support(due, held_on=days_ago(5), next_on=days_ago(0))
    pair = make_pair(program, starts_on=days_ago(60))
    make_meeting(pair, kind="trial", day=days_ago(8))

    remind_unpaired()

    assert rows() == [
        ("support", due.pk, None, None),
        ("verdict", None, pair.pk, None),
        ("waiting", late.pk, None, None),
    ]


def test_twice_a_day_is_once(program):
    late_mentee(program)

    remind_unpaired()
    remind_unpaired()

    assert Reminder.objects.get().raised_on == days_ago(0)


def test_what_has_been_done_is_closed_and_may_come_again(program):
    late = late_mentee(program)
    remind_unpaired()
    pair = make_pair(program, mentees=[late])

    remind_unpaired()
    assert [row[-1] for row in rows()] == [days_ago(0)]

    pair.members.update(is_open=False)
    pair.status, pair.ended_on = "completed", days_ago(32)
    pair.save()
    type(late).objects.update(listed_on=days_ago(40))
    remind_unpaired()
    assert sorted(row[-1] is None for row in rows()) == [False, True]


def test_a_refusal_is_reminded_of_at_once(program):
    pair = make_pair(program, starts_on=days_ago(60))
    make_meeting(pair, kind="trial", day=days_ago(0))
    person = pair.mentor.person
    Verdict.objects.create(
        pair=pair, person=person, side="mentor", fits=False, given_on=days_ago(0)
    )

    remind_unpaired()

    assert rows() == [("verdict", None, pair.pk, None)]


def test_programs_that_do_not_run_are_left_alone():
    late_mentee(make_program(status="draft"))
    late_mentee(make_program(status="closed"))

    remind_unpaired()

    assert rows() == []


def test_long_waiting_is_among_the_next_steps_and_support_is_not(program):
    late = late_mentee(program)
    make_support(late, held_on=days_ago(5), next_on=days_ago(0))
    make_mentee(program)

    (step,) = [fact for fact in facts(program) if fact.urgent]

    assert (step.action, step.done, step.total) == ("Помочь тем, кто долго ждёт пару", 1, 2)
    assert not any("оддержк" in fact.title for fact in facts(program))


def test_the_schedule_runs_it_every_day():
    planned = app.conf.beat_schedule["remind-unpaired"]

    assert planned["task"] == remind_unpaired.name
    assert (planned["schedule"].hour, planned["schedule"].minute) == ({4}, {40})


def test_the_task_costs_the_same_for_many(program):
    late_mentee(program)
    first = queries_of(remind_unpaired)
    for _ in range(20):
        late_mentee(program)

    assert queries_of(remind_unpaired) == first
