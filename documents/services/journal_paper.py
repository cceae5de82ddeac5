"""The journal of registration as a paper: the same rows for PDF and XLSX."""

from collections.abc import Sequence

from documents.domain.blocks import Column, Page, Para, Row, Table, Title
from documents.enums import FileFormat, Journal
from documents.models import Document
from documents.services.files import RENDERERS
from documents.services.journal import Line, lines
from documents.services.search import label_of
from mentoring_portal.shared.dates import short_date

FORMATS = (FileFormat.XLSX, FileFormat.PDF)
TITLES = {
    Journal.ORDERS: "Журнал регистрации приказов по основной деятельности",
    Journal.PERSONNEL: "Журнал регистрации приказов по личному составу",
    Journal.PROTOCOLS: "Журнал регистрации протоколов",
    Journal.CONTRACTS: "Журнал регистрации соглашений",
    Journal.LETTERS: "Журнал регистрации исходящих писем",
    Journal.REPORTS: "Журнал учёта отчётов",
    Journal.PAPERS: "Журнал учёта документов без номера",
}
COLUMNS = (
    Column("№", 8, "center"),
    Column("Дата", 10, "center"),
    Column("Заголовок", 30),
    Column("Вид документа", 22),
    Column("Кто зарегистрировал", 13),
    Column("Состояние", 17),
    Column("Скан", 8, "center"),
)


def title_of(journal: str, year: int) -> str:
    return f"{TITLES[Journal(journal)]}, {year} год"


def journal_file(organization, journal: str, year: int, file_format: str) -> bytes:
    return RENDERERS[FileFormat(file_format)](compose(organization, journal, year))


def compose(organization, journal: str, year: int) -> Page:
    found = lines(organization, journal, year)
    title = title_of(journal, year)
    blocks = (
        Title(f"{title}\n{organization.name}", align="center"),
        Table(COLUMNS, tuple(row(line) for line in found)),
        Para(summary(found), indent=False),
    )
    return Page(title, blocks, organization.name, landscape=True)


def summary(found: Sequence[Line]) -> str:
    papers = sum(line.document is not None for line in found)
    skipped = sum(line.gap.count for line in found if line.gap and not line.is_before_portal)
    return f"Документов: {papers}. Пропущено номеров: {skipped}."


def row(line: Line) -> Row:
    """A gap takes all the columns of its row."""
    if line.document is None:
        return f"{line.words}: {line.note}" if line.note else line.words
    paper = line.document
    return (
        paper.number_text or "б/н",
        paper.date,
        paper.title,
        label_of(paper.kind),
        registrar(paper),
        state(paper),
        "есть" if paper.scans.all() else "нет",
    )


def registrar(paper: Document) -> str:
    person = getattr(paper.registered_by, "person", None)
    return person.short_name if person else ""


def state(paper: Document) -> str:
    """«отменён с 20.11.2026: № 15-од от 20.11.2026»"""
    label = paper.get_status_display()
    if not paper.closed_on:
        return label
    why = paper.cancelled_by.number_and_day if paper.cancelled_by else paper.closed_reason
    return f"{label} с {short_date(paper.closed_on)}: {why}"
