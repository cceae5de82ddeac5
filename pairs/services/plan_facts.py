"""What the stage «Работа пар» needs of the plans; said once a pair has a plan."""

from django.urls import reverse
from django.utils import timezone

from pairs.enums import PairStatus, PlanStatus
from pairs.models import Pair, Plan, PlanTask
from programs.domain.readiness import Fact
from programs.enums import StageCode
from programs.models import Program

AGREED = (PlanStatus.AGREED, PlanStatus.FINISHED)


def plan_facts(program: Program) -> list[Fact]:
    """A constant number of queries."""
    plans = Plan.objects.filter(pair__program=program, pair__status=PairStatus.ACTIVE)
    statuses = list(plans.values_list("status", flat=True))
    if not statuses:
        return []
    url = reverse("pairs:pair_list", args=[program.pk])
    agreed = Fact(
        stage=StageCode.PAIR_WORK,
        title="Действующие пары, у которых есть согласованный план",
        done=sum(status in AGREED for status in statuses),
        total=Pair.objects.of_program(program).filter(status=PairStatus.ACTIVE).count(),
        url=url,
        action="Помочь парам согласовать планы",
    )
    return [agreed, *_overdue(program, url)]


def _overdue(program: Program, url: str) -> list[Fact]:
    tasks = PlanTask.objects.filter(plan__pair__program=program)
    late = tasks.overdue(timezone.localdate()).count()
    if not late:
        return []
    planned = tasks.filter(plan__pair__status=PairStatus.ACTIVE).count()
    return [
        Fact(
            stage=StageCode.PAIR_WORK,
            title="Задачи планов без просрочки",
            done=planned - late,
            total=planned,
            url=f"{url}?plan=overdue",
            action="Узнать, почему задачи планов просрочены",
        )
    ]
