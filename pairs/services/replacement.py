"""A gone mentor is replaced: proposals change in the draft, pairs of an order end and begin anew.

The amending order then lists exactly these changes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.dates import short_date
from pairs.enums import WORKING_STATUSES, MatchingStep, PairStatus
from pairs.models import Pair, PairMember
from pairs.services import composition, steps
from pairs.services.pair import terminate
from pairs.services.vacancy import Handover, Takeover
from participants.enums import ParticipantStatus
from participants.models import Mentor
from participants.services import enrollment
from programs.enums import MentoringKind
from programs.services import journal
from programs.services.days import ensure_come

NO_REASON = "Напишите, почему наставник не может работать: это назовёт приказ."
NOTHING = "У этого наставника нет открытых пар: заменять некого."


@dataclass(frozen=True)
class Replaced:
    ended: list[Pair]
    begun: list[Pair]
    in_draft: int
    left: list[Handover]
    is_paused: bool


@transaction.atomic
def replace_mentor(
    *,
    mentor: Mentor,
    day: date,
    reason: str,
    by: Any,
    seen: str | None = None,
    pause: bool = True,
) -> Replaced:
    """Carry out what the page of the replacement shows, worked out anew.

    The mentor is paused: the next run must not offer whoever cannot work. Only one who leaves mere
    proposals may stay (``pause``). The day and the reason stay in the curator's note, and with the
    working pairs that end.
    """
    draft = steps.open_draft(mentor.program, seen)
    _check(mentor, day, reason)
    takeover = Takeover(mentor)
    if not any(member.mentor_id == mentor.pk for member in takeover.members):
        raise ValidationError(NOTHING)
    handovers = takeover.handovers
    fixed = [row for row in handovers if not row.is_proposed]
    ended = _end(fixed, day, reason, by)
    begun = _begin(fixed, by)
    moved = [row for row in handovers if row.is_proposed]
    if moved:
        _redraft(draft, moved, mentor, by)
    is_paused = mentor.status == ParticipantStatus.APPROVED and bool(fixed or pause)
    if is_paused:
        enrollment.pause(participants=[mentor], by=by)
    _note(mentor, day, reason)
    organization = mentor.program.organization
    journal.record(by=by, action="mentor.replace", obj=mentor, organization=organization)
    return Replaced(ended, begun, len(moved), takeover.left, is_paused)


def _check(mentor: Mentor, day: date, reason: str) -> None:
    if not reason.strip():
        raise ValidationError(NO_REASON)
    ensure_come(day)
    if doubt := mentor.program.year.doubt(day):
        raise ValidationError({"day": doubt})


def _note(mentor: Mentor, day: date, reason: str) -> None:
    """Below what the curator has noted: no ended pair keeps it when all were proposals."""
    held = Mentor.objects.select_for_update().get(pk=mentor.pk)
    line = f"Заменён, последний день – {short_date(day)}: {reason.strip()}"
    held.note = f"{held.note.rstrip()}\n{line}".lstrip()
    held.save(update_fields=["note"])


def _end(rows: Iterable[Handover], day: date, reason: str, by: Any) -> list[Pair]:
    """Working pairs end with the reason; accepted ones, which no order knows, are given up."""
    pairs = {row.member.pair_id: row.member.pair for row in rows}
    for pair in pairs.values():
        if pair.status in WORKING_STATUSES:
            pair.is_handed_over = True
            terminate(pair=pair, day=day, reason=reason, by=by)
            pair.save(update_fields=["is_handed_over"])
        else:
            composition.dissolve(pair=pair, by=by)
    return [pair for pair in pairs.values() if pair.pk]


def _begin(rows: Iterable[Handover], by: Any) -> list[Pair]:
    """One accepted pair for each new mentor and each pair that has ended: the form is the same."""
    groups: dict[tuple[int, int], list[Handover]] = defaultdict(list)
    for row in rows:
        if row.mentor is not None:
            groups[row.mentor.pk, row.member.pair_id].append(row)
    return [_accepted(group, by) for group in groups.values()]


def _accepted(group: list[Handover], by: Any) -> Pair:
    former, mentor = group[0].member.pair, group[0].mentor
    kind = former.kind if former.kind != MentoringKind.GROUP else MentoringKind.TRADITIONAL
    pair = Pair.objects.create(
        program=former.program,
        mentor=mentor,
        status=PairStatus.ACCEPTED,
        form=former.form,
        role_model=former.role_model,
        kind=MentoringKind.GROUP if len(group) > 1 else kind,
        goal=former.goal,
    )
    PairMember.objects.bulk_create(
        PairMember(
            pair=pair,
            mentor=mentor,
            mentee=row.member.mentee,
            score=row.score,
            reasons=row.reasons,
        )
        for row in group
    )
    organization = pair.program.organization
    journal.record(by=by, action="pair.create", obj=pair, organization=organization)
    return pair


def _redraft(draft: Any, rows: list[Handover], mentor: Mentor, by: Any) -> None:
    """Proposals of the gone mentor, and those that make room."""
    for row in rows:
        key = row.member.mentor_id, row.member.mentee_id
        former = draft.take(key)
        if row.mentor is not None:
            cell = draft.new_cell((row.mentor.pk, row.member.mentee_id))
            draft.put(replace(cell, form=former.form))
    note = f"замена наставника {{m{mentor.pk}}}"
    steps.write(draft, step=MatchingStep.REPLACE, note=note, by=by)
