"""What a new plan starts from: the preset of the form and the six kinds of meetings."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from mentoring_portal.shared.dates import long_date
from pairs.domain.plan_term import UsualTerm, default_end, due_day, is_unusual
from pairs.enums import MeetingKind, PlanKind, TaskMark
from pairs.models import Pair, Plan, PlanTask

PRESET = Path(__file__).resolve().parent.parent / "presets" / "plan_tasks.yaml"


@cache
def preset() -> dict[str, Any]:
    return yaml.load(PRESET.read_text("utf-8"), Loader=yaml.CSafeLoader)


def sample_of(form: str) -> dict[str, Any]:
    return preset()["forms"].get(form) or preset()["other"]


def kind_of(form: str) -> PlanKind:
    """Teachers have a personal program; pupils and students a route or an individual plan."""
    return PlanKind(sample_of(form)["kind"])


def usual_term(kind: str) -> UsualTerm | None:
    months = preset()["usual_months"].get(kind)
    return UsualTerm(**months) if months else None


def term_doubt(plan: Plan) -> str:
    """Why the term looks odd; empty for a usual one. It is advice, never a refusal."""
    usual = usual_term(plan.kind)
    if not is_unusual(plan.starts_on, plan.ends_on, usual):
        return ""
    start, end = long_date(plan.starts_on), long_date(plan.ends_on)
    return f"Срок с {start} по {end} необычный: такая программа обычно длится {usual.words}."


def new_plan(pair: Pair) -> Plan:
    """A plan with the term and the goal that the pair already has; not saved."""
    kind = kind_of(pair.form)
    start = pair.starts_on or timezone.localdate()
    end = pair.ends_on if pair.ends_on and pair.ends_on > start else None
    return Plan(
        pair=pair,
        kind=kind,
        goal=pair.goal,
        starts_on=start,
        ends_on=end or default_end(start, usual_term(kind)),
    )


def fill_in(plan: Plan) -> None:
    """The texts of the preset for the form of the pair."""
    sample = sample_of(plan.pair.form)
    plan.results, plan.regime = sample["results"], sample["regime"]


def sample_tasks(plan: Plan) -> list[PlanTask]:
    """Meetings and tasks of the form by their days; a meeting held already is marked as done."""
    held = first_days(plan.pair)
    tasks = [task for row in rows_of(plan.pair.form) if (task := task_of(plan, row, held))]
    tasks.sort(key=lambda task: task.due_on or date.max)
    for position, task in enumerate(tasks, 1):
        task.position = position
    return tasks


def rows_of(form: str) -> Iterator[dict[str, Any]]:
    yield from preset()["meetings"]
    yield from sample_of(form)["tasks"]


def first_days(pair: Pair) -> dict[str, date]:
    """Kind → the day of its first meeting."""
    return {row.kind: row.day for row in pair.meetings.order_by("-day", "-pk")}


def task_of(plan: Plan, row: dict[str, Any], held: dict[str, date]) -> PlanTask:
    kind = row.get("meeting", "")
    task = PlanTask(
        plan=plan,
        title=row["title"],
        due_on=due_day(row["due"], plan.starts_on, plan.ends_on),
        resources=row.get("resources", ""),
        expected=row.get("expected", ""),
        meeting_kind=MeetingKind(kind) if kind else "",
    )
    if kind in held:
        task.mark, task.marked_on = TaskMark.DONE, held[kind]
        task.due_on = max(task.due_on, held[kind])
    return task
