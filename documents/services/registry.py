"""The registry of mentors that an order has approved, and its file."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from documents.domain.file_names import clean_name
from documents.domain.page_json import from_json
from documents.domain.registry_file import RegistrySheet, registry_sheet, to_csv
from documents.enums import DocumentKind, DocumentStatus
from documents.kinds.orders.registry import authority, registered
from documents.models import Document
from mentoring_portal.shared.dates import long_date
from mentoring_portal.shared.names import NBSP
from mentoring_portal.shared.spreadsheets import Table, write_table
from participants.enums import ParticipantStatus
from participants.models import Mentor
from participants.services.mentor_history import APPROVED_BY_ORDER, events_of
from programs.models import Program

WIDTHS = {4: (7, 42, 48, 34)}
NOT_AN_ORDER = "Файл реестра есть только у зарегистрированного приказа о реестре наставников."
NO_TABLE = "В приложении к приказу нет таблицы наставников: файл составить не из чего."


@dataclass(frozen=True)
class Changes:
    """Names that the registry of today has gained and lost since the order, or lost for a time."""

    joined: list[str]
    paused: list[str]
    left: list[str]


def orders_in_force(program: Program) -> QuerySet[Document]:
    """Registered orders about the registry, the newest last."""
    orders = Document.objects.of_program(program).registered()
    return orders.filter(kind=DocumentKind.ORDER_REGISTRY).order_by("date", "pk")


def order_in_force(program: Program) -> Document | None:
    return orders_in_force(program).last()


def sheet_of(document: Document) -> RegistrySheet:
    """Raises ValidationError for a paper that approves no registry."""
    is_order = document.kind == DocumentKind.ORDER_REGISTRY
    if not is_order or document.status != DocumentStatus.REGISTERED:
        raise ValidationError(NOT_AN_ORDER)
    sheet = registry_sheet(from_json(document.snapshot), head_of(document))
    if sheet is None:
        raise ValidationError(NO_TABLE)
    return sheet


def head_of(document: Document) -> tuple[str, ...]:
    number = f" №{NBSP}{document.number_text}" if document.number_text else ""
    return (
        document.organization.name,
        f"Реестр наставников на {document.program.year} учебный год",
        f"Утверждён приказом от {long_date(document.date)}{number}",
    )


def as_csv(sheet: RegistrySheet) -> bytes:
    return to_csv(sheet)


def as_xlsx(sheet: RegistrySheet) -> bytes:
    table = Table(
        titles=sheet.titles,
        rows=sheet.rows,
        caption="\n".join(sheet.head),
        sheet="Реестр наставников",
        widths=WIDTHS.get(len(sheet.titles), ()),
        printed=len(sheet.titles),
    )
    return write_table(table)


MAKERS = {"xlsx": as_xlsx, "csv": as_csv}


def file_title(document: Document, file_format: str) -> str:
    order = f", приказ № {document.number_text}" if document.number_text else ""
    name = clean_name(f"Реестр наставников {document.program.year}{order}")
    return f"{name}.{file_format}"


def changes(document: Document, sheet: RegistrySheet) -> Changes:
    """By name: the order is paper and knows no numbers of cards."""
    now = [mentor.person.full_name for mentor in registered(document.program)]
    then = set(sheet.names)
    missing = [name for name in sheet.names if name not in set(now)]
    paused = names_of_paused(document.program) if missing else set()
    return Changes(
        joined=[name for name in now if name not in then],
        paused=[name for name in missing if name in paused],
        left=[name for name in missing if name not in paused],
    )


def names_of_paused(program: Program) -> set[str]:
    paused = Mentor.objects.of_program(program).filter(status=ParticipantStatus.PAUSED)
    return {mentor.person.full_name for mentor in paused.select_related("person")}


def usual_recipient(document: Document) -> str:
    """Where the order itself sends the registry."""
    return document.content.get("authority") or authority(document.program)


def order_of(mentor: Mentor) -> Document | None:
    """The order in force that names this mentor; two queries."""
    events = events_of(mentor.program, [APPROVED_BY_ORDER])
    papers = [
        event.details["paper"] for event in events if mentor.pk in event.details.get("rows", ())
    ]
    return Document.objects.registered().filter(pk__in=papers).order_by("date", "pk").last()
