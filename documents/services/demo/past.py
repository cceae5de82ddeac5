"""The journal of the demo school as it would stand if the clicks had been made on their days."""

from datetime import date, datetime, time

from django.utils import timezone

from participants.services.mentor_history import events_of
from programs.models import AuditEvent, Program


def put_back(program: Program, action: str, day: date, hour: int = 12) -> None:
    """The newest entry of ``action`` stands on ``day``; nothing happens without one."""
    event = events_of(program, [action]).order_by("pk").last()
    if event:
        at = timezone.make_aware(datetime.combine(day, time(hour)))
        AuditEvent.objects.filter(pk=event.pk).update(at=at)
