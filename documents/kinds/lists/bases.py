"""The two official bases (ARG): the very columns of the forms, titles and order unchanged."""

from collections.abc import Iterator

from documents.domain.blocks import Column, Row
from documents.enums import DocumentKind, PaperType
from documents.kinds import candidates
from documents.kinds.base import Kind
from documents.kinds.lists.listing import Rows, listing
from participants.domain.base_forms import OFFICIAL_COLUMNS
from participants.enums import BaseKind
from participants.services.base_table import mentee_rows, mentor_rows
from programs.enums import StageCode

CENTERED = ("num", "mentee_birth_year", "entry_date", "end_date")


def columns(base: BaseKind) -> tuple[Column, ...]:
    """Their widths follow the content: shares of a screen break dates on paper."""
    return tuple(
        Column(title, align="center" if code in CENTERED else "left")
        for code, title in OFFICIAL_COLUMNS[base]
    )


def rows_of_mentees(program) -> Iterator[Row]:
    return (tuple(row) for row in mentee_rows(candidates.mentees(program)))


def rows_of_mentors(program) -> Iterator[Row]:
    return (tuple(row) for row in mentor_rows(candidates.mentors(program)))


def base(code: DocumentKind, stage: str, kind: BaseKind, rows: Rows) -> Kind:
    return listing(code, type=PaperType.BASE, stage=stage, columns=columns(kind), rows=rows)


MENTEES = base(DocumentKind.BASE_MENTEES, StageCode.MENTEE_BASE, BaseKind.MENTEES, rows_of_mentees)
MENTORS = base(DocumentKind.BASE_MENTORS, StageCode.MENTOR_BASE, BaseKind.MENTORS, rows_of_mentors)
