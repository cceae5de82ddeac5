"""Events where people are: who came, where a person was, what is ahead of one's programs."""

from django import template
from django.db.models import Q
from django.utils import timezone

from participants.enums import ParticipantStatus
from participants.models import Attendance, CourseSession
from participants.services.attendance import attended
from programs.enums import EventKind
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
    """Planned events of the programs where the person takes part now: title, day and place.

    Lessons of the School of mentors are for mentors: of a course, for those who go to it.
    """
    today = timezone.localdate()
    rows = Event.objects.planned(today).in_order().of_programs(programs_of(person))
    return {"rows": rows.filter(meant_for(person))[:SHOWN]}


def meant_for(person):
    mentors = person.mentors.exclude(status__in=LEFT)
    lessons = CourseSession.objects.filter(course__trainings__mentor__in=mentors)
    is_common = Q(course_session=None) & ~Q(kind=EventKind.MENTOR_SCHOOL)
    is_for_mentors = Q(course_session=None, program__in=mentors.values("program"))
    return is_common | is_for_mentors | Q(pk__in=lessons.values("event"))


def programs_of(person):
    bases = (person.mentors, person.mentees)
    rows = (base.exclude(status__in=LEFT) for base in bases)
    return {pk for base in rows for pk in base.values_list("program", flat=True)}
