"""Photos, scenarios and other papers of an event."""

import uuid

from django.core.files.base import File
from django.db import transaction

from programs.models import Event, Media
from programs.services import journal
from programs.services.roadmap import drop_from_disk


@transaction.atomic
def attach(*, event: Event, upload: File, title: str, by) -> Media:
    media = Media.objects.create(event=event, key=uuid.uuid4(), title=title, file=upload)
    record("event.attach", media, by)
    return media


@transaction.atomic
def detach(*, media: Media, by) -> None:
    record("event.detach", media, by)
    drop_from_disk(media)
    media.delete()


def record(action: str, media: Media, by) -> None:
    """Without the title: it may hold a person's name."""
    organization = media.event.program.organization
    journal.record(by=by, action=action, obj=media.event, organization=organization, file=media.pk)
