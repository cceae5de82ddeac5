"""What may stand on the public page: no name without a distribution consent (152-ФЗ, ст. 10.1)."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from documents.enums import DocumentKind, DocumentStatus
from documents.models import Document
from documents.services.issue import record
from documents.services.naming import told
from participants.models import Person
from participants.services.distribution import allowed_fields
from programs.models import Organization

LISTED = 5
# Why somebody was declined is nobody's business, whatever consents there are.
NEVER_PUBLIC = (DocumentKind.PROTOCOL_SELECTION,)
NOT_FOR_VISITORS = (
    "Протокол отбора говорит, кого и почему отклонили: на публичную страницу его не ставят."
)


def uncovered(documents: Sequence[Document], organization: Organization) -> dict[int, set[int]]:
    """Paper → those whom it names without consents in force today for all that it tells of them.

    A constant number of queries for any number of papers.
    """
    papers = told(documents, organization)
    people = {person for persons in papers.values() for person in persons}
    allowed = allowed_fields(people, organization, timezone.localdate())
    return {
        paper: {person for person, fields in persons.items() if fields - allowed.get(person, set())}
        for paper, persons in papers.items()
    }


def not_covered(document: Document) -> set[int]:
    return uncovered([document], document.organization)[document.pk]


def published(program) -> list[Document]:
    """Papers of the public page. A withdrawn consent takes its papers off at once."""
    documents = list(
        Document.objects.published().of_program(program).prefetch_related("attachments")
    )
    hidden = uncovered(documents, program.organization)
    return [document for document in documents if not hidden[document.pk]]


@transaction.atomic
def publish(*, document: Document, shown: bool, by) -> None:
    """Put a registered paper on the public page, or take it off."""
    if shown:
        check_publishable(document)
    document.is_public = shown
    document.save(update_fields=["is_public"])
    record(document, "document.publish" if shown else "document.unpublish", by)


def check_publishable(document: Document) -> None:
    if document.status != DocumentStatus.REGISTERED:
        raise ValidationError("На страницу ставят только зарегистрированные документы.")
    if document.kind in NEVER_PUBLIC:
        raise ValidationError(NOT_FOR_VISITORS)
    missing = not_covered(document)
    if missing:
        raise ValidationError(
            "Документ называет людей, которые не разрешили показывать на этой странице всё, что в "
            f"нём о них сказано: {names_of(missing)}. "
            "Запишите их согласия на распространение или не публикуйте документ."
        )


def names_of(people: set[int]) -> str:
    """«Ершова Я. Т., Панин Г. О. и ещё 12»."""
    found = Person.objects.filter(pk__in=people).order_by("name_key")
    listed = ", ".join(person.short_name for person in found[:LISTED])
    rest = len(people) - LISTED
    return f"{listed} и ещё {rest}" if rest > 0 else listed
