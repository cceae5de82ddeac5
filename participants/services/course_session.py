"""Lessons of a course: events of the calendar plan with their hours and content."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from participants.models import Course, CourseSession
from programs.enums import EventKind, StageCode
from programs.models import Event
from programs.services import journal
from programs.services.event import delete_event, save_event

AUDIENCE = "Наставники"
MARKED = "На этом занятии уже отмечены участники: перенести его на будущее нельзя."
GONE = "Этих событий в плане уже нет или они вошли в другую программу."


def new_event(course: Course) -> Event:
    return Event(
        program=course.program,
        kind=EventKind.MENTOR_SCHOOL,
        stage=StageCode.SELECTION_TRAINING,
        form=course.form,
        audience=AUDIENCE,
        responsible=course.lead,
    )


def free_events(course: Course) -> QuerySet[Event]:
    """Events of the School of mentors that no course has taken in."""
    events = Event.objects.of_program(course.program).filter(kind=EventKind.MENTOR_SCHOOL)
    return events.filter(course_session=None).in_order()


@transaction.atomic
def save_session(*, session: CourseSession, event: Event, by) -> CourseSession:
    """The event and the lesson together."""
    action = "session.change" if session.pk else "session.create"
    is_ahead = event.starts_on > timezone.localdate()
    if event.pk and is_ahead and event.attendances.exists():
        raise ValidationError(MARKED)
    session.event = save_event(event=event, by=by)
    session.full_clean()
    session.save()
    record(session, action, by)
    return session


@transaction.atomic
def take_events(*, course: Course, events: Iterable[Event], by) -> int:
    """Events of the plan become lessons as they are, with the hours of a usual lesson."""
    chosen = {event.pk for event in events}
    free = [event for event in free_events(course) if event.pk in chosen]
    if not free:
        raise ValidationError(GONE)
    rows = CourseSession.objects.bulk_create(
        CourseSession(course=course, event=event) for event in free
    )
    journal.record(
        by=by,
        action="session.take",
        obj=course,
        organization=course.program.organization,
        events=[event.pk for event in free],
    )
    return len(rows)


def is_untouched(event: Event) -> bool:
    """Nothing was written down about it: it may go with the lesson."""
    is_empty = not event.is_held and not event.result
    return is_empty and not event.attendances.exists() and not event.media.exists()


@transaction.atomic
def drop_session(*, session: CourseSession, by) -> bool:
    """Whether the event went too: one with marks, files or a result stays in the plan."""
    event = session.event
    is_empty = is_untouched(event)
    record(session, "session.delete", by)
    session.delete()
    if is_empty:
        delete_event(event=event, by=by)
    return is_empty


def record(session: CourseSession, action: str, by) -> None:
    organization = session.course.program.organization
    journal.record(by=by, action=action, obj=session, organization=organization)
