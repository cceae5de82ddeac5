"""A school's own roadmap from a file: checked without writing, then put in place of the old one."""

from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from mentoring_portal.shared.plurals import counted
from programs.domain.roadmap import Calendar
from programs.domain.roadmap_rows import read_roadmap
from programs.domain.roadmap_shape import ItemRow, Note, RoadmapRows, Words
from programs.enums import StageCode, TermKind
from programs.models import Program, RoadmapItem, RoadmapSection
from programs.services import journal
from programs.services.roadmap_files import grids_of

HAS_ERRORS = "В файле {errors}: дорожная карта не загружена. Первая: {first}"
KEPT = (
    "В дорожной карте программы уже {rows} с отметкой о выполнении или с приложенным файлом. "
    "Новая карта стёрла бы их, поэтому она не загружена. Снимите отметки и файлы или создайте "
    "новую программу."
)


@dataclass(frozen=True)
class RoadmapCheck:
    """``refusal`` is why the file cannot be applied to this program; empty when it can."""

    roadmap: RoadmapRows
    refusal: str

    @property
    def is_ready(self) -> bool:
        return not self.refusal

    @property
    def summary(self) -> dict[str, Any]:
        return {
            "sections": len(self.roadmap.sections),
            "rows": len(self.roadmap.items),
            "errors": [asdict(note) for note in self.roadmap.errors],
            "warnings": [asdict(note) for note in self.roadmap.warnings],
        }


def check(*, program: Program, data: bytes, filename: str) -> RoadmapCheck:
    """What the file holds and whether it may replace the roadmap; writes nothing.

    Raises SpreadsheetError when the file cannot be read at all.
    """
    roadmap = read_roadmap(grids_of(data, filename), calendar_of(program), words())
    return RoadmapCheck(roadmap, errors_refusal(roadmap) or kept_refusal(program))


@transaction.atomic
def apply(*, program: Program, data: bytes, filename: str, by) -> RoadmapCheck:
    """The roadmap of the file instead of the program's rows, all of them or none."""
    Program.objects.select_for_update().get(pk=program.pk)
    found = check(program=program, data=data, filename=filename)
    if found.refusal:
        raise ValidationError(found.refusal)
    program.roadmap_items.all().delete()
    program.roadmap_sections.all().delete()
    write(program, found.roadmap)
    journal.record(
        by=by,
        action="roadmap.import",
        obj=program,
        organization=program.organization,
        sections=len(found.roadmap.sections),
        rows=len(found.roadmap.items),
    )
    return found


def write(program: Program, roadmap: RoadmapRows) -> None:
    sections = RoadmapSection.objects.bulk_create(
        RoadmapSection(program=program, number=row.number, title=row.title, position=position)
        for position, row in enumerate(roadmap.sections)
    )
    RoadmapItem.objects.bulk_create(
        RoadmapItem(
            program=program,
            section=None if row.section is None else sections[row.section],
            position=position,
            **fields(row),
        )
        for position, row in enumerate(roadmap.items)
    )


def fields(row: ItemRow) -> dict[str, Any]:
    return {
        "stage": row.stage,
        "number": row.number,
        "title": row.title,
        "details": row.details,
        "term_kind": row.term.kind,
        "term_text": row.term.text,
        "starts_on": row.term.starts_on,
        "due_on": row.term.due_on,
        "responsible": row.responsible,
        "result": row.result,
    }


def errors_refusal(roadmap: RoadmapRows) -> str:
    if not roadmap.errors:
        return ""
    errors = counted(len(roadmap.errors), "ошибка", "ошибки", "ошибок")
    return HAS_ERRORS.format(errors=errors, first=told(roadmap.errors[0]))


def told(note: Note) -> str:
    """«Строка 5, «Срок»: …»; a note about the whole file has no place."""
    places = [f"строка {note.row}"] if note.row else []
    places += [f"«{note.column}»"] if note.column else []
    return f"{', '.join(places)}: {note.message}" if places else note.message


def kept_refusal(program: Program) -> str:
    """Marks and papers are the record of work: an upload must not erase them."""
    kept = program.roadmap_items.filter(Q(done_on__isnull=False) | Q(files__isnull=False))
    count = kept.distinct().count()
    return KEPT.format(rows=counted(count, "строка", "строки", "строк")) if count else ""


def calendar_of(program: Program) -> Calendar:
    """Unlike a preset, a school's file was written for the very year that it names."""
    year = program.year
    return Calendar(year.start_year, year, program.introduced_on or year.start)


def words() -> Words:
    return Words(
        stages={label.lower(): code for code, label in StageCode.choices},
        term_kinds={label.lower(): code for code, label in TermKind.choices},
    )
