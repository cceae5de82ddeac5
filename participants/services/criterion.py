"""The checklist of selection: the school's own lines, to begin with or taken from last year."""

from functools import cache
from pathlib import Path

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Max, QuerySet

from participants.models import SelectionCriterion, SelectionMark
from programs.models import Program
from programs.services import journal

PRESET = Path(__file__).resolve().parent.parent / "presets" / "selection_criteria.yaml"
KNOWN = "Все эти критерии в перечне уже есть."
COPIED = ("title", "hint", "most", "is_required")


@cache
def preset() -> list[dict]:
    """The portal's checklist; treat it as read-only."""
    return yaml.load(PRESET.read_text("utf-8"), Loader=yaml.CSafeLoader)


def criteria_of(program: Program) -> QuerySet[SelectionCriterion]:
    """In their order, each with ``given``: how many candidates have points by it."""
    rows = SelectionCriterion.objects.of_program(program).annotate(given=Count("marks"))
    return rows.order_by("position", "pk")


def former_with_criteria(program: Program) -> Program | None:
    """The newest other program of the school whose checklist may be copied."""
    others = Program.objects.filter(organization=program.organization_id).exclude(pk=program.pk)
    found = others.filter(selection_criteria__isnull=False).distinct()
    return found.order_by("-start_year", "-pk").first()


@transaction.atomic
def save(*, criterion: SelectionCriterion, by) -> SelectionCriterion:
    """Points already given stay valid: the greatest one cannot go below them."""
    action = "criterion.update" if criterion.pk else "criterion.create"
    if criterion.pk:
        ensure_not_below(criterion)
    else:
        criterion.position = next_position(criterion.program)
    criterion.full_clean()
    criterion.save()
    record(criterion, action, by)
    return criterion


def ensure_not_below(criterion: SelectionCriterion) -> None:
    given = criterion.marks.aggregate(most=Max("points"))["most"] or 0
    if criterion.most < given:
        raise ValidationError(
            f"По этому критерию кто-то уже получил {given}: наибольший балл не может быть меньше. "
            "Сначала измените баллы кандидатов."
        )


@transaction.atomic
def delete(*, criterion: SelectionCriterion, by) -> int:
    """With the points given by it; returns how many candidates lose them."""
    lost = SelectionMark.objects.filter(criterion=criterion).count()
    record(criterion, "criterion.delete", by, marks=lost)
    criterion.delete()
    return lost


@transaction.atomic
def move(*, criterion: SelectionCriterion, step: int, by) -> None:
    """One line up (-1) or down (+1); nothing happens at the ends."""
    rows = list(SelectionCriterion.objects.of_program(criterion.program))
    index = rows.index(criterion)
    target = index + step
    if not 0 <= target < len(rows):
        return
    rows[index], rows[target] = rows[target], rows[index]
    for position, row in enumerate(rows, 1):
        row.position = position
    SelectionCriterion.objects.bulk_update(rows, ["position"])
    record(criterion, "criterion.move", by)


def fill_from_preset(*, program: Program, by) -> int:
    return add_lines(program=program, lines=preset(), action="criterion.preset", by=by)


def copy_from_former(*, program: Program, by) -> int:
    """Last year's checklist without its points; returns how many lines are new."""
    source = former_with_criteria(program)
    if source is None:
        raise ValidationError("В прошлых программах критериев нет.")
    lines = source.selection_criteria.order_by("position", "pk").values(*COPIED)
    return add_lines(program=program, lines=list(lines), action="criterion.copy", by=by)


@transaction.atomic
def add_lines(*, program: Program, lines: list[dict], action: str, by) -> int:
    known = {row.title.casefold() for row in program.selection_criteria.all()}
    new = [line for line in lines if line["title"].casefold() not in known]
    if not new:
        raise ValidationError(KNOWN)
    first = next_position(program)
    SelectionCriterion.objects.bulk_create(
        SelectionCriterion(program=program, position=first + index, **line)
        for index, line in enumerate(new)
    )
    journal.record(
        by=by, action=action, obj=program, organization=program.organization, rows=len(new)
    )
    return len(new)


def next_position(program: Program) -> int:
    last = program.selection_criteria.aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def record(criterion: SelectionCriterion, action: str, by, **details) -> None:
    organization = criterion.program.organization
    journal.record(by=by, action=action, obj=criterion, organization=organization, **details)
