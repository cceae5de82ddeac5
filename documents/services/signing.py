"""Sending papers to be signed, taking them back, registering what the director has signed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from documents.enums import DocumentStatus
from documents.kinds import kind_of
from documents.models import Document
from documents.services.face import digest
from documents.services.issue import record, register
from mentoring_portal.shared.transitions import TransitionError

NOT_SENT = "Документ не отправлен на подпись."


@dataclass
class Outcome:
    """What was registered, and what was refused with the reasons in words."""

    registered: list[Document] = field(default_factory=list)
    refused: list[tuple[Document, str]] = field(default_factory=list)


@transaction.atomic
def send(*, document: Document, by) -> Document:
    """Put a draft before the director: its text stands still from now on.

    Raises ValidationError for a paper that could not be registered today.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    document.move_to(DocumentStatus.AGREED)
    try:
        kind_of(document.kind).check(document, timezone.localdate())
    except ValidationError as refusal:
        raise ValidationError([NOT_SENT, *refusal.messages]) from refusal
    document.agreed_on = timezone.localdate()
    document.agreed_digest = digest(document)
    return moved(document, "document.send", by)


def obstacles(document: Document) -> list[str]:
    """Why an open paper could not be registered today, in words of what to do."""
    try:
        kind_of(document.kind).check(document, timezone.localdate())
    except ValidationError as refusal:
        return refusal.messages
    return []


@transaction.atomic
def take_back(*, document: Document, by) -> Document:
    """A paper that waits for a signature becomes a draft again."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    document.move_to(DocumentStatus.DRAFT)
    document.agreed_on, document.agreed_digest = None, ""
    return moved(document, "document.take_back", by)


def moved(document: Document, action: str, by) -> Document:
    """Files of the former state say what is no longer so."""
    document.save(update_fields=["status", "agreed_on", "agreed_digest"])
    document.attachments.all().delete()
    record(document, action, by)
    return document


def register_many(*, documents: Iterable[Document], day: date, by) -> Outcome:
    """Each in a transaction of its own: one refused paper does not stop the others."""
    outcome = Outcome()
    for document in documents:
        try:
            outcome.registered.append(register(document=document, day=day, by=by))
        except (ValidationError, TransitionError) as refusal:
            reasons = getattr(refusal, "messages", [str(refusal)])
            outcome.refused.append((document, " ".join(reasons)))
    return outcome
