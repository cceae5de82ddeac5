"""Two people in one plan: nobody overwrites what they have not seen."""

from collections.abc import Iterable
from typing import Any

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.fingerprints import MeanwhileError, fingerprint
from pairs.models import Plan, PlanTask

PLAN_FIELDS = ("kind", "goal", "results", "regime", "starts_on", "ends_on")
TASK_FIELDS = ("title", "due_on", "resources", "expected")
MEANWHILE = (
    "Пока вы писали, это изменил кто-то другой. Ваш текст остался в полях, под каждым отличием "
    "показано, что записано сейчас. Сохраните ещё раз, если верно ваше."
)
READ_AGAIN = "Пока вы читали план, его изменили. Прочтите его ещё раз и ответьте."


def seen_plan(plan: Plan) -> str:
    return fingerprint([getattr(plan, name) for name in PLAN_FIELDS])


def seen_task(task: PlanTask) -> str:
    """With the mark: whoever deletes a task has to know that it is done."""
    names = (*TASK_FIELDS, "mark", "marked_on", "comment")
    return fingerprint([getattr(task, name) for name in names])


def agreed_content(plan: Plan) -> str:
    """What the sides say yes to: everything but the order of the tasks and their marks."""
    tasks = plan.tasks.order_by("pk").values_list(*TASK_FIELDS)
    return fingerprint([seen_plan(plan), list(tasks)])


def ensure_seen(held: Any, typed: Any, names: Iterable[str], seen: str, now: str) -> None:
    """Raise MeanwhileError that tells what stands in ``held`` where ``typed`` differs."""
    if seen == now:
        return
    others = {
        name: [f"Сейчас записано: {shown(held, name)}"]
        for name in names
        if getattr(held, name) != getattr(typed, name)
    }
    raise MeanwhileError({"__all__": [MEANWHILE], **others})


def shown(held: Any, name: str) -> str:
    label = getattr(held, f"get_{name}_display", None)
    value = label() if label else getattr(held, name)
    if hasattr(value, "year"):
        return short_date(value)
    return f"«{value}»" if value else "пусто"
