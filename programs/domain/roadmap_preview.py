"""A read roadmap as a person looks at it: sections with rows, each beside what is said about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from programs.domain.roadmap_merge import KnownRow
from programs.domain.roadmap_shape import ItemRow, Note, RoadmapRows, SectionRow


@dataclass(frozen=True)
class Line:
    """``known`` is the row of the program that the file's row repeats."""

    item: ItemRow
    known: KnownRow | None
    errors: list[Note]
    warnings: list[Note]


@dataclass
class Group:
    section: SectionRow | None
    notes: list[Note] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


class Notes:
    """Notes by the row of the table that they are about, each given out once."""

    def __init__(self, notes: Iterable[Note]):
        self.left = list(notes)

    def take(self, row: ItemRow | SectionRow) -> list[Note]:
        """With several tables the same number stands in each: the sentence names the table."""
        found = [note for note in self.left if note.row == row.line and is_of(note, row.grid)]
        self.left = [note for note in self.left if note not in found]
        return found


def is_of(note: Note, grid: str) -> bool:
    named = note.message.startswith(("Таблица ", "Лист «"))
    return not named or note.message.startswith(f"{grid}: ")


def groups_of(
    roadmap: RoadmapRows, matches: Mapping[int, KnownRow]
) -> tuple[list[Group], list[Note]]:
    """All sections in order, rows before the first one on top; and the notes about no row."""
    errors, warnings = Notes(roadmap.errors), Notes(roadmap.warnings)
    groups: dict[int | None, Group] = {None: Group(None)}
    for index, section in enumerate(roadmap.sections):
        groups[index] = Group(section, errors.take(section) + warnings.take(section))
    for index, item in enumerate(roadmap.items):
        line = Line(item, matches.get(index), errors.take(item), warnings.take(item))
        groups[item.section].lines.append(line)
    shown = [group for group in groups.values() if group.section or group.lines]
    return shown, errors.left + warnings.left
