"""Applications of people themselves: sent through the open form, accepted or declined."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.names import FullName, name_key
from participants.domain.consent import AGE_OF_MAJORITY
from participants.enums import ApplicationKind, ApplicationStatus, OccupationKind, ParticipantStatus
from participants.models import Application, ApplicationLink, Mentee, Mentor, Person
from participants.services.application_limit import DAY, ensure_day_has_room, lock
from participants.services.application_row import add_representative, fill_person, fill_row
from participants.services.enrollment import move
from participants.services.person import lookalikes, save_participant
from programs.services import journal

MODELS: dict[str, type[Mentor] | type[Mentee]] = {
    ApplicationKind.MENTEE: Mentee,
    ApplicationKind.MENTOR: Mentor,
}
# Who was declined or left before applies anew.
LEFT = (ParticipantStatus.DECLINED, ParticipantStatus.WITHDRAWN)
OUTDATED = "Срок рассмотрения истёк: учебный год закончился."


@transaction.atomic
def submit(
    *,
    link: ApplicationLink,
    name: FullName,
    birth_date: date,
    answers: Mapping[str, Any],
    phone: str = "",
    email: str = "",
) -> Application:
    """Keep one application; the same sent twice within a day is kept once."""
    lock(link)
    application = Application(
        program=link.program,
        kind=link.kind,
        birth_date=birth_date,
        phone=phone,
        email=email,
        answers=dict(answers),
    )
    application.set_name(name)
    if sent := same_sent_today(application):
        return sent
    ensure_day_has_room(link)
    application.save()
    note(application, "submit", None)
    return application


def same_sent_today(application: Application) -> Application | None:
    """The very same words: a second press of the button. Other words are another application."""
    alike = (
        Application.objects.new()
        .since(timezone.now() - DAY)
        .filter(
            program=application.program,
            kind=application.kind,
            name_key=application.name_key,
            birth_date=application.birth_date,
            phone=application.phone,
            email=application.email,
        )
    )
    return next((sent for sent in alike if sent.answers == application.answers), None)


def known_people(application: Application) -> list[Person]:
    """People of the school who are, or may be, the applicant."""
    applicant = Person(
        last_name=application.last_name,
        first_name=application.first_name,
        patronymic=application.patronymic,
        birth_date=application.birth_date,
        birth_year=application.birth_date.year if application.birth_date else None,
    )
    return lookalikes(organization=application.program.organization, person=applicant)


@transaction.atomic
def accept(
    *, application: Application, form: str = "", person: Person | None = None, by
) -> Mentor | Mentee:
    """The applicant becomes a candidate of the base; ``person`` is who he is known to be.

    The answers move into the base and leave the application; a consent on paper is asked later,
    as of everybody.
    """
    decide(application, ApplicationStatus.ACCEPTED, by)
    person = person or Person(organization=application.program.organization)
    fill_person(person, application)
    known = person.mentors if application.kind == ApplicationKind.MENTOR else person.mentees
    row = known.filter(program=application.program).first() if person.pk else None
    row = row or MODELS[application.kind](program=application.program)
    fill_row(row, application, form)
    save_participant(participant=row, person=person, occupations=occupations_of(person), by=by)
    if row.status in LEFT:
        move(participants=[row], status=ParticipantStatus.CANDIDATE, by=by)
    add_representative(child=person, application=application)
    application.person = person
    application.wipe()
    application.save()
    note(application, "accept", by, person=person.pk)
    return row


def occupations_of(person: Person) -> list[str]:
    """What is known; of somebody new only that a minor is a pupil."""
    if person.pk:
        return [occupation.kind for occupation in person.occupations.all()]
    age = person.age_on(timezone.localdate())
    return [OccupationKind.PUPIL] if age is not None and age < AGE_OF_MAJORITY else []


@transaction.atomic
def decline(*, application: Application, reason: str, by) -> Application:
    """Only the number, the dates and the reason stay; the reason may not name the applicant."""
    words = name_key(reason).split()
    named = {name_key(part) for part in application.name if len(part) > 1}
    if not named.isdisjoint(word.strip('.,;:!?()«»"') for word in words):
        raise ValidationError({"reason": "Напишите причину без имени: ответы будут стёрты."})
    decide(application, ApplicationStatus.DECLINED, by)
    application.decline_reason = reason
    application.wipe()
    application.save()
    note(application, "decline", by)
    return application


def decide(application: Application, status: str, by) -> None:
    """Two curators cannot decide twice: the state is read again under a lock."""
    fresh = Application.objects.select_for_update().get(pk=application.pk)
    fresh.move_to(ApplicationStatus(status))
    application.status = fresh.status
    application.decided_at = timezone.now()
    application.decided_by = by


def decline_outdated(today: date) -> int:
    """What nobody considered by the end of the school year is destroyed, as the form promised."""
    waiting = Application.objects.new().select_related("program__organization")
    outdated = [one for one in waiting if one.program.year.end < today]
    for application in outdated:
        decline(application=application, reason=OUTDATED, by=None)
    return len(outdated)


def note(application: Application, action: str, by, **details) -> None:
    journal.record(
        by=by,
        action=f"application.{action}",
        obj=application,
        organization=application.program.organization,
        **details,
    )
