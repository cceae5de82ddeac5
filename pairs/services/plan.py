"""The plan of a pair: started, edited, offered, finished. Each function is one transaction."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pairs.domain.plan_agreement import lacks
from pairs.enums import ORDERED_STATUSES, PlanStatus
from pairs.models import Pair, Plan, PlanTask
from pairs.services.plan_copy import copied_plan, last_plan
from pairs.services.plan_sample import fill_in, new_plan, sample_tasks
from pairs.services.plan_seen import PLAN_FIELDS, ensure_seen, seen_plan
from programs.services import journal

EMPTY, SAMPLE, COPY = "empty", "sample", "copy"
FARTHEST_YEARS = 2
FINISHED = "План выполнен. Чтобы изменить его, верните план в работу."


@transaction.atomic
def start(*, pair: Pair, source: str, by: Any) -> Plan:
    """A new plan from the preset of the form, from last year's plan or empty.

    A second press of the button finds the plan that the first one made.
    """
    if pair.status not in ORDERED_STATUSES:
        raise ValidationError("Пара ещё не закреплена приказом: план составляют после него.")
    Pair.objects.select_for_update().get(pk=pair.pk)
    known = Plan.objects.filter(pair=pair).first()
    if known:
        return known
    plan, tasks = made(pair, source)
    try:
        with transaction.atomic():
            plan.save()
    except IntegrityError:  # the same press in another process
        return Plan.objects.get(pair=pair)
    PlanTask.objects.bulk_create(tasks)
    record(plan, "plan.create", by, source=source)
    return plan


def made(pair: Pair, source: str) -> tuple[Plan, list[PlanTask]]:
    plan = new_plan(pair)
    if source == COPY:
        earlier = last_plan(pair)
        if earlier is None:
            raise ValidationError("Прошлогоднего плана у этих людей нет.")
        return plan, copied_plan(earlier, plan)
    if source != SAMPLE:
        return plan, []
    fill_in(plan)
    return plan, sample_tasks(plan)


@transaction.atomic
def update(*, plan: Plan, seen: str, by: Any) -> Plan:
    """Save the edited texts and the term; ``seen`` is ``seen_plan`` of the opened page.

    An offered or agreed plan goes back to the draft when something in it has changed.
    """
    held = hold(plan)
    ensure_open(held)
    ensure_seen(held, plan, PLAN_FIELDS, seen, seen_plan(held))
    check_term(plan)
    plan.full_clean(exclude=["pair", "status"])
    if seen_plan(plan) == seen_plan(held):
        return plan
    if any(getattr(plan, name) != getattr(held, name) for name in ("kind", "starts_on", "ends_on")):
        plan.is_term_confirmed = False
    plan.status = held.status
    plan.save(update_fields=[*PLAN_FIELDS, "is_term_confirmed", "updated_at"])
    changed(plan, by)
    record(plan, "plan.update", by)
    return plan


@transaction.atomic
def confirm_term(*, plan: Plan, by: Any) -> Plan:
    """The curator says that an unusual term is meant."""
    plan.is_term_confirmed = True
    plan.save(update_fields=["is_term_confirmed", "updated_at"])
    record(plan, "plan.confirm_term", by)
    return plan


@transaction.atomic
def finish(*, plan: Plan, summary: str, by: Any) -> Plan:
    if not summary.strip():
        raise ValidationError({"summary": "Напишите, чем закончилась работа по плану."})
    held = hold(plan)
    held.move_to(PlanStatus.FINISHED)
    held.summary = summary.strip()
    held.save(update_fields=["summary"])
    record(held, "plan.finish", by)
    return held


@transaction.atomic
def reopen(*, plan: Plan, by: Any) -> Plan:
    """The summary stays as the start of the next one."""
    held = hold(plan)
    held.move_to(PlanStatus.AGREED)
    record(held, "plan.reopen", by)
    return held


def lacking(plan: Plan) -> list[str]:
    """What must be written before the plan is offered, in the genitive."""
    has_term = bool(plan.starts_on and plan.ends_on)
    return lacks(goal=plan.goal, has_term=has_term, tasks=plan.tasks.count())


def hold(plan: Plan) -> Plan:
    """The plan as it stands now, kept for this transaction."""
    return Plan.objects.select_for_update().select_related("pair__program").get(pk=plan.pk)


def ensure_open(plan: Plan) -> None:
    if plan.status == PlanStatus.FINISHED:
        raise ValidationError(FINISHED)


def changed(plan: Plan, by: Any) -> None:
    """What was agreed is no more: back to the draft. A «не согласен» stays to be read."""
    if plan.status in (PlanStatus.OFFERED, PlanStatus.AGREED):
        plan.move_to(PlanStatus.DRAFT)
        plan.agreements.filter(is_agreed=True).delete()
        record(plan, "plan.draft", by)


def check_term(plan: Plan) -> None:
    if plan.starts_on and plan.ends_on and plan.ends_on < plan.starts_on:
        raise ValidationError({"ends_on": "План кончается раньше, чем начинается."})
    for name in ("starts_on", "ends_on"):
        check_year(plan, name, getattr(plan, name))


def check_year(plan: Plan, name: str, day: date | None) -> None:
    program = plan.pair.program
    if day and abs(day.year - program.start_year) > FARTHEST_YEARS:
        words = f"Проверьте год: программа – {program.year} учебного года."
        raise ValidationError({name: words})


def record(plan: Plan, action: str, by: Any, **details: Any) -> None:
    organization = plan.pair.program.organization
    journal.record(
        by=by, action=action, obj=plan, organization=organization, pair=plan.pair_id, **details
    )
