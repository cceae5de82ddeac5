"""The address behind which people of a school apply: opened, renewed, closed."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from participants.models import ApplicationLink
from programs.enums import ProgramStatus
from programs.models import Program
from programs.services import journal


@transaction.atomic
def open_link(*, program: Program, kind: str, open_until: date | None, by) -> ApplicationLink:
    """A new secret address; the former one of this kind stops working at once."""
    if program.status == ProgramStatus.CLOSED:
        raise ValidationError("Программа завершена: заявки в неё больше не принимают.")
    if open_until and open_until < timezone.localdate():
        raise ValidationError({"open_until": "Эта дата уже прошла."})
    program.application_links.filter(kind=kind, is_open=True).update(is_open=False)
    link = ApplicationLink.objects.create(program=program, kind=kind, open_until=open_until)
    note(link, "open", by)
    return link


@transaction.atomic
def set_term(*, link: ApplicationLink, open_until: date | None, by) -> ApplicationLink:
    """Another last day for the address that already hangs on the board."""
    if open_until and open_until < timezone.localdate():
        raise ValidationError({"open_until": "Эта дата уже прошла."})
    link.open_until = open_until
    link.save(update_fields=["open_until"])
    note(link, "set_term", by)
    return link


@transaction.atomic
def close_link(*, link: ApplicationLink, by) -> None:
    link.is_open = False
    link.save(update_fields=["is_open"])
    note(link, "close", by)


def note(link: ApplicationLink, action: str, by) -> None:
    organization = link.program.organization
    journal.record(by=by, action=f"application_link.{action}", obj=link, organization=organization)
