"""What bases and lists share: the organization, a centered title, one wide table, the curator."""

from collections.abc import Callable, Iterable
from typing import Any

from documents.domain.blocks import Column, Letterhead, Note, Page, Row, Signature, Table, Title
from documents.enums import DocumentKind, PaperType
from documents.kinds.base import Field, Kind
from documents.kinds.people import on_duty
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date
from participants.enums import AssignmentRole

TITLE = Field("title", "Заголовок", required=False, worded=True)
NO_NAME = "_" * 18

Rows = Callable[[Any], Iterable[Row]]


def listing(
    code: DocumentKind,
    *,
    type: PaperType,
    stage: str,
    columns: tuple[Column, ...],
    rows: Rows,
    landscape: bool = True,
) -> Kind:
    """A table printed from today's data; ``rows(program)`` are its rows."""

    def compose(document, content: dict[str, Any]) -> Page:
        organization = document.program.organization
        blocks = (
            organization_head(organization),
            Title(content["title"], "center"),
            Note(f"По состоянию на {long_date(day_of(document))}"),
            Table(columns, tuple(rows(document.program))),
            curator_signature(document),
        )
        return Page(content["title"], blocks, organization.name, landscape)

    return Kind(code=code, type=type, stage=stage, compose=compose, fields=(TITLE,), is_kept=False)


def organization_head(organization) -> Letterhead:
    """Without the address and the phones: those are for orders and letters."""
    return Letterhead(tuple(filter(None, (organization.founder, organization.name))))


def curator_signature(document) -> Signature:
    """A school that has not named its curator signs by hand."""
    held = on_duty(document.program.organization, AssignmentRole.CURATOR, day_of(document))
    return Signature("Куратор", held.person.signature_name if held else NO_NAME)
