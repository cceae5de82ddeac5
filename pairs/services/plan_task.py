"""Tasks of a plan: written, moved, deleted, marked. Each function is one transaction."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from pairs.enums import PlanStatus, TaskMark
from pairs.models import Meeting, Plan, PlanTask
from pairs.services.plan import changed, check_year, ensure_open, hold, record
from pairs.services.plan_seen import TASK_FIELDS, ensure_seen, seen_task
from programs.services.days import ensure_come

MOST_TASKS = 100
UP, DOWN = "up", "down"
GONE = "Этой задачи в плане уже нет."


@transaction.atomic
def add(*, task: PlanTask, by: Any) -> PlanTask:
    """At the end of the plan. The same form sent twice is one task."""
    plan = hold(task.plan)
    check(plan, task)
    same = plan.tasks.filter(**{name: getattr(task, name) for name in TASK_FIELDS}).first()
    if same:
        return same
    if plan.tasks.count() >= MOST_TASKS:
        raise ValidationError(f"В плане уже {MOST_TASKS} задач: объедините или удалите лишние.")
    last = plan.tasks.aggregate(last=Max("position"))["last"] or 0
    task.position = last + 1
    task.save()
    changed(plan, by)
    record(plan, "task.create", by, task=task.pk)
    return task


@transaction.atomic
def update(*, task: PlanTask, seen: str, by: Any) -> PlanTask:
    """``seen`` is ``seen_task`` of the opened page: what another wrote meanwhile is shown first."""
    plan = hold(task.plan)
    held = held_task(task)
    ensure_seen(held, task, TASK_FIELDS, seen, seen_task(held))
    check(plan, task)
    if all(getattr(held, name) == getattr(task, name) for name in TASK_FIELDS):
        return task
    task.save(update_fields=TASK_FIELDS)
    changed(plan, by)
    record(plan, "task.update", by, task=task.pk)
    return task


@transaction.atomic
def delete(*, task: PlanTask, seen: str, by: Any) -> None:
    plan = hold(task.plan)
    ensure_open(plan)
    held = held_task(task)
    ensure_seen(held, task, (), seen, seen_task(held))
    record(plan, "task.delete", by, task=task.pk)
    held.delete()
    changed(plan, by)


@transaction.atomic
def move(*, task: PlanTask, direction: str, by: Any) -> None:
    """One place up or down. The order is no part of what was agreed."""
    plan = hold(task.plan)
    ensure_open(plan)
    tasks = list(plan.tasks.all())
    place = next((n for n, row in enumerate(tasks) if row.pk == task.pk), None)
    if place is None:
        raise ValidationError(GONE)
    target = place + (-1 if direction == UP else 1)
    if 0 <= target < len(tasks):
        tasks[place], tasks[target] = tasks[target], tasks[place]
        number(tasks)
        record(plan, "task.move", by, task=task.pk)


def number(tasks: list[PlanTask]) -> None:
    for position, row in enumerate(tasks, 1):
        row.position = position
    PlanTask.objects.bulk_update(tasks, ["position"])


@transaction.atomic
def mark(*, task: PlanTask, mark: str, day: date | None, comment: str, by: Any) -> PlanTask:
    """How the task ended, or back to the planned ones without a day."""
    plan = hold(task.plan)
    ensure_open(plan)
    held = held_task(task)
    if mark == TaskMark.PLANNED:
        held.mark, held.marked_on, held.comment = mark, None, ""
    else:
        check_mark(plan, mark, day, comment)
        held.mark, held.marked_on, held.comment = mark, day, comment.strip()
    held.full_clean(exclude=["plan"])
    held.save(update_fields=["mark", "marked_on", "comment"])
    record(plan, "task.mark", by, task=task.pk, mark=str(mark))
    return held


def check_mark(plan: Plan, mark: str, day: date | None, comment: str) -> None:
    if day is None:
        raise ValidationError({"marked_on": "Укажите день."})
    ensure_come(day, "marked_on")
    check_year(plan, "marked_on", day)
    if mark == TaskMark.DROPPED and not comment.strip():
        raise ValidationError({"comment": "Напишите, почему задача снята."})


@transaction.atomic
def mark_with_meeting(*, meeting: Meeting, tasks: Iterable[PlanTask], by: Any) -> int:
    """Tasks that the meeting finished: those ticked, and the one that is this very meeting."""
    plan = Plan.objects.filter(pair=meeting.pair_id).first()
    if plan is None or plan.status == PlanStatus.FINISHED:
        return 0
    ticked = {task.pk for task in tasks}
    unfinished = plan.tasks.unfinished().select_for_update()
    done = [row for row in unfinished if row.pk in ticked or is_this(row, meeting)]
    for row in done:
        row.mark, row.marked_on = TaskMark.DONE, meeting.day
        record(plan, "task.mark", by, task=row.pk, meeting=meeting.pk)
    PlanTask.objects.bulk_update(done, ["mark", "marked_on"])
    return len(done)


def is_this(task: PlanTask, meeting: Meeting) -> bool:
    return task.mark == TaskMark.PLANNED and task.meeting_kind == meeting.kind


def held_task(task: PlanTask) -> PlanTask:
    found = PlanTask.objects.select_for_update().filter(pk=task.pk).first()
    if found is None:
        raise ValidationError(GONE)
    return found


def check(plan: Plan, task: PlanTask) -> None:
    ensure_open(plan)
    check_year(plan, "due_on", task.due_on)
    task.full_clean(exclude=["plan"])
