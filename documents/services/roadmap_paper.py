"""The roadmap as files: a paper to approve (DOCX, PDF) and a table to work in (XLSX).

The XLSX is the exchange table of ``programs``: it holds everything and comes back unchanged.
The paper holds what people read, so its terms and stages are read anew when it is loaded.
"""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from documents.domain.blocks import BLANK_DATE, Column, Page, Row, Stamps, Table, Title
from documents.enums import FileFormat
from documents.kinds.letterhead import signature_or_blank
from documents.rendering.docx import to_docx
from documents.rendering.pdf import to_pdf
from programs.domain.numbering import shown_number
from programs.domain.terms import dates_words
from programs.models import Program, RoadmapItem
from programs.services import roadmap_export

COLUMNS = (
    Column("№ п/п", 6, "center"),
    Column("Наименование мероприятий", 34),
    Column("Срок реализации", 17),
    Column("Ответственный исполнитель", 18),
    Column("Результат. Вид документа", 25),
)
DETAILS = Column("Содержание", 24)


def roadmap_file(*, program: Program, file_format: str) -> bytes:
    if file_format == FileFormat.XLSX:
        return roadmap_export.export(program=program)
    paper = compose(program, timezone.localdate())
    return to_docx(paper) if file_format == FileFormat.DOCX else to_pdf(paper)


def file_name(program: Program, file_format: str) -> str:
    return f"Дорожная карта {program.year}.{file_format}"


def compose(program: Program, day: date) -> Page:
    organization = program.organization
    title = f"Дорожная карта. {program.title}, {program.year} учебный год"
    items = list(program.roadmap_items.order_by("position"))
    detailed = any(item.details for item in items)
    blocks = (
        Stamps(right=approval(organization, day)),
        Title(f"{title}\n{organization.name}", align="center"),
        Table(columns(detailed), tuple(rows(program, items, detailed))),
    )
    return Page(title, blocks, organization.name, landscape=True)


def approval(organization, day: date) -> tuple[str, ...]:
    """«УТВЕРЖДАЮ» with the director of today and blanks for the hand."""
    signer = signature_or_blank(organization, day)
    return ("УТВЕРЖДАЮ", signer.post, f"_____________ {signer.name}", BLANK_DATE)


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
