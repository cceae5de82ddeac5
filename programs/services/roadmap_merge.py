"""Writing an uploaded roadmap beside what the program already has."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from programs.domain.roadmap_merge import KnownRow, Merge, merged, plain_title
from programs.domain.roadmap_shape import ItemRow, RoadmapRows, SectionRow
from programs.enums import RoadmapImportMode
from programs.models import Program, RoadmapFile, RoadmapItem, RoadmapSection

FIELDS = (
    "stage",
    "number",
    "title",
    "details",
    "term_kind",
    "term_text",
    "starts_on",
    "due_on",
    "responsible",
    "result",
)


def merge_of(program: Program, roadmap: RoadmapRows) -> Merge:
    """Which rows of the file the program already has; one query."""
    papers = RoadmapFile.objects.filter(item=OuterRef("pk"))
    rows = program.roadmap_items.order_by("position").annotate(
        touched=Q(done_on__isnull=False) | Exists(papers)
    )
    found = rows.values_list("pk", "number", "title", "touched")
    return merged((KnownRow(*values) for values in found), roadmap.items)


def write(program: Program, roadmap: RoadmapRows, merge: Merge, mode: str) -> None:
    items = {item.pk: item for item in program.roadmap_items.order_by("position")}
    if mode == RoadmapImportMode.ADD:
        add(program, roadmap, merge, items)
    else:
        replace(program, roadmap, merge, items)


def add(
    program: Program, roadmap: RoadmapRows, merge: Merge, items: dict[int, RoadmapItem]
) -> None:
    """Rows that the program already has are not repeated."""
    new = [index for index in range(len(roadmap.items)) if index not in merge.matches]
    wanted = {roadmap.items[index].section for index in new} - {None}
    sections = place_sections(program, roadmap.sections, after=True, only=wanted)
    start = max((item.position for item in items.values()), default=-1) + 1
    RoadmapItem.objects.bulk_create(
        made(program, roadmap.items[index], sections, start + place)
        for place, index in enumerate(new)
    )


def replace(
    program: Program, roadmap: RoadmapRows, merge: Merge, items: dict[int, RoadmapItem]
) -> None:
    """The file's rows in the file's order; after them the touched rows that it does not name."""
    touched = {row.pk for row in merge.known if row.touched}
    program.roadmap_items.exclude(pk__in=touched).delete()
    sections = place_sections(program, roadmap.sections, after=False)
    new, changed = [], []
    for position, row in enumerate(roadmap.items):
        former = merge.matches.get(position)
        if former and former.touched:
            changed.append(filled(items[former.pk], row, sections, position))
        else:
            key = items[former.pk].preset_key if former else ""
            new.append(made(program, row, sections, position, key))
    for place, row in enumerate(merge.kept, start=len(roadmap.items)):
        items[row.pk].position = place
        changed.append(items[row.pk])
    RoadmapItem.objects.bulk_create(new)
    RoadmapItem.objects.bulk_update(changed, [*FIELDS, "section", "position"])
    program.roadmap_sections.filter(items=None).exclude(
        pk__in=[section.pk for section in sections.values()]
    ).delete()


def place_sections(
    program: Program,
    rows: Sequence[SectionRow],
    *,
    after: bool,
    only: set[int | None] | None = None,
) -> dict[int, RoadmapSection]:
    """Sections of the file by their index; one that is there under the same title is taken.

    ``after`` leaves the program's own sections as they are, before the new ones.
    """
    known = list(program.roadmap_sections.order_by("position"))
    free = {plain_title(section.title): section for section in reversed(known)}
    found: dict[int, RoadmapSection] = {}
    for index, row in enumerate(rows):
        if only is None or index in only:
            blank = RoadmapSection(program=program, number=row.number, title=row.title)
            found[index] = free.pop(plain_title(row.title), None) or blank
            if not after:
                found[index].number, found[index].title = row.number, row.title
    fresh = [section for section in found.values() if section not in known]
    rest = [section for section in known if section not in found.values()]
    order(known, fresh, [*known, *fresh] if after else [*found.values(), *rest])
    return found


def order(
    known: list[RoadmapSection], fresh: list[RoadmapSection], ordered: list[RoadmapSection]
) -> None:
    for position, section in enumerate(ordered):
        section.position = position
    RoadmapSection.objects.bulk_update(known, ["number", "title", "position"])
    RoadmapSection.objects.bulk_create(fresh)


def made(
    program: Program,
    row: ItemRow,
    sections: dict[int, RoadmapSection],
    position: int,
    preset_key: str = "",
) -> RoadmapItem:
    item = RoadmapItem(program=program, preset_key=preset_key)
    return filled(item, row, sections, position)


def filled(
    item: RoadmapItem, row: ItemRow, sections: dict[int, RoadmapSection], position: int
) -> RoadmapItem:
    item.section = None if row.section is None else sections[row.section]
    item.position = position
    for name, value in fields(row).items():
        setattr(item, name, value)
    return item


def fields(row: ItemRow) -> dict[str, Any]:
    values = (
        row.stage,
        row.number,
        row.title,
        row.details,
        row.term.kind,
        row.term.text,
        row.term.starts_on,
        row.term.due_on,
        row.responsible,
        row.result,
    )
    return dict(zip(FIELDS, values, strict=True))
