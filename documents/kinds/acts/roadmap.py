"""The roadmap as an approved paper (G73 1.5, ZAB): the rows of the program's roadmap."""

from collections.abc import Iterator

from documents.domain.blocks import Block, Column, Row, Table
from documents.enums import DocumentKind, PaperType
from documents.kinds.acts.act import ADOPTED, APPROVED, act, local_stamps
from programs.domain.numbering import shown_number
from programs.domain.terms import dates_words
from programs.enums import StageCode
from programs.models import Program, RoadmapItem

COLUMNS = (
    Column("№ п/п", 6, "center"),
    Column("Наименование мероприятий", 34),
    Column("Срок реализации", 17),
    Column("Ответственный исполнитель", 18),
    Column("Результат. Вид документа", 25),
)
DETAILS = Column("Содержание", 24)


def roadmap_table(program: Program) -> Table:
    items = list(program.roadmap_items.order_by("position"))
    detailed = any(item.details for item in items)
    return Table(columns(detailed), tuple(rows(program, items, detailed)))


def columns(detailed: bool) -> tuple[Column, ...]:
    return (*COLUMNS[:2], DETAILS, *COLUMNS[2:]) if detailed else COLUMNS


def rows(program: Program, items: list[RoadmapItem], detailed: bool) -> Iterator[Row]:
    """Rows without a section come first: below a section they would be taken for its rows."""
    yield from (cells(item, detailed) for item in items if item.section_id is None)
    for section in program.roadmap_sections.order_by("position"):
        yield str(section)
        yield from (cells(item, detailed) for item in items if item.section_id == section.pk)


def cells(item: RoadmapItem, detailed: bool) -> tuple[str, ...]:
    term = item.term_text or dates_words(item.starts_on, item.due_on)
    details = (item.details,) if detailed else ()
    number = shown_number(item.number)
    return (number, item.title, *details, term, item.responsible, item.result)


def body(document, content) -> tuple[Block, ...]:
    return (roadmap_table(document.program),)


KIND = act(
    DocumentKind.ROADMAP,
    type=PaperType.PLAN,
    stage=StageCode.CONDITIONS,
    stamps=local_stamps,
    body=body,
    fields=(APPROVED, ADOPTED),
    landscape=True,
)
