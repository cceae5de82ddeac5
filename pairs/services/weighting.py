"""The weights of the criteria: what the school has set, or what the portal recommends."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pairs.domain.facts import Weights
from pairs.models import Weighting
from programs.enums import MentoringForm
from programs.models import Program

PRESETS = Path(__file__).resolve().parent.parent / "presets" / "weights.yaml"
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
    known = {form: recommended(form) for form in ("", *MentoringForm.values)}
    stored = Weighting.objects.of_program(program).order_by()
    return known | {row.form: _read(row.form, row.weights) for row in stored}


def _read(form: str, stored: Mapping[str, Any]) -> Weights:
    """A criterion that came later than the row counts as recommended."""
    own = {name: value for name, value in stored.items() if name in NAMES}
    return Weights(**{name: getattr(recommended(form), name) for name in NAMES} | own)
