"""What a new draft suggests: people by their duties, days by the plan and by the school year."""

from datetime import date, timedelta

from django.utils import timezone

from participants.enums import AssignmentRole
from participants.models import Assignment, Person
from programs.enums import EventKind
from programs.models import Event

FORTNIGHT = timedelta(days=14)


def holder(program, *roles: AssignmentRole) -> Person | None:
    """Who has the first of these duties that anybody has."""
    today = timezone.localdate()
    for role in roles:
        found = Assignment.objects.holder(program.organization, role, today)
        if found:
            return found.person
    return None


def curator(program) -> Person | None:
    return holder(program, AssignmentRole.CURATOR)


def lead(program) -> Person | None:
    return holder(program, AssignmentRole.PROJECT_LEAD, AssignmentRole.CURATOR)


def group(program) -> list[Person]:
    """The members of the working group, the curator and the head of the teachers' group."""
    roles = (
        AssignmentRole.GROUP_MEMBER,
        AssignmentRole.PROJECT_LEAD,
        AssignmentRole.CURATOR,
        AssignmentRole.GROUP_HEAD,
    )
    duties = Assignment.objects.of_organization(program.organization)
    found = duties.in_force(timezone.localdate()).filter(role__in=roles)
    return list({duty.person: None for duty in found.order_by("role", "pk")})


def due(program, month: int, number: int) -> date:
    """The usual day of the school year; once it is past, a fortnight from today."""
    usual = program.year.day(month, number)
    today = timezone.localdate()
    return usual if usual > today else today + FORTNIGHT


def council_day(program) -> date | None:
    event = Event.objects.filter(program=program, kind=EventKind.COUNCIL).first()
    return event.starts_on if event else None


def final_event(program) -> Event | None:
    return Event.objects.filter(program=program, kind=EventKind.FINAL_EVENT).last()
