"""Words and colors of plans; a pair's plan on the pages of other apps."""

from django import template

from mentoring_portal.shared.plurals import counted
from pairs.enums import PlanStatus, TaskMark

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
