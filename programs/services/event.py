"""The calendar plan of a program: its events and how they went."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from programs.domain.event import is_absurd
from programs.models import Event
from programs.services import journal
from programs.services.roadmap import drop_from_disk

check_link = URLValidator(
    schemes=["http", "https"],
    message="Ссылка на фотоотчёт начинается с http:// или https://.",
)


@transaction.atomic
def save_event(*, event: Event, by) -> Event:
    """Keep a new or changed event. A date outside the school year is doubtful, not refused."""
    action = "event.change" if event.pk else "event.create"
    if any(is_absurd(day, event.program.year) for day in (event.starts_on, event.last_day)):
        raise ValidationError(f"Проверьте год: программа идёт в {event.program.year} учебном году.")
    event.full_clean()
    event.save()
    record(action, event, by)
    return event


@transaction.atomic
def hold_event(*, event: Event, today: date, by) -> Event:
    """Write down how the event went: its result, guests and the link to the photos."""
    if event.starts_on > today:
        raise ValidationError("Событие ещё не началось: отметить его можно в день проведения.")
    if event.photo_url:
        check_link(event.photo_url)
    event.is_held = True
    event.full_clean()
    event.save()
    record("event.hold", event, by)
    return event


@transaction.atomic
def return_to_plan(*, event: Event, by) -> Event:
    """Take the mark back; the result already written stays."""
    event.is_held = False
    event.save(update_fields=["is_held"])
    record("event.return", event, by)
    return event


@transaction.atomic
def delete_event(*, event: Event, by) -> None:
    record("event.delete", event, by)
    for media in event.media.all():
        drop_from_disk(media)
    event.delete()


def record(action: str, event: Event, by) -> None:
    journal.record(by=by, action=action, obj=event, organization=event.program.organization)
