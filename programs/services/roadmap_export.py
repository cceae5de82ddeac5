"""The roadmap as an XLSX table that the import reads back with the same values."""

from collections.abc import Iterator
from typing import Any

from mentoring_portal.shared.spreadsheets import Table, write_table
from programs.enums import StageCode, TermKind
from programs.models import Program, RoadmapItem

COLUMNS = (
    ("№ п/п", 8),
    ("Наименование мероприятий", 45),
    ("Содержание", 30),
    ("Срок реализации", 24),
    ("Ответственный исполнитель", 22),
    ("Результат. Вид документа", 32),
    ("Этап программы", 22),
    ("Вид срока", 22),
    ("Начало", 12),
    ("Выполнить до", 12),
)
PRINTED = 6  # what people read; the rest brings the terms and stages back unchanged
CAPTION = "Дорожная карта. {program}"


def export(*, program: Program) -> bytes:
    """All sections, the empty ones too, each as a line above its rows; three queries at most."""
    titles, widths = zip(*COLUMNS, strict=True)
    table = Table(
        titles=titles,
        rows=lines(program),
        caption=CAPTION.format(program=program),
        sheet="Дорожная карта",
        widths=widths,
        printed=PRINTED,
    )
    return write_table(table)


def lines(program: Program) -> Iterator[tuple[Any, ...] | str]:
    """Rows without a section come first: below a section they would be taken for its rows."""
    rows: dict[int | None, list[RoadmapItem]] = {}
    for item in program.roadmap_items.order_by("position"):
        rows.setdefault(item.section_id, []).append(item)
    yield from map(item_line, rows.get(None, ()))
    for section in program.roadmap_sections.order_by("position"):
        yield str(section)
        yield from map(item_line, rows.get(section.pk, ()))


def item_line(item: RoadmapItem) -> tuple[Any, ...]:
    return (
        item.number,
        item.title,
        item.details,
        item.term_text,
        item.responsible,
        item.result,
        StageCode(item.stage).label if item.stage else "",
        TermKind(item.term_kind).label,
        item.starts_on or "",
        item.due_on or "",
    )
