"""Changes of the rows of the roadmap."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from programs.models import Media, RoadmapFile, RoadmapItem, RoadmapUpload
from programs.services import journal


@transaction.atomic
def save_item(*, item: RoadmapItem, by) -> RoadmapItem:
    """A changed row, or a new one at the end of the roadmap."""
    new = item.pk is None
    if new:
        last = item.program.roadmap_items.aggregate(last=Max("position"))["last"]
        item.position = 0 if last is None else last + 1
    item.save()
    record("roadmap.add" if new else "roadmap.change", item, by)
    return item


@transaction.atomic
def delete_item(*, item: RoadmapItem, by) -> None:
    """A row that the school does not need, from the preset or its own.

    A row that is done or has papers is a part of the report on the year: it is refused until
    the mark and the papers are taken off, one by one and on purpose.
    """
    if item.is_done or item.files.exists():
        raise ValidationError(
            "Строка уже выполнена или к ней приложены файлы. Чтобы удалить строку, сначала "
            "снимите отметку о выполнении и удалите файлы."
        )
    record("roadmap.delete", item, by)
    item.delete()


@transaction.atomic
def mark_done(*, item: RoadmapItem, by, day: date | None = None) -> None:
    """Marking twice changes nothing: the first day stays."""
    if item.is_done:
        return
    item.done_on, item.done_by = day or timezone.localdate(), by
    item.save(update_fields=["done_on", "done_by"])
    record("roadmap.done", item, by)


@transaction.atomic
def mark_undone(*, item: RoadmapItem, by) -> None:
    if not item.is_done:
        return
    item.done_on = item.done_by = None
    item.save(update_fields=["done_on", "done_by"])
    record("roadmap.undone", item, by)


@transaction.atomic
def attach(*, item: RoadmapItem, upload: File, title: str, by) -> RoadmapFile:
    file = RoadmapFile.objects.create(item=item, key=uuid.uuid4(), title=title, file=upload)
    record("roadmap.attach", item, by, file=file.pk)
    return file


@transaction.atomic
def detach(*, file: RoadmapFile, by) -> None:
    record("roadmap.detach", file.item, by, file=file.pk)
    drop_from_disk(file)
    file.delete()


def drop_from_disk(kept: RoadmapFile | RoadmapUpload | Media) -> None:
    """Only after the commit: a rolled back deletion must leave the paper where it was."""
    storage, name = kept.file.storage, kept.file.name
    transaction.on_commit(lambda: storage.delete(name))


def record(action: str, item: RoadmapItem, by, **details: int) -> None:
    journal.record(
        by=by, action=action, obj=item, organization=item.program.organization, **details
    )
