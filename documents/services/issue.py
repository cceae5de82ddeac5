"""Drafting and registering papers.

Registering is one transaction: take the number, freeze the page, change the status, let the
paper do what it orders. A registered paper is never edited; a new paper cancels it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from documents.domain.page_json import to_json
from documents.enums import DocumentStatus, FieldType
from documents.kinds import kind_of
from documents.kinds.base import Kind
from documents.kinds.content import checked_text, content_of, own_words, plain
from documents.kinds.given import given
from documents.models import Document
from documents.services.card_code import with_code
from documents.services.face import ensure_as_agreed
from documents.services.numbering import give_number, is_numbered
from pairs.models import Pair
from programs.services import journal


@transaction.atomic
def draft(
    *,
    program,
    code: str,
    by,
    values: dict | None = None,
    pairs: Iterable[Pair] = (),
    **subject: Any,
) -> Document:
    """A new draft; ``subject`` is what its kind is about: person, event, partner, about, report."""
    kind = kind_of(code)
    check_values(kind, values or {})
    values = given(kind, values or {}, program.organization)
    document = Document(
        program=program,
        organization=program.organization,
        kind=code,
        title=kind.label[:300],
        journal=kind.journal,
        content={key: plain(value) for key, value in (kind.start(program) | values).items()},
        created_by=by,
        **subject,
    )
    document.save()
    document.pairs.set(pairs)
    name(document)
    record(document, "document.draft", by)
    return document


def check_values(kind: Kind, values: dict[str, Any]) -> None:
    """Raises ValidationError for a field or a word in braces that the kind does not know."""
    kind.checked(values)
    for key, value in values.items():
        if kind.field(key).type == FieldType.TEXT:
            checked_text(str(value), kind)


def name(document: Document) -> None:
    """The title stands in lists and in names of files."""
    content = content_of(kind_of(document.kind), document, only=("title",))
    document.title = (content.get("title") or document.title)[:300]
    document.save(update_fields=["title"])


@transaction.atomic
def edit(*, document: Document, values: dict, by) -> None:
    """Change the content of a draft; a registered paper refuses."""
    hold_draft(document, "Зарегистрированный документ не правят: оформите новый.")
    kind = kind_of(document.kind)
    check_values(kind, values)
    document.content |= own_words(kind, document, values)
    document.save(update_fields=["content"])
    name(document)
    document.attachments.all().delete()
    record(document, "document.edit", by)


def hold_draft(document: Document, refusal: str) -> None:
    """Lock the draft and read it again: somebody may have been quicker.

    Raises ValidationError for what is a draft no more.
    """
    locked = Document.objects.select_for_update().filter(pk=document.pk).first()
    if locked is None:
        raise ValidationError("Этот черновик уже удалили.")
    document.status, document.content = locked.status, locked.content
    if not document.is_open:
        raise ValidationError(refusal)
    if not document.is_draft:
        raise ValidationError("Документ на подписи: сначала верните его в черновики.")


@transaction.atomic
def register(*, document: Document, day: date, by, number: int | None = None) -> Document:
    """Give the date and the number, freeze the page and do what the paper orders.

    ``number`` is given when the school's own journal already runs; otherwise the next one is
    taken. Raises ValidationError for a date outside the program, a number already given, or a
    page that differs from the one sent to be signed.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    kind = kind_of(document.kind)
    check_date(document, day)
    ensure_as_agreed(document)
    document.move_to(DocumentStatus.REGISTERED)
    kind.check(document, day)
    document.date, document.registered_by = day, by
    if is_numbered(document):
        give_number(document, day.year, number)
    page = kind.compose(document, content_of(kind, document))
    document.snapshot = to_json(with_code(page, document) if kind.is_kept else page)
    save_numbered(document)
    kind.carry_out(document, by)
    document.attachments.all().delete()
    record(document, "document.register", by)
    return document


def save_numbered(document: Document) -> None:
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError as error:
        raise ValidationError(
            f"В журнале «{document.get_journal_display()}» "
            f"№ {document.number_text} в этом году уже есть."
        ) from error


def check_date(document: Document, day: date) -> None:
    year = document.program.year
    if not year.start.replace(month=4) <= day <= year.end:
        raise ValidationError(
            f"Дата {day:%d.%m.%Y} не подходит программе {year} учебного года: "
            f"нужна от 01.04.{year.start_year} до {year.end:%d.%m.%Y}."
        )


@transaction.atomic
def delete_draft(*, document: Document, by) -> None:
    hold_draft(document, "Зарегистрированный документ не удаляют.")
    record(document, "document.delete_draft", by)
    document.delete()


def record(document: Document, action: str, by) -> None:
    organization = document.organization
    journal.record(by=by, action=action, obj=document, organization=organization)
