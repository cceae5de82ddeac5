"""The way of a pair through its states. Each function is one transaction with its journal."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.transitions import ensure_transition
from pairs.enums import PAIR_TRANSITIONS, PairStatus
from pairs.models import Pair, PairMember
from pairs.services.bans import ban
from pairs.services.draft_seen import hold
from pairs.services.membership import ensure_none_after, first_move
from pairs.services.places import ensure_mentee_has_place, overbooked
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from participants.services.withdrawal import refusals, withdrew
from programs.models import Program
from programs.services import journal
from programs.services.days import ensure_come

# A pair may outlive its program; a mistyped year is farther away.
FARTHEST_YEARS = 5


@dataclass(frozen=True)
class Acceptance:
    """``left`` are proposals that stay, «Панин Г. О. – Чижова А. Л.: why»."""

    accepted: list[Pair]
    left: list[str]


@transaction.atomic
def accept(*, pair: Pair, by: Any, seen: str | None = None) -> Pair:
    """The curator agrees; the order will activate the pair."""
    hold(pair.program, seen)
    strangers = _not_in_registry(pair)
    if strangers:
        raise ValidationError(
            f"Пару принять нельзя: {', '.join(strangers)} – не в реестре программы. "
            "Верните человека в реестр или отклоните пару."
        )
    _ensure_willing([pair])
    for mentee in pair.mentees:
        ensure_mentee_has_place(mentee, beside=pair)
    return _move(pair, PairStatus.ACCEPTED, by=by, action="pair.accept")


@transaction.atomic
def accept_all(
    *,
    program: Program,
    by: Any,
    chosen: Collection[int] | None = None,
    seen: str | None = None,
) -> Acceptance:
    """Accept the proposals (those ``chosen``) whose people are still in the registry.

    The others stay proposed, as do those of a mentee who has got enough mentors meanwhile.
    """
    hold(program, seen)
    found = Pair.objects.proposed().filter(program=program).with_people().order_by("pk")
    if chosen is not None:
        found = found.filter(pk__in=chosen)
    proposals = list(found)
    why = _hindrances(proposals)
    fit = [pair for pair in proposals if pair.pk not in why]
    return Acceptance(
        [_move(pair, PairStatus.ACCEPTED, by=by, action="pair.accept") for pair in fit],
        [f"{pair.names}: {why[pair.pk]}" for pair in proposals if pair.pk in why],
    )


def _hindrances(proposals: Iterable[Pair]) -> dict[int, str]:
    """Which of the proposals cannot be accepted now, and why."""
    proposals = list(proposals)
    people = {row.person_id for pair in proposals for row in _people(pair)}
    gone = withdrew(people, timezone.localdate())
    full = overbooked({mentee.pk for pair in proposals for mentee in pair.mentees})
    said = {pair.pk: _hindrance(pair, gone, full) for pair in proposals}
    return {pk: words for pk, words in said.items() if words}


def _hindrance(pair: Pair, gone: set[int], full: set[int]) -> str:
    for row in _people(pair):
        if row.status != ParticipantStatus.APPROVED:
            return f"{row.person.short_name} – не в реестре ({row.get_status_display()})"
        if row.person_id in gone:
            return f"{row.person.short_name} – согласие отозвано"
    names = [mentee.person.short_name for mentee in pair.mentees if mentee.pk in full]
    return f"{', '.join(names)} – больше наставников не положено, пара уже есть" if names else ""


@transaction.atomic
def reject(*, pair: Pair, reason: str, by: Any, seen: str | None = None) -> Pair:
    """Not proposed again in this program until the curator lifts the ban."""
    hold(pair.program, seen)
    if not reason.strip():
        raise ValidationError("Напишите, почему пара не подходит: это увидят при новом подборе.")
    pair.end_reason = reason.strip()
    for member in pair.members.all():
        ban(program=pair.program, member=member, reason=pair.end_reason, by=by)
    return _move(pair, PairStatus.REJECTED, "end_reason", by=by, action="pair.reject")


@transaction.atomic
def activate(*, pairs: Iterable[Pair], starts_on: date, by: Any) -> list[Pair]:
    """The order is registered: its pairs work from ``starts_on``.

    People who join the program with this order get the date as their date of entry.
    """
    keys = [pair.pk for pair in pairs]
    locked = list(Pair.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    _ensure_willing(Pair.objects.filter(pk__in=keys).with_people())
    for pair in locked:
        pair.starts_on = starts_on
        _move(pair, PairStatus.ACTIVE, "starts_on", by=by, action="pair.activate")
    mentees = Mentee.objects.filter(pair_members__pair__in=keys, entry_date=None)
    mentees.update(entry_date=starts_on)
    Mentor.objects.filter(pairs__in=keys, entry_date=None).update(entry_date=starts_on)
    return locked


@transaction.atomic
def pause(*, pair: Pair, by: Any) -> Pair:
    """The mentor's place stays held."""
    return _move(pair, PairStatus.PAUSED, by=by, action="pair.pause")


