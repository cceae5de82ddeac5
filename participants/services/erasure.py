"""Destruction of a person's data on request (152-ФЗ, ст. 21): what this app keeps.

The row of the person stays as a number, so that figures of past years keep their sums. Words of
meetings belong to ``pairs``; the whole is led from ``documents.services.erasure``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.names import name_key
from participants.enums import ApplicationStatus, ImportStatus, ParticipantStatus
from participants.models import (
    Application,
    Assignment,
    Clearance,
    Consent,
    Erasure,
    ImportBatch,
    Mentee,
    Mentor,
    NeedsAnalysis,
    Person,
    Representative,
)
from participants.services.account import ensure_not_staff
from participants.services.erasure_row import wipe_row
from participants.services.erasure_selection import wipe_notes
from programs.services import journal

NAME = "Обезличенная запись №"
GONE = "Сведения уничтожены"
IN_BASE = (ParticipantStatus.CANDIDATE, ParticipantStatus.APPROVED, ParticipantStatus.PAUSED)


@dataclass
class Destroyed:
    """Category → records, and the files to remove once the transaction has come true."""

    counts: Counter[str] = field(default_factory=Counter)
    files: list[Any] = field(default_factory=list)

    def add(self, category: str, number: int = 1) -> None:
        if number:
            self.counts[category] += number

    def remove_files(self) -> None:
        for stored in self.files:
            stored.storage.delete(stored.name)


def obstacles(person: Person, day: date) -> list[str]:
    """Why the person cannot be erased yet, in words; empty when nothing stands in the way."""
    duties = Assignment.objects.in_force(day).filter(person=person)
    found = [f"Сначала снимите обязанность: {duty.get_role_display()}." for duty in duties]
    if person.user:
        try:
            ensure_not_staff(person.user)
        except ValidationError as refusal:
            found += refusal.messages
    return found


def only_parents(person: Person) -> list[Person]:
    """Representatives who are in the portal for this child alone: they may go together."""
    links = person.representatives.select_related("person__user")
    return [link.person for link in links if is_here_for_one_child(link.person)]


def is_here_for_one_child(parent: Person) -> bool:
    others = (parent.mentors, parent.mentees, parent.assignments)
    return parent.represented.count() == 1 and not any(rows.exists() for rows in others)


@transaction.atomic
def destroy(person: Person) -> Destroyed:
    """Everything that this app keeps about the person."""
    gone = Destroyed()
    key = name_key(person.full_name)
    destroy_rows(person, gone)
    destroy_papers(person, gone)
    destroy_mentions(person, key, gone)
    destroy_tables(person, gone)
    destroy_login(person, gone)
    destroy_card(person, gone)
    return gone


def destroy_rows(person: Person, gone: Destroyed) -> None:
    for row in [*person.mentors.all(), *person.mentees.all()]:
        wipe_row(row)
        if row.status in IN_BASE:
            row.status = ParticipantStatus.WITHDRAWN
        row.save()
        gone.add("Сведения строки базы наставников" if isinstance(row, Mentor) else MENTEE_ROW)
    analyses = NeedsAnalysis.objects.filter(mentee__person=person)
    gone.add("Анализ потребностей", analyses.delete()[0])
    for category, number in wipe_notes(person).items():
        gone.add(category, number)


MENTEE_ROW = "Сведения строки базы наставляемых"


def destroy_papers(person: Person, gone: Destroyed) -> None:
    """Scans go; that a consent was given and taken back stays, without who signed it."""
    today = timezone.localdate()
    for consent in person.consents.all():
        take_file(consent, gone, "Сканы согласий")
        consent.representative = GONE if consent.representative else ""
        ended = min(consent.withdrawn_on or today, today)
        consent.withdrawn_on = max(ended, consent.signed_on)
        consent.save()
    for clearance in Clearance.objects.filter(person=person):
        take_file(clearance, gone, "Сканы справок")
        clearance.delete()
        gone.add("Справки")
    gone.add("Связи с законными представителями", person.representatives.all().delete()[0])
    gone.add("Связи с детьми", Representative.objects.filter(person=person).delete()[0])


def take_file(owner: Consent | Clearance, gone: Destroyed, category: str) -> None:
    if owner.scan:
        gone.files.append(StoredFile(owner.scan.storage, owner.scan.name))
        gone.add(category)
        owner.scan, owner.scan_key = "", None


@dataclass(frozen=True)
class StoredFile:
    storage: Any
    name: str


def destroy_mentions(person: Person, key: str, gone: Destroyed) -> None:
    """The name in tables of the other side and in applications that wait."""
    organization = person.organization_id
    for model in (Mentor, Mentee):
        rows = model.objects.filter(program__organization=organization).exclude(partner_names="")
        named = [row.pk for row in rows if key in name_key(row.partner_names)]
        model.objects.filter(pk__in=named).update(partner_names="", partner_workplace="")
        gone.add("Имя в строках другой стороны", len(named))
    waiting = Application.objects.new().filter(program__organization=organization, name_key=key)
    for application in waiting:
        application.move_to(ApplicationStatus.DECLINED)
        application.decided_at, application.decline_reason = timezone.now(), GONE
        application.wipe()
        application.save()
        gone.add("Заявки")


def destroy_tables(person: Person, gone: Destroyed) -> None:
    """Uploaded tables hold everybody at once: the bases have their rows, the files go."""
    batches = ImportBatch.objects.filter(program__organization=person.organization_id)
    for batch in batches.exclude(file=""):
        gone.files.append(StoredFile(batch.file.storage, batch.file.name))
        gone.add("Загруженные таблицы баз")
        if batch.status == ImportStatus.CHECKED:
            batch.delete()
            continue
        batch.file, batch.filename = "", GONE
        batch.summary |= {name: [] for name in ("errors", "warnings") if name in batch.summary}
        batch.save()


def destroy_login(person: Person, gone: Destroyed) -> None:
    user = person.user
    if user is None:
        return
    user.username, user.email = f"erased{person.pk}", ""
    user.first_name = user.last_name = ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
    user.memberships.all().delete()
    person.user = None
    gone.add("Вход в портал")


def destroy_card(person: Person, gone: Destroyed) -> None:
    gone.add("Имя и дата рождения")
    gone.add("Телефон и электронная почта", int(bool(person.phone or person.email)))
    person.last_name, person.first_name, person.patronymic = f"{NAME} {person.pk}", "", ""
    person.birth_date = person.birth_year = None
    person.phone = person.email = ""
    person.name_forms = {}
    person.erased_on = timezone.localdate()
    person.save()
    person.occupations.update(since=None, until=None)
    rows = [person, *person.mentors.all(), *person.mentees.all(), *person.consents.all()]
    gone.add("Имя в журнале администратора", forget_in_admin(rows))


def forget_in_admin(rows: Iterable[Any]) -> int:
    """The technical admin writes the name of what was edited there."""
    return sum(
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk)
        ).update(object_repr=GONE)
        for row in rows
    )


def record(*, person: Person, reason: str, requested_on: date, gone: Destroyed, by) -> Erasure:
    """The row from which the act and the extract of the journal are printed."""
    erasure = Erasure.objects.create(
        organization=person.organization,
        person=person,
        reason=reason,
        requested_on=requested_on,
        erased_by=by,
        erased_by_post=post_of(by, person.organization),
        categories=dict(gone.counts),
        files=len(gone.files),
    )
    journal.record(
        by=by,
        action="person.erase",
        obj=person,
        organization=person.organization,
        erasure=erasure.pk,
        categories=dict(gone.counts),
    )
    return erasure


def post_of(user, organization) -> str:
    """The duty in papers, or the role in the portal."""
    if user is None:
        return ""
    duties = Assignment.objects.in_force(timezone.localdate()).of_organization(organization)
    duty = duties.filter(person__user=user).first()
    if duty:
        return duty.post
    membership = user.memberships.filter(organization=organization).first()
    return membership.get_role_display() if membership else ""
