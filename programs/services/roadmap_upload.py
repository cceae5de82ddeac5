"""A roadmap file in the browser: kept while it is looked at, loaded when it is confirmed."""

import uuid
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.plurals import counted, plural
from programs.domain.roadmap_preview import Group, groups_of
from programs.domain.roadmap_shape import Note
from programs.enums import RoadmapImportMode
from programs.models import Program, RoadmapUpload
from programs.services import journal, roadmap_import
from programs.services.roadmap import drop_from_disk
from programs.services.roadmap_import import RoadmapCheck

LONGEST_NAME = 255
LOADED = "Этот файл уже загружен. Чтобы загрузить его снова, выберите его ещё раз."
NOTHING_NEW = "Все строки файла уже есть в дорожной карте. Добавлять нечего."


@dataclass(frozen=True)
class Preview:
    """``groups`` are the sections with their rows; ``notes`` are about the file as a whole."""

    check: RoadmapCheck
    groups: list[Group]
    notes: list[Note]

    @property
    def new(self) -> int:
        return len(self.check.roadmap.items) - len(self.check.merge.matches)

    @property
    def replacing(self) -> str:
        """What a replacement would do: «Новых строк: 38. Уже есть: 2. …», without zeros."""
        merge = self.check.merge
        figures = (
            ("Новых строк", self.new),
            ("Уже есть и получат слова и сроки из файла", len(merge.matches)),
            ("Нет в файле и уйдут", merge.dropped),
            ("Нет в файле, но с отметкой или файлом – останутся", len(merge.kept)),
        )
        return ". ".join(f"{words}: {count}" for words, count in figures if count)


@transaction.atomic
def keep(*, program: Program, data: bytes, filename: str, by) -> RoadmapUpload:
    """Keep a readable file for its preview in place of the one that the same person left waiting.

    Raises SpreadsheetError when the file cannot be read at all.
    """
    roadmap_import.check(program=program, data=data, filename=filename)
    for former in program.roadmap_uploads.filter(created_by=by, applied_at=None):
        drop_from_disk(former)
        former.delete()
    upload = RoadmapUpload(
        program=program, key=uuid.uuid4(), filename=filename[-LONGEST_NAME:], created_by=by
    )
    upload.file.save("", ContentFile(data), save=False)
    upload.save()
    journal.record(by=by, action="roadmap.check", obj=upload, organization=program.organization)
    return upload


def preview(upload: RoadmapUpload) -> Preview:
    """The kept file against the roadmap as it is now."""
    if upload.applied_at:
        raise ValidationError(LOADED)
    data, program = stored(upload), upload.program
    found = roadmap_import.check(program=program, data=data, filename=upload.filename)
    groups, notes = groups_of(found.roadmap, found.merge.matches)
    return Preview(found, groups, notes)


@transaction.atomic
def apply(*, upload: RoadmapUpload, mode: str, by) -> str:
    """Load the kept file; returns the sentence that says what has become of the roadmap."""
    upload = RoadmapUpload.objects.select_for_update().get(pk=upload.pk)
    new = preview(upload).new
    if mode == RoadmapImportMode.ADD and not new:
        raise ValidationError(NOTHING_NEW)
    found = roadmap_import.apply(
        program=upload.program, data=stored(upload), filename=upload.filename, mode=mode, by=by
    )
    drop_from_disk(upload)
    upload.file, upload.applied_at = "", timezone.now()
    upload.save(update_fields=["file", "applied_at"])
    return told(found, mode, new)


def told(found: RoadmapCheck, mode: str, new: int) -> str:
    if mode == RoadmapImportMode.ADD:
        return f"Дорожная карта дополнена: {counted(new, 'строка', 'строки', 'строк')}."
    rows = counted(len(found.roadmap.items), "строка", "строки", "строк")
    kept = len(found.merge.kept)
    stay = plural(kept, "осталась", "остались", "осталось")
    more = counted(kept, "прежняя строка", "прежние строки", "прежних строк")
    rest = f" Ещё {stay} {more} с отметкой или файлом." if kept else ""
    return f"Дорожная карта загружена: {rows}.{rest}"


def stored(upload: RoadmapUpload) -> bytes:
    with upload.file.open("rb") as file:
        return file.read()
