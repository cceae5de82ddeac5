"""Words of plans that go with a person; marks and days stay as figures."""

from django.db.models import Q

from pairs.models import Plan, PlanAgreement, PlanTask
from participants.models import Person

NOTHING = {"goal": "", "results": "", "regime": "", "summary": ""}


def forget_plans(person: Person, everywhere: list[int], alone: list[int], gone: str) -> int:
    """In a group the common plan stays, without the remarks about how its tasks ended."""
    plans = Plan.objects.filter(pair__in=alone).exclude(**NOTHING).update(**NOTHING)
    tasks = PlanTask.objects.filter(plan__pair__in=alone).exclude(title=gone)
    tasks = tasks.update(title=gone, resources="", expected="", comment="")
    remarks = PlanTask.objects.filter(plan__pair__in=everywhere).exclude(comment="")
    said = PlanAgreement.objects.filter(Q(person=person) | Q(plan__pair__in=alone))
    answers = said.exclude(comment="").update(comment="")
    return plans + tasks + remarks.update(comment="") + answers
