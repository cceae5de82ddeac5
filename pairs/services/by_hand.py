"""Changes of the draft by hand: lock, forbid, move, swap. Each is a step that can be undone."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.plurals import plural
from pairs.enums import MatchingStep, PairStatus
from pairs.models import ForbiddenPair, PairMember
from pairs.services import bans, steps
from pairs.services.draft import Cell, Draft, Key
from pairs.services.group_limits import limits_of
from pairs.services.step_words import pair_mark
from participants.models import Mentor

FIXED = "Пара уже принята: её меняют на её собственной странице."
DONE = "Это уже сделано: посмотрите, как черновик выглядит сейчас."
BANNED = "Эта пара запрещена. Сначала снимите запрет в списке запретов."
LEFT = "Кого-то из этих людей нет в реестре, или пара уже принята. Подберите пары заново."
TOGETHER = "Эти люди уже в одной паре."
ONESELF = "Наставник и наставляемый – один и тот же человек."
SAME_MENTOR = "У обоих один и тот же наставник: обменивать нечего."
SAME_MENTEE = "Это один и тот же наставляемый у двух наставников: обменивать нечего."


@transaction.atomic
def lock(*, member: PairMember, by: Any, seen: str | None = None) -> steps.Change:
    """A new run will not part these two."""
    return _set_lock(member, True, by, seen)


@transaction.atomic
def unlock(*, member: PairMember, by: Any, seen: str | None = None) -> steps.Change:
    return _set_lock(member, False, by, seen)


@transaction.atomic
def forbid(*, member: PairMember, reason: str, by: Any, seen: str | None = None) -> steps.Change:
    """These two are not offered to each other any more; the mentee waits for the next run."""
    draft, cell = _open(member, seen)
    bans.ban(program=draft.program, member=member, reason=reason, by=by)
    draft.take(cell.key)
    return _written(draft, MatchingStep.FORBID, f"запрещена пара {pair_mark(cell.key)}", by)


@transaction.atomic
def allow(*, banned: ForbiddenPair, by: Any, seen: str | None = None) -> steps.Change:
    draft = steps.open_draft(banned.program, seen)
    banned.refresh_from_db()
    if banned.is_lifted:
        raise ValidationError(DONE)
    bans.lift(banned=banned, by=by)
    mark = pair_mark((banned.mentor_id, banned.mentee_id))
    return _written(draft, MatchingStep.ALLOW, f"снят запрет пары {mark}", by)


@transaction.atomic
def move(
    *,
    member: PairMember,
    mentor: Mentor,
    by: Any,
    seen: str | None = None,
    yielding: bool = False,
) -> steps.Change:
    """Give the mentee to ``mentor`` and lock the pair: the choice of the curator stands.

    With ``yielding`` the weakest proposal that is not locked gives up its place when there is
    no other; its mentee waits for the next run.
    """
    draft, cell = _open(member, seen)
    draft.take(cell.key)
    if yielding and mentor.pk in draft.mentor_facts and draft.free(mentor.pk) < 1:
        _yield_place(draft, mentor.pk)
    warning = _give(draft, (mentor.pk, cell.mentee))
    note = f"перенос: {{e{cell.mentee}}} от {{m{cell.mentor}}} к {{m{mentor.pk}}}"
    return _written(draft, MatchingStep.MOVE, note, by, warning)


@transaction.atomic
def swap(
    *, member: PairMember, other: PairMember, by: Any, seen: str | None = None
) -> steps.Change:
    """Two mentees change mentors; both new pairs are locked."""
    draft, first = _open(member, seen)
    _same, second = _open(other, None, draft)
    if first.mentor == second.mentor:
        raise ValidationError(SAME_MENTOR)
    if first.mentee == second.mentee:
        raise ValidationError(SAME_MENTEE)
    draft.take(first.key)
    draft.take(second.key)
    crossed = ((second.mentor, first.mentee), (first.mentor, second.mentee))
    for key in crossed:
        _give(draft, key)
    warning = draft.objections(crossed)
    marks = " и ".join(pair_mark(key) for key in crossed)
    return _written(draft, MatchingStep.SWAP, f"обмен: теперь {marks}", by, warning)


def _open(member: PairMember, seen: str | None, draft: Draft | None = None) -> tuple[Draft, Cell]:
    draft = draft or steps.open_draft(member.pair.program, seen)
    if member.pair.status != PairStatus.PROPOSED or member.pair.program_id != draft.program.pk:
        raise ValidationError(FIXED)
    return draft, draft.cell((member.mentor_id, member.mentee_id))


def _set_lock(member: PairMember, locked: bool, by: Any, seen: str | None) -> steps.Change:
    draft, cell = _open(member, seen)
    if cell.locked == locked:
        raise ValidationError(DONE)
    draft.put(replace(cell, locked=locked))
    step = MatchingStep.LOCK if locked else MatchingStep.UNLOCK
    done = "закреплена пара" if locked else "снято закрепление пары"
    return _written(draft, step, f"{done} {pair_mark(cell.key)}", by)


def _give(draft: Draft, key: Key) -> str:
    """Put the pair into the draft; returns the wish that it goes against."""
    if not draft.knows(key):
        raise ValidationError(LEFT)
    if key in draft.facts.banned:
        raise ValidationError(BANNED)
    if draft.oneself(key):
        raise ValidationError(ONESELF)
    if key in draft.cells or key in draft.agreed:
        raise ValidationError(TOGETHER)
    if draft.free(key[0]) < 1:
        raise ValidationError(_full(draft.facts.mentors[key[0]]), code="capacity")
    cell = draft.new_cell(key, locked=True)
    limits_of(draft.program).ensure_in_draft(draft.held[cell.mentor] + 1)
    draft.put(cell)
    return draft.objection(key)


def _yield_place(draft: Draft, mentor: int) -> None:
    free = [cell for cell in draft.cells.values() if cell.mentor == mentor and not cell.locked]
    if free:
        draft.take(min(free, key=lambda cell: (cell.score, -cell.mentee)).key)


def _full(mentor: Mentor) -> str:
    people = plural(mentor.max_mentees, "наставляемого", "наставляемых", "наставляемых")
    return (
        f"{mentor.person.short_name} берёт не больше {mentor.max_mentees} {people}, свободных мест "
        "нет. Обменяйте наставляемых или увеличьте это число в карточке наставника."
    )


def _written(
    draft: Draft, step: MatchingStep, note: str, by: Any, warning: str = ""
) -> steps.Change:
    matching = steps.write(draft, step=step, note=note, by=by)
    return steps.Change(matching, draft.before, warning=warning)
