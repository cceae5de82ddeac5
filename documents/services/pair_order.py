"""Orders about pairs: one about the accepted pairs, one about what has changed since."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from documents.enums import OPEN_STATUSES, DocumentKind
from documents.kinds.orders.changes import changes, last_order
from documents.kinds.orders.entry import LeftOut, left_out
from documents.models import Document
from documents.services.issue import draft, hold_draft, record
from pairs.models import Pair
from programs.models import Program

ABOUT_PAIRS = (DocumentKind.ORDER_PAIRS, DocumentKind.ORDER_AMENDING)
NOBODY_MAY = "Ни одна из принятых пар ещё не может войти в приказ."


def accepted(program: Program) -> list[Pair]:
    return list(Pair.objects.of_program(program).accepted().with_people().order_by("pk"))


def waiting(program: Program, day: date | None = None) -> list[LeftOut]:
    """Accepted pairs that may not enter an order of ``day`` yet, with what each lacks."""
    return left_out(accepted(program), day or timezone.localdate())


def entitled(program: Program, day: date | None = None) -> list[Pair]:
    """Accepted pairs that may enter; refused when there are none, with all the reasons."""
    pairs = accepted(program)
    if not pairs:
        raise ValidationError("Нет принятых пар: подберите пары и примите предложения.")
    refused = left_out(pairs, day or timezone.localdate())
    missing = {row.pair.pk for row in refused}
    allowed = [pair for pair in pairs if pair.pk not in missing]
    if not allowed:
        raise ValidationError([NOBODY_MAY, *(row.sentence for row in refused)])
    return allowed


@transaction.atomic
def draft_order_pairs(
    *, program: Program, by, values: dict | None = None, day: date | None = None
) -> Document:
    """A draft of the order about the accepted pairs that may enter it on ``day`` (today).

    The others are left out: ``waiting`` says why. Asked again without words of its own, the draft
    about the same pairs is given.
    """
    Program.objects.select_for_update().get(pk=program.pk)
    return draft_once(program, DocumentKind.ORDER_PAIRS, entitled(program, day), values, by)


@transaction.atomic
def draft_order_amending(
    *, program: Program, by, values: dict | None = None, day: date | None = None
) -> Document:
    """A draft of what changed since the last order about pairs; refused when nothing has."""
    Program.objects.select_for_update().get(pk=program.pk)
    if last_order(program) is None:
        raise ValidationError("Приказа о парах ещё нет: изменять нечего, составьте сам приказ.")
    return draft_once(program, DocumentKind.ORDER_AMENDING, changed(program, day), values, by)


def can_amend(program: Program) -> bool:
    return last_order(program) is not None


def changed(program: Program, day: date | None = None) -> list[Pair]:
    found = changes(program, day or timezone.localdate()).pairs
    if not found:
        refused = [row.sentence for row in waiting(program, day)]
        raise ValidationError(["С последнего приказа о парах ничего не изменилось.", *refused])
    return found


def draft_once(program, code: DocumentKind, pairs: list[Pair], values, by) -> Document:
    former = draft_about(program, code, pairs) if values is None else None
    return former or draft(program=program, code=code, by=by, values=values, pairs=pairs)


def draft_about(program, code: DocumentKind, pairs: Iterable[Pair]) -> Document | None:
    wanted = set(pairs)
    drafts = Document.objects.filter(program=program, kind=code, status__in=OPEN_STATUSES)
    for document in drafts.prefetch_related("pairs"):
        if set(document.pairs.all()) == wanted:
            return document
    return None


@transaction.atomic
def refresh_pairs(*, document: Document, by) -> None:
    """Let a draft speak of the pairs as they are now."""
    hold_draft(document, "Состав пар зарегистрированного приказа не меняют.")
    if document.kind not in ABOUT_PAIRS:
        raise ValidationError("Состав пар обновляют только в приказах о парах.")
    read = changed if document.kind == DocumentKind.ORDER_AMENDING else entitled
    document.pairs.set(read(document.program))
    document.attachments.all().delete()
    record(document, "document.refresh_pairs", by)
