"""Mentees whom a mentor wishes, the dearest first: said in the base, before any meeting."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from participants.models import Mentee, Mentor
from participants.services.wish import MOST_WISHES
from programs.services import journal


def wished(mentor: Mentor) -> list[Mentee]:
    """In the order of choice, which the matching reads as the order of preference."""
    links = Mentor.wishes.through.objects.filter(mentor=mentor).order_by("pk")
    return [link.mentee for link in links.select_related("mentee__person")]


def choices(mentor: Mentor, text: str) -> QuerySet[Mentee]:
    """Mentees of the program who may still be wished, found by the words of ``text``."""
    mentees = Mentee.objects.of_program(mentor.program).in_base().search(text)
    others = mentees.exclude(person=mentor.person_id)
    return others.exclude(pk__in=mentor.wishes.values("pk")).by_name()


@transaction.atomic
def add(*, mentor: Mentor, mentee: Mentee, by) -> None:
    if mentee.program_id != mentor.program_id or mentee.person_id == mentor.person_id:
        raise ValidationError("Выберите наставляемого этой программы.")
    if mentor.wishes.count() >= MOST_WISHES:
        raise ValidationError(f"Желаемых наставляемых не больше {MOST_WISHES}. Уберите лишних.")
    mentor.wishes.add(mentee)
    _journal(mentor, mentee, "mentor.wish", by)


@transaction.atomic
def remove(*, mentor: Mentor, mentee: Mentee, by) -> None:
    mentor.wishes.remove(mentee)
    _journal(mentor, mentee, "mentor.unwish", by)


def _journal(mentor: Mentor, mentee: Mentee, action: str, by) -> None:
    organization = mentor.program.organization
    journal.record(by=by, action=action, obj=mentor, organization=organization, mentee=mentee.pk)
