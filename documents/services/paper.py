"""A new paper of any kind about a subject; a sheet that is not kept is only composed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from documents.domain.blocks import Page
from documents.enums import OPEN_STATUSES, DocumentStatus
from documents.kinds import kind_of
from documents.kinds.base import Kind
from documents.kinds.candidates import subject_fields
from documents.kinds.content import content_of, plain
from documents.models import Document
from documents.services.issue import draft


@transaction.atomic
def draft_paper(*, program, code: str, by, subject: Any = None, values: dict | None = None):
    """Raises ValidationError for a kind that wants a subject and has none."""
    kind = kind_of(code)
    if not kind.is_kept:
        raise ValidationError(f"«{kind.label}» – лист для печати: портал его не хранит.")
    about = subject_fields(kind, subject)
    kind.admit(program, subject)
    return draft(program=program, code=code, by=by, values=values, **about)


def twins(kind: Kind, program, subject: Any) -> QuerySet[Document]:
    """Drafts and papers in force about the same subject, where one is usually enough."""
    if not kind.is_single or subject is None:
        return Document.objects.none()
    about = subject_fields(kind, subject)
    if "pairs" in about:
        about["pairs__in"] = about.pop("pairs")
    papers = Document.objects.of_program(program).filter(kind=kind.code, **about)
    return papers.filter(status__in=(*OPEN_STATUSES, DocumentStatus.REGISTERED)).order_by("pk")


def sheet(kind: Kind, program, subject: Any = None, values: dict | None = None) -> Page:
    """The page as today's data give it, without a record."""
    about = subject_fields(kind, subject)
    pairs = about.pop("pairs", [])
    content = kind.start(program) | (values or {})
    document = Document(
        program=program,
        organization=program.organization,
        kind=kind.code,
        content={key: plain(value) for key, value in content.items()},
        **about,
    )
    document.printed_pairs = pairs
    return kind.compose(document, content_of(kind, document))
