"""Who waits for a pair, on the pages of those who help: the home page, the psychologist's list."""

from django import template
from django.utils import timezone

from mentoring_portal.shared.plurals import counted
from pairs.access import sees_support
from pairs.services.unpaired import due_supports

register = template.Library()
SHOWN = 5


@register.inclusion_tag("pairs/_support_reminders.html", takes_context=True)
def support_reminders(context, program):
    """Meetings of support whose day has come; the director does not learn even their number."""
    if not sees_support(context["request"].user, program):
        return {}
    today = timezone.localdate()
    due = due_supports(program, today).select_related("person")
    found = list(due.order_by("next_support", "person__name_key", "pk")[: SHOWN + 1])
    return {"program": program, "rows": found[:SHOWN], "more": len(found) > SHOWN}


@register.filter
def counted_genitive_days(number):
    """«после 1 дня, после 30 дней»."""
    return counted(number, "дня", "дней", "дней")
