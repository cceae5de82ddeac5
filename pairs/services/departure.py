"""One mentee leaves a group that works; the group goes on and the history stays."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.dates import short_date
from pairs.enums import WORKING_STATUSES
from pairs.models import Pair, PairMember
from pairs.services.membership import ensure_joined
from pairs.services.plan_agreement import settle_people
from programs.enums import MentoringKind
from programs.services import journal
from programs.services.days import ensure_come

NOT_WORKING = "Выйти можно только из группы, которая работает."
LEFT_ALREADY = "Этот человек уже вышел из группы."
THE_ONLY_ONE = "В паре один наставляемый: завершите её или прекратите досрочно."


def ensure_may_leave(pair: Pair, member: PairMember) -> None:
    if member.left_on:
        raise ValidationError(LEFT_ALREADY)
    if pair.status not in WORKING_STATUSES:
        raise ValidationError(NOT_WORKING)
    if len(pair.mentees) < 2:
        raise ValidationError(THE_ONLY_ONE)


@transaction.atomic
def leave(*, member: PairMember, day: date, reason: str, by: Any) -> PairMember:
    """The place is free again; the next amending order tells of it with the reason."""
    pair = Pair.objects.select_for_update().get(pk=member.pair_id)
    _check(pair, PairMember.objects.get(pk=member.pk), day, reason)
    member.left_on, member.left_reason, member.is_open = day, reason.strip(), False
    member.save(update_fields=["left_on", "left_reason", "is_open"])
    if pair.kind == MentoringKind.GROUP and len(pair.mentees) == 1:
        pair.kind = MentoringKind.TRADITIONAL
        pair.save(update_fields=["kind"])
    organization = pair.program.organization
    journal.record(
        by=by, action="pair.leave", obj=pair, organization=organization, member=member.pk
    )
    settle_people(pair=pair, by=by)
    return member


def _check(pair: Pair, member: PairMember, day: date, reason: str) -> None:
    if not reason.strip():
        raise ValidationError("Напишите, почему наставляемый выходит из группы.")
    ensure_may_leave(pair, member)
    check_day(pair, day)
    ensure_joined(member, day)


def check_day(pair: Pair, day: date) -> None:
    ensure_come(day)
    if pair.starts_on and day < pair.starts_on:
        raise ValidationError({"day": f"Группа работает с {short_date(pair.starts_on)}."})
