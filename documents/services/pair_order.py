"""The order about pairs: a draft speaks of the pairs that are accepted when it is made."""

from django.core.exceptions import ValidationError
from django.db import transaction

from documents.enums import OPEN_STATUSES, DocumentKind
from documents.models import Document
from documents.services.issue import draft, ensure_draft, record
from pairs.models import Pair
from programs.models import Program


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
    return draft(program=program, code=DocumentKind.ORDER_PAIRS, by=by, values=values, pairs=pairs)


def draft_about(program, pairs: list[Pair]) -> Document | None:
    drafts = Document.objects.filter(
        program=program, kind=DocumentKind.ORDER_PAIRS, status__in=OPEN_STATUSES
    )
    for document in drafts.prefetch_related("pairs"):
        if set(document.pairs.all()) == set(pairs):
            return document
    return None


@transaction.atomic
def refresh_pairs(*, document: Document, by) -> None:
    """Let a draft speak of the pairs that are accepted now."""
    ensure_draft(document, "Состав пар зарегистрированного приказа не меняют.")
    document.pairs.set(Pair.objects.filter(program=document.program).accepted())
    document.attachments.all().delete()
    record(document, "document.refresh_pairs", by)
