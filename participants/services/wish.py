"""Mentors whom a mentee wishes, the dearest first."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from participants.models import Mentee, Mentor
from programs.services import journal

MOST_WISHES = 5


def wished(mentee: Mentee) -> list[Mentor]:
    """In the order of choice, which the matching reads as the order of preference."""
    links = Mentee.wishes.through.objects.filter(mentee=mentee).order_by("pk")
    return [link.mentor for link in links.select_related("mentor__person")]


def choices(mentee: Mentee, text: str) -> QuerySet[Mentor]:
    """Mentors of the program who may still be wished, found by the words of ``text``."""
    mentors = Mentor.objects.of_program(mentee.program).in_base().search(text)
    others = mentors.exclude(person=mentee.person_id)
    return others.exclude(pk__in=mentee.wishes.values("pk")).by_name()


@transaction.atomic
def add(*, mentee: Mentee, mentor: Mentor, by) -> None:
    if mentor.program_id != mentee.program_id or mentor.person_id == mentee.person_id:
        raise ValidationError("Выберите наставника этой программы.")
    if mentee.wishes.count() >= MOST_WISHES:
        raise ValidationError(f"Желаемых наставников не больше {MOST_WISHES}. Уберите лишних.")
    mentee.wishes.add(mentor)
    _journal(mentee, mentor, "mentee.wish", by)


@transaction.atomic
def remove(*, mentee: Mentee, mentor: Mentor, by) -> None:
    mentee.wishes.remove(mentor)
    _journal(mentee, mentor, "mentee.unwish", by)


def _journal(mentee: Mentee, mentor: Mentor, action: str, by) -> None:
    organization = mentee.program.organization
    journal.record(by=by, action=action, obj=mentee, organization=organization, mentor=mentor.pk)
