"""Last year's plan of the same people as the start of this year's: moved days, no marks."""

from pairs.models import Pair, Plan, PlanTask
from programs.domain.roadmap_shift import moved_day


def last_plan(pair: Pair) -> Plan | None:
    """Of an earlier year, with the same mentor and at least one of the mentees."""
    people = [mentee.person_id for mentee in pair.mentees]
    found = Plan.objects.filter(
        pair__mentor__person=pair.mentor.person_id,
        pair__members__mentee__person__in=people,
        pair__program__organization=pair.program.organization_id,
        pair__program__start_year__lt=pair.program.start_year,
    )
    plans = found.select_related("pair__program").order_by("-pair__program__start_year", "-pk")
    return plans.first()


def copied_plan(source: Plan, plan: Plan) -> list[PlanTask]:
    """Fill ``plan`` from ``source`` and return its tasks; nothing is saved."""
    years = plan.pair.program.start_year - source.pair.program.start_year
    for name in ("kind", "goal", "results", "regime"):
        setattr(plan, name, getattr(source, name))
    return [moved_task(task, plan, years) for task in source.tasks.all()]


def moved_task(task: PlanTask, plan: Plan, years: int) -> PlanTask:
    return PlanTask(
        plan=plan,
        position=task.position,
        title=task.title,
        due_on=moved_day(task.due_on, years) if task.due_on else None,
        resources=task.resources,
        expected=task.expected,
        meeting_kind=task.meeting_kind,
    )
