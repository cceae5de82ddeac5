"""A registered paper loses its force: another one cancels it, or its time is over.

Its number, its frozen page, its files and scans stay; it leaves the public page at once.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone

from documents.enums import DocumentStatus, PaperType
from documents.kinds import KINDS, kind_of
from documents.models import Document
from documents.services.issue import record
from programs.services.days import TO_COME


def able_to_cancel(document: Document) -> QuerySet[Document]:
    """Orders in force and papers of the same family that are not older than ``document``.

    First those that are about it, then those of its own kind.
    """
    before = Q(journal=document.journal, date=document.date, number__lt=document.number)
    papers = Document.objects.of_organization(document.organization).registered()
    newer = papers.filter(kind__in=cancelling(document), date__gte=document.date).exclude(before)
    likeness = Case(When(about=document, then=0), When(kind=document.kind, then=1), default=2)
    return newer.exclude(pk=document.pk).order_by(likeness, "-date", "-pk")


def cancelling(document: Document) -> list[str]:
    """Kinds that may cancel it: an agreement ends by an agreement, anything by an order."""
    families = {PaperType.ORDER, kind_of(document.kind).type}
    return [code for code, kind in KINDS.items() if kind.type in families]


@transaction.atomic
def cancel(*, document: Document, cancelled_by: Document, day: date, by) -> Document:
    """Raises ValidationError when ``cancelled_by`` is not a paper that could cancel this one."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    document.move_to(DocumentStatus.CANCELLED)
    if not able_to_cancel(document).filter(pk=cancelled_by.pk).exists():
        raise ValidationError(
            "Отменить документ может только действующий приказ этой организации или документ "
            "того же рода, который не старше его."
        )
    if day < cancelled_by.date:
        raise ValidationError(
            f"Отменяющий документ действует с {cancelled_by.date:%d.%m.%Y}: "
            "отменить раньше он не может."
        )
    document.cancelled_by = cancelled_by
    return close(document, day, "document.cancel", by)


@transaction.atomic
def expire(*, document: Document, day: date, reason: str, by) -> Document:
    document = Document.objects.select_for_update().get(pk=document.pk)
    document.move_to(DocumentStatus.EXPIRED)
    if not reason.strip():
        raise ValidationError("Напишите, почему документ утратил силу.")
    document.closed_reason = reason.strip()
    return close(document, day, "document.expire", by)


def close(document: Document, day: date, action: str, by) -> Document:
    check_day(document, day)
    document.closed_on, document.is_public = day, False
    document.save()
    record(document, action, by)
    return document


def check_day(document: Document, day: date) -> None:
    if day < document.date:
        raise ValidationError(f"Документ действует с {document.date:%d.%m.%Y}: дата раньше неё.")
    if day > timezone.localdate():
        raise ValidationError(TO_COME)
