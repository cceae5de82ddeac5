"""Tasks of a plan: written, moved, deleted, marked, also by a meeting."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from mentoring_portal.shared.fingerprints import MeanwhileError
from pairs.enums import PlanStatus
from pairs.models import Meeting, PlanTask
from pairs.services import meeting as meetings
from pairs.services import plan_task as service
from pairs.services.plan_seen import seen_task
from tests.builders import make_meeting, make_pair, make_plan, make_plan_task
from tests.pairs.plans import make_agreed

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


def mark(task, how, day=DAY, comment=""):
    return service.mark(task=task, mark=how, day=day, comment=comment, by=None)


def edit(task, seen=None, **fields):
    own = PlanTask.objects.select_related("plan").get(pk=task.pk)
    seen = seen or seen_task(own)
    for name, value in fields.items():
        setattr(own, name, value)
    return service.update(task=own, seen=seen, by=None)


def titles(plan):
    return list(plan.tasks.values_list("title", flat=True))


def test_a_new_task_stands_last_and_a_form_sent_twice_is_one_task():
    plan = make_plan()
    make_plan_task(plan, title="Первая")

    for _press in range(2):
        service.add(task=PlanTask(plan=plan, title="Вторая", due_on=DAY), by=None)

    assert titles(plan) == ["Первая", "Вторая"]


def test_a_hundred_tasks_are_enough():
    plan = make_plan()
    rows = (PlanTask(plan=plan, title=f"Задача {n}", position=n) for n in range(100))
    PlanTask.objects.bulk_create(rows)

    with pytest.raises(ValidationError, match="уже 100 задач"):
        service.add(task=PlanTask(plan=plan, title="Ещё"), by=None)


@pytest.mark.parametrize(("direction", "order"), [("up", "БАВ"), ("down", "АВБ")])
def test_a_task_moves_one_place(direction, order):
    plan = make_plan()
    tasks = [make_plan_task(plan, title=title, position=0) for title in "АБВ"]

    service.move(task=tasks[1], direction=direction, by=None)

    assert titles(plan) == list(order)


@pytest.mark.parametrize(("place", "direction"), [(0, "up"), (1, "down")])
def test_a_task_does_not_leave_the_plan(place, direction):
    plan = make_plan()
    tasks = [make_plan_task(plan, title=title) for title in "АБ"]

    service.move(task=tasks[place], direction=direction, by=None)

    assert titles(plan) == ["А", "Б"]


@pytest.mark.parametrize("change", [{"title": "Другая"}, {"due_on": DAY}, {"expected": "зачёт"}])
def test_a_changed_task_takes_the_plan_back_to_the_draft(change):
    plan = make_agreed()

    edit(plan.tasks.get(), **change)

    plan.refresh_from_db()
    assert (plan.status, plan.agreements.count()) == (PlanStatus.DRAFT, 0)


def test_a_task_saved_as_it_was_keeps_the_agreement():
    plan = make_agreed()

    edit(plan.tasks.get())

    plan.refresh_from_db()
    assert plan.status == PlanStatus.AGREED


def test_who_edits_a_task_second_is_shown_the_first():
    task = make_plan_task(due_on=DAY)
    opened = seen_task(task)
    edit(task, title="Диктант", due_on=None)

    with pytest.raises(MeanwhileError) as refusal:
        edit(task, seen=opened, title="Сочинение", due_on=DAY)

    said = refusal.value.message_dict
    assert (said["title"], said["due_on"]) == (
        ["Сейчас записано: «Диктант»"],
        ["Сейчас записано: пусто"],
    )


def test_a_task_marked_meanwhile_is_not_deleted_unseen():
    task = make_plan_task()
    opened = seen_task(task)
    mark(task, "done")

    with pytest.raises(MeanwhileError):
        service.delete(task=task, seen=opened, by=None)

    task.refresh_from_db()
    service.delete(task=task, seen=seen_task(task), by=None)
    assert PlanTask.objects.count() == 0


def test_a_task_deleted_meanwhile_is_told_of():
    task = make_plan_task()
    PlanTask.objects.all().delete()

    with pytest.raises(ValidationError, match="уже нет"):
        mark(task, "done")


def test_a_mark_has_a_day_and_may_be_taken_back():
    task = make_plan_task()

    mark(task, "partly", comment=" болел ")
    assert PlanTask.objects.values_list("mark", "marked_on", "comment").get() == (
        "partly",
        DAY,
        "болел",
    )
    mark(task, "planned", day=None)
    assert PlanTask.objects.values_list("mark", "marked_on", "comment").get() == (
        "planned",
        None,
        "",
    )


@pytest.mark.parametrize(
    ("how", "day", "name"),
    [
        ("done", None, "marked_on"),
        ("done", timezone.localdate() + timedelta(days=1), "marked_on"),
        ("done", date(206, 11, 1), "marked_on"),
        ("dropped", DAY, "comment"),
    ],
)
def test_a_wrong_mark_is_refused(how, day, name):
    task = make_plan_task()

    with pytest.raises(ValidationError) as refusal:
        mark(task, how, day=day)

    assert list(refusal.value.message_dict) == [name]


def test_a_finished_plan_takes_no_marks_and_no_tasks():
    plan = make_plan(status="finished")
    task = make_plan_task(plan)

    for attempt in (
        lambda: mark(task, "done"),
        lambda: edit(task, title="Другая"),
        lambda: service.move(task=task, direction="up", by=None),
        lambda: service.delete(task=task, seen=seen_task(task), by=None),
        lambda: service.add(task=PlanTask(plan=plan, title="Ещё"), by=None),
    ):
        with pytest.raises(ValidationError, match="План выполнен"):
            attempt()
    assert PlanTask.objects.get().mark == "planned"


def new_meeting(pair, **fields):
    said = {"kind": "work", "day": DAY, "minutes": 45, "topic": "Диктант", "rating": 4}
    return Meeting(pair=pair, **said | fields)


def marks(plan):
    return list(plan.tasks.values_list("title", "mark", "marked_on"))


def test_recording_a_meeting_marks_the_ticked_tasks_with_its_day():
    plan = make_agreed()
    ticked, left = plan.tasks.get(), make_plan_task(plan, title="Другая")

    meetings.record(meeting=new_meeting(plan.pair), tasks=[ticked], by=None)

    assert marks(plan) == [(ticked.title, "done", DAY), (left.title, "planned", None)]
    plan.refresh_from_db()
    assert plan.status == PlanStatus.AGREED


def test_a_meeting_marks_the_task_that_it_is():
    plan = make_plan()
    make_plan_task(plan, title="Пробная встреча", meeting_kind="trial")
    make_plan_task(plan, title="Итоговая встреча", meeting_kind="final")

    meetings.record(meeting=new_meeting(plan.pair, kind="trial"), by=None)

    assert marks(plan) == [
        ("Пробная встреча", "done", DAY),
        ("Итоговая встреча", "planned", None),
    ]


def test_a_mark_once_made_is_not_moved_by_a_later_meeting():
    plan = make_plan()
    task = make_plan_task(plan, meeting_kind="trial", mark="partly", marked_on=date(2026, 10, 9))

    meetings.record(meeting=new_meeting(plan.pair, kind="trial"), by=None)

    assert marks(plan) == [(task.title, "partly", date(2026, 10, 9))]


@pytest.mark.parametrize(("how", "day"), [("partly", DAY), ("dropped", date(2026, 10, 9))])
def test_a_meeting_finishes_what_was_done_in_part_but_not_what_was_dropped(how, day):
    plan = make_plan()
    task = make_plan_task(plan, mark=how, marked_on=date(2026, 10, 9))

    meetings.record(meeting=new_meeting(plan.pair), tasks=[task], by=None)

    assert marks(plan) == [(task.title, "done" if how == "partly" else how, day)]


def test_a_task_of_another_pair_is_not_marked():
    foreign = make_plan_task()
    plan = make_plan()

    meetings.record(meeting=new_meeting(plan.pair), tasks=[foreign], by=None)

    foreign.refresh_from_db()
    assert foreign.mark == "planned"


def test_a_pair_without_a_plan_records_meetings_as_before():
    pair = make_pair()

    meetings.record(meeting=new_meeting(pair), by=None)

    assert pair.meetings.count() == 1


def test_overdue_are_unmarked_tasks_of_working_pairs_alone():
    late = date(2026, 11, 1)
    own = make_plan_task(due_on=late)
    make_plan_task(due_on=late, mark="done")
    make_plan_task(make_plan(make_pair(status="paused")), due_on=late)
    make_plan_task(make_plan(status="finished"), due_on=late)
    make_plan_task(due_on=date(2026, 11, 21))
    make_meeting()

    assert list(PlanTask.objects.overdue(date(2026, 11, 21))) == [own]
