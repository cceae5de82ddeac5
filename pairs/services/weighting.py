"""The weights of the criteria: what the school has set, or what the portal recommends."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from mentoring_portal.shared.fingerprints import fingerprint
from pairs.domain.facts import Weights
from pairs.models import Weighting
from programs.enums import MentoringForm
from programs.models import Program
from programs.services import journal

PRESETS = Path(__file__).resolve().parent.parent / "presets" / "weights.yaml"
FORMS = (("", "Форма не указана"), *MentoringForm.choices)
NAMES = frozenset(field.name for field in fields(Weights))


@cache
def _presets() -> dict[str, dict[str, int]]:
    return yaml.load(PRESETS.read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def recommended(form: str) -> Weights:
    """Without a form: for mentees whose form is not known yet."""
    return Weights(**_presets().get(form, {}))


def weights_of(program: Program) -> Mapping[str, Weights]:
    """Form → its weights, for every form and for none."""
    known = {form: recommended(form) for form, _title in FORMS}
    stored = Weighting.objects.of_program(program).order_by()
    return known | {row.form: _read(row.form, row.weights) for row in stored}


def weights_seen(program: Program) -> str:
    """Tells whether scores were given by the weights of today."""
    return fingerprint({form: asdict(weights) for form, weights in weights_of(program).items()})


def _read(form: str, stored: Mapping[str, Any]) -> Weights:
    """A criterion that came later than the row counts as recommended."""
    own = {name: value for name, value in stored.items() if name in NAMES}
    return Weights(**{name: getattr(recommended(form), name) for name in NAMES} | own)


@transaction.atomic
def save(*, program: Program, form: str, weights: Weights, by: Any) -> Weighting:
    row, _is_new = Weighting.objects.update_or_create(
        program=program, form=form, defaults={"weights": asdict(weights)}
    )
    journal.record(by=by, action="weighting.update", obj=row, organization=program.organization)
    return row


@transaction.atomic
def reset(*, program: Program, form: str, by: Any) -> None:
    """Back to what the portal recommends; nothing happens when nothing was changed."""
    row = Weighting.objects.of_program(program).filter(form=form).first()
    if row:
        journal.record(by=by, action="weighting.reset", obj=row, organization=program.organization)
        row.delete()


def changed_forms(program: Program) -> set[str]:
    """Forms with weights of the school's own."""
    return set(Weighting.objects.of_program(program).order_by().values_list("form", flat=True))
