"""A school's own roadmap from a file: checked without writing, then loaded."""

from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.plurals import counted
from programs.domain.roadmap import Calendar
from programs.domain.roadmap_merge import Merge
from programs.domain.roadmap_rows import read_roadmap
from programs.domain.roadmap_shape import Note, RoadmapRows, Words
from programs.enums import RoadmapImportMode, StageCode, TermKind
from programs.models import Program
from programs.services import journal
from programs.services.roadmap_files import grids_of
from programs.services.roadmap_merge import merge_of, write

HAS_ERRORS = "В файле {errors}: дорожная карта не загружена. Первая: {first}"
KEPT = (
    "В дорожной карте уже есть {rows} с отметкой о выполнении или с файлом, которых нет "
    "в этом файле. Они останутся."
)


@dataclass(frozen=True)
class RoadmapCheck:
    """``refusal`` is why the file cannot be applied to this program; empty when it can."""

    roadmap: RoadmapRows
    merge: Merge
    refusal: str

    @property
    def is_ready(self) -> bool:
        return not self.refusal

    @property
    def warnings(self) -> list[Note]:
        """What a person should look at, the rows that stay included."""
        return [*kept_notes(self.merge), *self.roadmap.warnings]

    @property
    def summary(self) -> dict[str, Any]:
        return {
            "sections": len(self.roadmap.sections),
            "rows": len(self.roadmap.items),
            "errors": [asdict(note) for note in self.roadmap.errors],
            "warnings": [asdict(note) for note in self.warnings],
        }


def check(*, program: Program, data: bytes, filename: str) -> RoadmapCheck:
    """What the file holds and whether it may be loaded into the program; writes nothing.

    Raises SpreadsheetError when the file cannot be read at all.
    """
    roadmap = read_roadmap(grids_of(data, filename), calendar_of(program), words())
    return RoadmapCheck(roadmap, merge_of(program, roadmap), errors_refusal(roadmap))


@transaction.atomic
def apply(
    *,
    program: Program,
    data: bytes,
    filename: str,
    by,
    mode: str = RoadmapImportMode.REPLACE,
) -> RoadmapCheck:
    """The roadmap of the file instead of the untouched rows or beside all of them, whole or not.

    A row with a mark of completion or a file is never taken away.
    """
    Program.objects.select_for_update().get(pk=program.pk)
    found = check(program=program, data=data, filename=filename)
    if found.refusal:
        raise ValidationError(found.refusal)
    write(program, found.roadmap, found.merge, mode)
    journal.record(
        by=by,
        action="roadmap.import",
        obj=program,
        organization=program.organization,
        mode=str(mode),
        sections=len(found.roadmap.sections),
        rows=len(found.roadmap.items),
    )
    return found


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


def kept_notes(merge: Merge) -> list[Note]:
    """Marks and papers are the record of work: an upload must not erase them."""
    if not merge.kept:
        return []
    rows = counted(len(merge.kept), "строка", "строки", "строк")
    return [Note(0, "", KEPT.format(rows=rows))]


def calendar_of(program: Program) -> Calendar:
    """Unlike a preset, a school's file was written for the very year that it names."""
    year = program.year
    return Calendar(year.start_year, year, program.introduced_on or year.start)


def words() -> Words:
    return Words(
        stages={label.lower(): code for code, label in StageCode.choices},
        term_kinds={label.lower(): code for code, label in TermKind.choices},
    )
