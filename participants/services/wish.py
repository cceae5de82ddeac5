"""Whom one side of the base wishes, the dearest first: a mentee mentors, a mentor mentees."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from participants.models import Mentee, Mentor
from programs.services import journal

MOST_WISHES = 5
ONE = {"mentor": "наставника", "mentee": "наставляемого"}
MANY = {"mentor": "наставников", "mentee": "наставляемых"}
Participant = Mentor | Mentee


def wanted_name(owner: Participant) -> str:
    """«mentor» for a mentee, «mentee» for a mentor."""
    return owner.wishes.target_field_name


def wished(owner: Participant) -> list[Participant]:
    """In the order of choice, which the matching reads as the order of preference."""
    own, wanted = owner.wishes.source_field_name, wanted_name(owner)
    links = owner.wishes.through.objects.filter(**{own: owner}).order_by("pk")
    return [getattr(link, wanted) for link in links.select_related(f"{wanted}__person")]


def choices(owner: Participant, text: str) -> QuerySet[Participant]:
    """Those of the other side who may still be wished, found by the words of ``text``."""
    found = owner.wishes.model.objects.of_program(owner.program).in_base().search(text)
    others = found.exclude(person=owner.person_id)
    return others.exclude(pk__in=owner.wishes.values("pk")).by_name()


def not_here(owner: Participant) -> str:
    return f"Выберите {ONE[wanted_name(owner)]} этой программы."


@transaction.atomic
def add(*, owner: Participant, wanted: Participant, by) -> None:
    if wanted.program_id != owner.program_id or wanted.person_id == owner.person_id:
        raise ValidationError(not_here(owner))
    if owner.wishes.count() >= MOST_WISHES:
        many = MANY[wanted_name(owner)]
        raise ValidationError(f"Желаемых {many} не больше {MOST_WISHES}. Уберите лишних.")
    owner.wishes.add(wanted)
    _journal(owner, wanted, "wish", by)


@transaction.atomic
def remove(*, owner: Participant, wanted: Participant, by) -> None:
    owner.wishes.remove(wanted)
    _journal(owner, wanted, "unwish", by)


def _journal(owner: Participant, wanted: Participant, act: str, by) -> None:
    journal.record(
        by=by,
        action=f"{owner._meta.model_name}.{act}",
        obj=owner,
        organization=owner.program.organization,
        **{wanted_name(owner): wanted.pk},
    )
