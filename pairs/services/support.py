"""Psychological support of those who have no pair: what is written down about it, for whom."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from mentoring_portal.shared.fingerprints import fingerprint
from pairs.models import SupportRecord
from pairs.services.plan_seen import ensure_seen
from pairs.services.unpaired import with_waiting, without_pair
from participants.models import Mentee, Person
from programs.enums import Role
from programs.querysets import organizations_of
from programs.services import journal
from programs.services.days import ensure_come

FIELDS = ("held_on", "held_by", "content", "advice", "next_on")


def supported_by(user: Any) -> QuerySet[Mentee]:
    """The curator keeps records of any mentee, the psychologist of those without a pair."""
    curated = Q(program__organization__in=organizations_of(user, [Role.CURATOR]))
    helped = Mentee.objects.filter(
        program__organization__in=organizations_of(user, [Role.PSYCHOLOGIST])
    )
    waiting = without_pair(helped.approved()).values("pk")
    found = Mentee.objects.filter(curated | Q(pk__in=waiting), person__erased_on=None)
    return with_waiting(found).select_related("person", "program__organization")


def supports(user: Any, mentee: Mentee) -> bool:
    """A psychologist corrects a record also of somebody who has left the registry since."""
    return supported_by(user).filter(pk=mentee.pk).exists()


def new_record(mentee: Mentee, by: Any) -> SupportRecord:
    """Held today by whoever writes it down."""
    card = Person.objects.of_user(by).first()
    held_by = card.full_name if card else ""
    return SupportRecord(mentee=mentee, held_on=timezone.localdate(), held_by=held_by)


def seen_record(record: SupportRecord) -> str:
    return fingerprint([getattr(record, name) for name in FIELDS])


@transaction.atomic
def save(*, record: SupportRecord, seen: str, by: Any) -> SupportRecord:
    """``seen`` is ``seen_record`` of the opened page; a new record has none.

    The same form sent twice is one record.
    """
    action = "support.update" if record.pk else "support.create"
    if record.pk:
        held = SupportRecord.objects.select_for_update().get(pk=record.pk)
        ensure_seen(held, record, FIELDS, seen, seen_record(held))
    elif same := _same(record):
        return same
    _check(record)
    record.recorded_by = record.recorded_by or by
    record.full_clean()
    record.save()
    _journal(record, action, by)
    return record


@transaction.atomic
def delete(*, record: SupportRecord, by: Any) -> None:
    _journal(record, "support.delete", by)
    record.delete()


def _same(record: SupportRecord) -> SupportRecord | None:
    """Holds the mentee until commit, so that the second form sees what the first has written."""
    mentee = Mentee.objects.select_for_update().get(pk=record.mentee_id)
    words = {name: getattr(record, name) for name in FIELDS}
    return SupportRecord.objects.filter(mentee=mentee, **words).first()


def _check(record: SupportRecord) -> None:
    if record.held_on:
        ensure_come(record.held_on, "held_on", "Запишите прошедшую встречу.")
    if record.next_on and record.held_on and record.next_on <= record.held_on:
        raise ValidationError({"next_on": "Следующая встреча должна быть позже этой."})
    for name in ("held_on", "next_on"):
        day = getattr(record, name)
        if day and (doubt := record.mentee.program.year.doubt(day)):
            raise ValidationError({name: doubt})


def _journal(record: SupportRecord, action: str, by: Any) -> None:
    """The number of the record only: what was said stays between the two who may read it."""
    organization = record.mentee.program.organization
    journal.record(by=by, action=action, obj=record, organization=organization)