@transaction.atomic
def resume(*, pair: Pair, by: Any) -> Pair:
    return _move(pair, PairStatus.ACTIVE, by=by, action="pair.resume")


@transaction.atomic
def complete(*, pair: Pair, day: date, by: Any, reason: str = "") -> Pair:
    """The work is done; the mentor's places are free again."""
    _end(pair, day, reason)
    fields = ("ended_on", "end_reason")
    return _move(pair, PairStatus.COMPLETED, *fields, by=by, action="pair.complete")


@transaction.atomic
def terminate(*, pair: Pair, day: date, reason: str, by: Any) -> Pair:
    """Ended early: the reason is obligatory, the order of replacement quotes it."""
    if not reason.strip():
        raise ValidationError("Напишите, почему пара прекращена досрочно.")
    _end(pair, day, reason)
    fields = ("ended_on", "end_reason")
    return _move(pair, PairStatus.TERMINATED, *fields, by=by, action="pair.terminate")


@transaction.atomic
def end_in_agreement(*, pair: Pair, day: date, reason: str, by: Any) -> Pair:
    """Both sides want another partner: nothing was broken off, ``services.parting`` leads here."""
    _end(pair, day, reason)
    fields = ("ended_on", "end_reason")
    return _move(pair, PairStatus.PARTED, *fields, by=by, action="pair.part")


@transaction.atomic
def update(*, pair: Pair, by: Any) -> Pair:
    """Save the edited goal, dates and kind; state and people have functions of their own."""
    _check_dates(pair)
    pair.full_clean(exclude=["program", "mentor", "status", "matching"])
    pair.save(update_fields=["form", "role_model", "kind", "goal", "starts_on", "ends_on"])
    _journal(pair, "pair.update", by)
    return pair


def _check_dates(pair: Pair) -> None:
    if pair.starts_on and pair.ends_on and pair.ends_on < pair.starts_on:
        raise ValidationError({"ends_on": "Окончание раньше начала работы пары."})
    for name in ("starts_on", "ends_on"):
        day = getattr(pair, name)
        if day and abs(day.year - pair.program.start_year) > FARTHEST_YEARS:
            raise ValidationError(
                {name: f"Проверьте год: программа – {pair.program.year} учебного года."}
            )
    first = pair.meetings.order_by("day").first()
    if first and (pair.starts_on is None or pair.starts_on > first.day):
        text = f"Первая встреча пары записана {short_date(first.day)}: начало не может быть позже."
        raise ValidationError({"starts_on": text})
    moved = first_move(pair.members.all())
    if moved and (pair.starts_on is None or pair.starts_on > moved):
        text = f"Состав группы менялся {short_date(moved)}: начало не может быть позже."
        raise ValidationError({"starts_on": text})


def _end(pair: Pair, day: date, reason: str) -> None:
    ensure_come(day)
    if pair.starts_on and day < pair.starts_on:
        begun = short_date(pair.starts_on)
        raise ValidationError(f"Пара начала работу {begun}: она не может закончить её раньше.")
    ensure_none_after(pair.members.select_related("mentee__person"), day)
    pair.ended_on = day
    pair.end_reason = reason.strip()


def _move(pair: Pair, status: PairStatus, *fields: str, by: Any, action: str) -> Pair:
    """Change the state, the given fields and the members' mark that guards double pairs."""
    held = Pair.objects.select_for_update().values_list("status", flat=True).get(pk=pair.pk)
    ensure_transition(PAIR_TRANSITIONS, PairStatus(held), status)
    pair.status = status
    pair.save(update_fields=["status", *fields])
    PairMember.objects.filter(pair=pair, left_on=None).update(is_open=pair.is_open)
    _journal(pair, action, by)
    return pair


def _not_in_registry(pair: Pair) -> list[str]:
    return [
        participant.person.short_name
        for participant in _people(pair)
        if participant.status != ParticipantStatus.APPROVED
    ]


def _people(pair: Pair) -> list[Mentor | Mentee]:
    return [pair.mentor, *pair.mentees]


def _ensure_willing(pairs: Iterable[Pair]) -> None:
    """Whoever took a required consent back enters neither a pair nor an order."""
    people = [row for pair in pairs for row in _people(pair)]
    if gone := refusals(people, timezone.localdate()):
        names = ", ".join(dict.fromkeys(gone))
        raise ValidationError(f"{names}: согласие отозвано. Отклоните пару или запишите новое.")


def _journal(pair: Pair, action: str, by: Any) -> None:
    organization = pair.program.organization
    journal.record(by=by, action=action, obj=pair, organization=organization, status=pair.status)
