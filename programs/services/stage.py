"""Stages: finish early with a reason, open again, move the dates."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from programs.domain.outdated import without_past
from programs.enums import Preset, StageStatus
from programs.models import Program, Stage
from programs.services import journal
from programs.services.preset import inventory


def advice(stage: Stage) -> dict[str, list[str]]:
    """What the stage asks for (``actions``) and the papers it advises (``documents``).

    The regional preset has actions of its own and names no papers by stage. A term that was over
    before the program began is left out: the inventory keeps it.
    """
    regional = stage.program.preset == Preset.REGIONAL
    actions = source_of(stage, "ZAB_stages" if regional else "G73_stages")["actions"]
    year = stage.program.start_year
    papers = source_of(stage, "G73_stages")["documents"]
    return {"actions": actions, "documents": [without_past(title, year) for title in papers]}


def source_of(stage: Stage, stages: str) -> dict:
    return next(item for item in inventory()[stages] if item["code"] == stage.code)


@transaction.atomic
def finish_stage(*, stage: Stage, reason: str, by, day: date | None = None) -> None:
    """The curator finishes a stage whatever its readiness; the reason stays with it."""
    stage.move_to(StageStatus.FINISHED, day=day or timezone.localdate(), reason=reason)
    record("stage.finish", stage, by)


@transaction.atomic
def reopen_stage(*, stage: Stage, by) -> None:
    stage.move_to(StageStatus.OPEN)
    record("stage.reopen", stage, by)


@transaction.atomic
def save_stage(*, stage: Stage, by) -> None:
    stage.save(update_fields=["starts_on", "due_on"])
    record("stage.change", stage, by)


def record(action: str, stage: Stage, by) -> None:
    program: Program = stage.program
    journal.record(
        by=by, action=action, obj=stage, organization=program.organization, stage=stage.code
    )
