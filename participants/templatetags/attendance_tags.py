"""Events where people are: who came, where a person was, what is ahead of one's programs."""

from django import template
from django.utils import timezone

from participants.enums import ParticipantStatus
from participants.models import Attendance
from participants.services.attendance import attended
from programs.models import Event

register = template.Library()
LEFT = (ParticipantStatus.DECLINED, ParticipantStatus.WITHDRAWN)
SHOWN = 10


@register.inclusion_tag("participants/_event_attendance.html")
def event_attendance(event, is_staff, can_edit, has_begun):
    """Numbers for everyone who sees the event, names for the staff of the school only."""
    return {
        "event": event,
        "groups": attended(event),
        "is_staff": is_staff,
        "can_mark": can_edit and has_begun,
    }


@register.inclusion_tag("participants/_attended_events.html", takes_context=True)
def attended_events(context, person):
    rows = Attendance.objects.visible_to(context["request"].user).of_person(person)
    return {"rows": rows}


@register.inclusion_tag("participants/_coming_events.html")
def coming_events(person):
    """Planned events of the programs where the person takes part now: title, day and place."""
    today = timezone.localdate()
    rows = Event.objects.planned(today).in_order().of_programs(programs_of(person))
    return {"rows": rows[:SHOWN]}


def programs_of(person):
    bases = (person.mentors, person.mentees)
    rows = (base.exclude(status__in=LEFT) for base in bases)
    return {pk for base in rows for pk in base.values_list("program", flat=True)}
