"""When the registry of mentors went above, by which order and to whom; the portal mails nothing."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from documents.models import Document, RegistrySending
from documents.services.registry import orders_in_force, sheet_of
from mentoring_portal.shared.dates import short_date
from programs.models import Program
from programs.services import journal
from programs.services.days import ensure_come

BEFORE = "Реестр не могли направить раньше приказа: он от {}."
REPLACED = (
    "На эту дату уже действовал приказ о реестре {}: направляют реестр по нему. Запишите отправку "
    "на странице «Реестр наставников» или исправьте дату."
)
TWICE = "Отправка этого реестра в тот же день и туда же уже записана."
GONE = "Эту отправку уже удалили."


def sendings(program: Program) -> QuerySet[RegistrySending]:
    """By all orders of the program, those that have lost their force too; the newest first."""
    rows = RegistrySending.objects.filter(document__program=program)
    return rows.select_related("document", "recorded_by__person").order_by("-sent_on", "-pk")


@transaction.atomic
def send(
    *, document: Document, sent_on: date, recipient: str, note: str = "", by
) -> RegistrySending:
    """Note that the file went above, by the order that was the newest on that day."""
    Document.objects.select_for_update().get(pk=document.pk)
    sheet_of(document)
    check_day(document, sent_on)
    check_repeated(document, sent_on, recipient)
    sending = RegistrySending(
        document=document, sent_on=sent_on, recipient=recipient, note=note, recorded_by=by
    )
    sending.full_clean()
    sending.save()
    record("registry.send", sending, by)
    return sending


def check_day(document: Document, day: date) -> None:
    ensure_come(day, "sent_on")
    if day < document.date:
        raise ValidationError({"sent_on": BEFORE.format(short_date(document.date))})
    newest = orders_in_force(document.program).filter(date__lte=day).last()
    if newest != document:
        raise ValidationError({"sent_on": REPLACED.format(newest.number_and_day)})


def check_repeated(document: Document, day: date, recipient: str) -> None:
    known = document.registry_sendings.filter(sent_on=day).values_list("recipient", flat=True)
    if plain(recipient) in map(plain, known):
        raise ValidationError(TWICE)


def plain(recipient: str) -> str:
    return " ".join(recipient.split()).casefold().rstrip(".")


@transaction.atomic
def delete(*, sending: RegistrySending, by) -> None:
    """A note made by mistake; the journal keeps that there was one."""
    held = RegistrySending.objects.select_for_update().filter(pk=sending.pk).first()
    if held is None:
        raise ValidationError(GONE)
    record("registry.unsend", held, by)
    held.delete()


def record(action: str, sending: RegistrySending, by) -> None:
    journal.record(
        by=by,
        action=action,
        obj=sending.document,
        organization=sending.document.organization,
        day=sending.sent_on.isoformat(),
        sending=sending.pk,
    )
