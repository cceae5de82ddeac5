"""Going back: one step, or to any earlier variant of the draft.

Accepted pairs and those of an order stay as they are; what cannot come back is named.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from pairs.enums import MatchingStep
from pairs.models import Matching
from pairs.services import bans, steps
from pairs.services.draft import Cell, Draft, Key
from pairs.services.obstacles import Obstacles, named
from programs.models import Program

NOTHING_BEFORE = "Отменять больше нечего: более раннего варианта нет."
NOT_KEPT = "Этот подбор сделан до того, как портал стал хранить варианты: вернуть его нельзя."


def has_former(now: Matching | None) -> bool:
    """There is a variant to go back to."""
    return bool(now and now.previous and now.previous.is_restorable)


def can_undo(now: Matching | None) -> bool:
    """Going back a step is of use; the facts are read only when the cheaper signs do not tell.

    False once all that the step before had besides the present draft cannot come back.
    """
    if not has_former(now):
        return False
    draft, target = Draft(now.program), now.previous
    wanted = _wanted(target)
    if _state(draft.cells.values()) - _state(wanted) or bans.unlike(now.program, _banned(target)):
        return True
    missing = {cell.key for cell in wanted} - draft.cells.keys()
    if missing and missing <= draft.agreed:
        return False
    return not missing or not missing <= Obstacles(draft).of(wanted).keys()


@transaction.atomic
def undo(*, program: Program, by: Any, seen: str | None = None) -> steps.Change:
    """Back to the step before the present one; asked again, one further back."""
    draft = steps.open_draft(program, seen)
    now = steps.current(program)
    if not has_former(now):
        raise ValidationError(NOTHING_BEFORE)
    target = now.previous
    return _restore(
        draft, target, note=_note_of(_undone(now)), by=by, previous=target.previous, undo=target.pk
    )


@transaction.atomic
def return_to(*, matching: Matching, by: Any, seen: str | None = None) -> steps.Change:
    """The draft as it was after ``matching``; this can be undone, too."""
    draft = steps.open_draft(matching.program, seen)
    if not matching.is_restorable:
        raise ValidationError(NOT_KEPT)
    return _restore(draft, matching, note=f"возврат к варианту {_named(matching)}", by=by)


def _undone(now: Matching) -> Matching:
    """After «отменить» the present step repeats an earlier one, which is undone next."""
    repeated = now.program.matchings.filter(pk=now.snapshot.get("undo", 0)).first()
    return repeated or now


def _note_of(undone: Matching) -> str:
    """A run notes only how many pairs it found."""
    if undone.step == MatchingStep.RUN:
        return f"отменён подбор ({undone.note})" if undone.note else "отменён подбор"
    return f"отменено: {undone.note or undone.get_step_display()}"


def _named(matching: Matching) -> str:
    made = date_format(timezone.localtime(matching.created_at), "d.m.Y H:i")
    return f"«{matching.title}»" if matching.title else f"от {made}"


def _restore(draft: Draft, target: Matching, *, note: str, by: Any, **fields) -> steps.Change:
    bans.restore(draft.program, _banned(target))
    wanted = _wanted(target)
    obstacles = Obstacles(draft).of(wanted)
    draft.cells = {cell.key: _today(draft, cell) for cell in wanted if cell.key not in obstacles}
    matching = steps.write(
        draft, step=MatchingStep.RETURN, note=note, by=by, target=target, **fields
    )
    return steps.Change(matching, draft.before, tuple(named(obstacles)))


def _banned(target: Matching) -> set[Key]:
    return {tuple(key) for key in target.snapshot["forbidden"]}


def _wanted(target: Matching) -> list[Cell]:
    return [Cell(*row) for row in target.snapshot["members"]]


def _state(cells: Iterable[Cell]) -> set[tuple[Key, bool]]:
    return {(cell.key, cell.locked) for cell in cells}


def _today(draft: Draft, cell: Cell) -> Cell:
    """The score is what today's facts say; all else is as it was."""
    return replace(cell, score=draft.new_cell(cell.key).score)
