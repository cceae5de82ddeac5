"""Both sides of a pair agree with the plan: each mentee for themselves, and the mentor."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.dates import long_date
from mentoring_portal.shared.fingerprints import MeanwhileError
from pairs.domain.plan_agreement import is_agreed
from pairs.enums import PlanStatus
from pairs.models import Pair, Plan, PlanAgreement
from pairs.services.membership import ensure_joined
from pairs.services.plan import hold, lacking, record
from pairs.services.plan_seen import READ_AGAIN, agreed_content
from participants.models import Person
from programs.services.days import ensure_come

ANSWERABLE = (PlanStatus.OFFERED, PlanStatus.AGREED)
NOT_OFFERED = "План ещё не предложен: его дописывают."
OWN_LOGIN = "У этого человека есть вход в портал: он ответит сам."


def people_of(pair: Pair) -> list[Person]:
    """The mentor and every mentee; read the pair ``with_people`` first."""
    return [pair.mentor.person, *(mentee.person for mentee in pair.mentees)]


@transaction.atomic
def offer(*, plan: Plan, by: Any) -> Plan:
    """The plan is ready to be agreed; a mentor who offers it agrees by that."""
    missing = lacking(plan)
    if missing:
        raise ValidationError(f"Предложить план рано, в нём нет: {', '.join(missing)}.")
    held = hold(plan)
    held.move_to(PlanStatus.OFFERED)
    held.agreements.all().delete()
    record(held, "plan.offer", by)
    mentor = plan.pair.mentor.person
    if by and mentor.user_id == by.pk:
        write(plan, mentor, timezone.localdate(), is_agreed=True, comment="", is_on_paper=False)
    return held


@transaction.atomic
def withdraw(*, plan: Plan, by: Any) -> Plan:
    """Back to the draft; what was said is forgotten, for the plan will be another one."""
    held = hold(plan)
    held.move_to(PlanStatus.DRAFT)
    held.agreements.filter(is_agreed=True).delete()
    record(held, "plan.draft", by)
    return held


@transaction.atomic
def answer(
    *, plan: Plan, person: Person, is_agreed: bool, comment: str, seen: str, by: Any
) -> Plan:
    """Yes or no of one side to the plan as the page showed it (``agreed_content``)."""
    held = hold(plan)
    ensure_answerable(held, is_agreed)
    if seen != agreed_content(held):
        raise MeanwhileError(READ_AGAIN)
    if not is_agreed and not comment.strip():
        raise ValidationError({"comment": "Напишите, что в плане не подходит."})
    day = timezone.localdate()
    write(plan, person, day, is_agreed=is_agreed, comment=comment.strip(), is_on_paper=False)
    record(held, "plan.agree" if is_agreed else "plan.disagree", by)
    return settle(plan, held, by)


@transaction.atomic
def record_paper(*, plan: Plan, person: Person, day: date, by: Any) -> Plan:
    """A signature on paper of somebody who never signs in; the curator writes it down."""
    held = hold(plan)
    ensure_answerable(held, True)
    if person.user_id:
        raise ValidationError({"person": OWN_LOGIN})
    check_day(plan, person, day)
    write(plan, person, day, is_agreed=True, comment="", is_on_paper=True)
    record(held, "plan.paper", by)
    return settle(plan, held, by)


def ensure_answerable(held: Plan, is_agreed: bool) -> None:
    if held.status not in ANSWERABLE:
        raise ValidationError(NOT_OFFERED)
    if held.status == PlanStatus.AGREED and not is_agreed:
        raise ValidationError("План уже согласован. Скажите наставнику, что нужно изменить.")


def check_day(plan: Plan, person: Person, day: date) -> None:
    ensure_come(day)
    begun = plan.pair.starts_on
    if begun and day < begun:
        raise ValidationError({"day": f"Пара работает с {long_date(begun)}"})
    for member in plan.pair.members.filter(mentee__person=person, left_on=None):
        ensure_joined(member, day)


def write(plan: Plan, person: Person, day: date, **said: Any) -> None:
    PlanAgreement.objects.update_or_create(
        plan=plan, person=person, defaults={"agreed_on": day, **said}
    )


def settle(plan: Plan, held: Plan, by: Any) -> Plan:
    """Agreed once everybody has said yes; offered again once somebody has not been asked."""
    said = held.agreements.filter(is_agreed=True).values_list("person_id", flat=True)
    sides = [person.pk for person in people_of(plan.pair)]
    is_whole = is_agreed(sides, set(said))
    if held.status == PlanStatus.OFFERED and is_whole:
        held.move_to(PlanStatus.AGREED)
        record(held, "plan.agreed", by)
    elif held.status == PlanStatus.AGREED and not is_whole:
        held.move_to(PlanStatus.OFFERED)
        record(held, "plan.joined", by)
    return held


@transaction.atomic
def settle_people(*, pair: Pair, by: Any) -> None:
    """Somebody has left the group or joined it: those who stay may have agreed, the new may not."""
    plan = Plan.objects.filter(pair=pair, status__in=ANSWERABLE).first()
    if plan:
        held = hold(plan)
        settle(held, held, by)
