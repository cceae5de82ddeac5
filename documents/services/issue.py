"""Drafting, registering and cancelling papers.

Registering is one transaction: take the number, freeze the page, change the status, let the
order do what it orders. A registered paper is never edited; a new paper cancels it.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from documents.domain.page_json import to_json
from documents.enums import DocumentKind, DocumentStatus, Journal
from documents.kinds import kind_of
from documents.models import Counter, Document
from monitoring.services.report import freeze
from pairs.models import Pair
from pairs.services.pair import activate
from programs.models import Program
from programs.services import journal


@transaction.atomic
def draft_order_pairs(*, program, by, values: dict | None = None) -> Document:
    """A draft of the order about all accepted pairs; refused when there are none.

    Asked again without words of its own, the draft about the same pairs is given.
    """
    Program.objects.select_for_update().get(pk=program.pk)
    pairs = list(Pair.objects.filter(program=program).accepted())
    if not pairs:
        raise ValidationError("Нет принятых пар: подберите пары и примите предложения.")
    former = draft_about(program, pairs) if values is None else None
    if former:
        return former
    document = draft(program=program, code=DocumentKind.ORDER_PAIRS, by=by, values=values)
    document.pairs.set(pairs)
    return document


def draft_about(program, pairs: list[Pair]) -> Document | None:
    drafts = Document.objects.filter(
        program=program, kind=DocumentKind.ORDER_PAIRS, status=DocumentStatus.DRAFT
    )
    for document in drafts.prefetch_related("pairs"):
        if set(document.pairs.all()) == set(pairs):
            return document
    return None


@transaction.atomic
def draft(*, program, code: str, by, values: dict | None = None, report=None) -> Document:
    kind = kind_of(code)
    content = kind.defaults(program) | kind.checked(values or {})
    document = Document.objects.create(
        program=program,
        organization=program.organization,
        kind=code,
        title=content.get("title") or DocumentKind(code).label,
        journal=kind.journal,
        content=content,
        report=report,
        created_by=by,
    )
    record(document, "document.draft", by)
    return document


@transaction.atomic
def edit(*, document: Document, values: dict, by) -> None:
    """Change the content of a draft; a registered paper refuses."""
    if not document.is_draft:
        raise ValidationError("Зарегистрированный документ не правят: оформите новый.")
    kind = kind_of(document.kind)
    document.content |= kind.own_words(document, kind.checked(values))
    document.title = document.content.get("title") or document.title
    document.save(update_fields=["content", "title"])
    document.attachments.all().delete()
    record(document, "document.edit", by)


@transaction.atomic
def refresh_pairs(*, document: Document, by) -> None:
    """Let a draft speak of the pairs that are accepted now."""
    if not document.is_draft:
        raise ValidationError("Состав пар зарегистрированного приказа не меняют.")
    document.pairs.set(Pair.objects.filter(program=document.program).accepted())
    document.attachments.all().delete()
    record(document, "document.refresh_pairs", by)


@transaction.atomic
def register(*, document: Document, day: date, by, number: int | None = None) -> Document:
    """Give the date and the number, freeze the page and do what the paper orders.

    ``number`` is given when the school's own journal already runs; otherwise the next one is
    taken. Raises ValidationError for a date outside the program or a number already given.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    check_date(document, day)
    document.move_to(DocumentStatus.REGISTERED)
    document.date = day
    if document.journal == Journal.ORDERS:
        give_number(document, day.year, number)
    document.snapshot = to_json(kind_of(document.kind).compose(document))
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError as error:
        raise ValidationError(f"Приказ № {document.number_text} в этом году уже есть.") from error
    carry_out(document, by)
    document.attachments.all().delete()
    record(document, "document.register", by)
    return document


def check_date(document: Document, day: date) -> None:
    year = document.program.year
    if not year.start.replace(month=4) <= day <= year.end:
        raise ValidationError(
            f"Дата {day:%d.%m.%Y} не подходит программе {year} учебного года: "
            f"нужна от 01.04.{year.start_year} до {year.end:%d.%m.%Y}."
        )


def give_number(document: Document, year: int, number: int | None) -> None:
    place = {"organization": document.organization, "journal": document.journal, "year": year}
    if number is None:
        number = Counter.objects.take(**place)
    else:
        Counter.objects.reserve(number, **place)
    document.year, document.number = year, number
    suffix = document.organization.order_suffix
    document.number_text = f"{number}-{suffix}" if suffix else str(number)


def carry_out(document: Document, by) -> None:
    """What comes true with the registration of this paper."""
    if document.kind == DocumentKind.ORDER_PAIRS:
        pairs = list(document.pairs.all())
        activate(pairs=pairs, starts_on=document.date, by=by)
    if document.report_id:
        freeze(report=document.report, by=by)


@transaction.atomic
def delete_draft(*, document: Document, by) -> None:
    if not document.is_draft:
        raise ValidationError("Зарегистрированный документ не удаляют.")
    record(document, "document.delete_draft", by)
    document.delete()


def record(document: Document, action: str, by) -> None:
    organization = document.organization
    journal.record(by=by, action=action, obj=document, organization=organization)
