"""Going back: one step, or to any earlier variant of the draft.

Accepted pairs and those of an order stay as they are; what cannot come back is named.
"""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from pairs.enums import MatchingStep
from pairs.models import Matching
from pairs.services import bans, steps
from pairs.services.draft import Cell, Draft
from pairs.services.obstacles import Obstacles, named
from programs.models import Program

NOTHING_BEFORE = "Отменять больше нечего: более раннего варианта нет."
NOT_KEPT = "Этот подбор сделан до того, как портал стал хранить варианты: вернуть его нельзя."


@transaction.atomic
def undo(*, program: Program, by: Any, seen: str | None = None) -> steps.Change:
    """Back to the step before the present one; asked again, one further back."""
    draft = steps.open_draft(program, seen)
    now = steps.current(program)
    target = now.previous if now else None
    if target is None or not target.is_restorable:
        raise ValidationError(NOTHING_BEFORE)
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
    bans.restore(draft.program, {tuple(key) for key in target.snapshot["forbidden"]})
    wanted = [Cell(*row) for row in target.snapshot["members"]]
    obstacles = Obstacles(draft).of(wanted)
    draft.cells = {cell.key: _today(draft, cell) for cell in wanted if cell.key not in obstacles}
    matching = steps.write(draft, step=MatchingStep.RETURN, note=note, by=by, **fields)
    return steps.Change(matching, draft.before, tuple(named(obstacles)))


def _today(draft: Draft, cell: Cell) -> Cell:
    """The score is what today's facts say; all else is as it was."""
    return replace(cell, score=draft.new_cell(cell.key).score)
