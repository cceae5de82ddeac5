"""Words and colors of plans; a pair's plan on the pages of other apps."""

from django import template

from mentoring_portal.shared.plurals import counted
from pairs.access import writes_plan
from pairs.enums import PlanStatus, TaskMark
from pairs.services.plan_page import plan_progress

register = template.Library()
TONES = {
    PlanStatus.DRAFT: "neutral",
    PlanStatus.OFFERED: "info",
    PlanStatus.AGREED: "good",
    PlanStatus.FINISHED: "neutral",
}
MARK_TONES = {TaskMark.DONE: "good", TaskMark.PARTLY: "info", TaskMark.DROPPED: "neutral"}


@register.filter
def plan_tone(status):
    return TONES.get(status, "neutral")


@register.filter
def mark_tone(mark):
    return MARK_TONES.get(mark, "neutral")


@register.filter
def counted_tasks(number):
    """In the genitive: «из 1 задачи, из 7 задач»."""
    return counted(number, "задачи", "задач", "задач")


@register.filter
def overdue_words(number):
    return f"просрочено: {number}"


@register.inclusion_tag("pairs/_plan_card.html", takes_context=True)
def plan_card(context, pair):
    """The plan on the page of its pair, with how far it has come."""
    plan = getattr(pair, "plan", None)
    return {
        "pair": pair,
        "plan": plan,
        "progress": plan_progress(plan, list(plan.tasks.all())) if plan else None,
        "writes": writes_plan(context["request"].user, pair),
    }
