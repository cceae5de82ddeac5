"""Forms of mentoring in a program and the sample texts of the inventory."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from programs.enums import MentoringForm, Preset, RoleModel
from programs.models import Program, ProgramForm
from programs.services import journal
from programs.services.preset import inventory


@transaction.atomic
def save_form(*, form: ProgramForm, by) -> ProgramForm:
    action = "form.change" if form.pk else "form.create"
    form.full_clean()
    form.save()
    record(action, form, by)
    return form


@transaction.atomic
def delete_form(*, form: ProgramForm, by) -> None:
    record("form.delete", form, by)
    form.delete()


def role_models_of(form: str) -> list[str]:
    """Codes of the role models that the sources name for this form; five forms have none."""
    return next(row["models"] for row in inventory()["FORMS"] if row["code"] == form)


def check_role_models(forms: Iterable[str], models: Iterable[str]) -> None:
    """Each role model belongs to one form of the sources: «лидер – пассивный» is for pupils only.

    No forms at all mean any form.
    """
    forms = set(forms)
    for model in models:
        own = form_of_role_model(model)
        if forms and own not in forms:
            raise ValidationError(
                f"Ролевая модель «{RoleModel(model).label}» бывает только в форме "
                f"«{MentoringForm(own).label}». Выберите эту форму или снимите ролевую модель."
            )


def form_of_role_model(model: str) -> str:
    return next(row["form"] for row in inventory()["ROLE_MODELS"] if row["code"] == model)


def form_sample(form: str) -> dict[str, str]:
    """What the sources write about a form: only the texts that they have."""
    texts = {
        "goal": written("ARG_forms", form, "goal"),
        "tasks": written("ARG_forms", form, "tasks"),
        "expected_results": written("ZAB_forms", form, "results"),
    }
    return {name: text for name, text in texts.items() if text}


def program_sample(program: Program) -> dict[str, str]:
    """The goal and the tasks of the regulation, the results of the regional instruction."""
    source = inventory()
    regulation = source["ARG_regulation"]
    regional = program.preset == Preset.REGIONAL
    return {
        "goal": lines(regulation["goals"]),
        "tasks": lines(source["ZAB_tasks"] if regional else regulation["tasks"]),
        "expected_results": lines(source["ZAB_results"]),
    }


def written(section: str, form: str, name: str) -> str:
    return next((lines(row[name]) for row in found(section, form) if name in row), "")


def found(section: str, form: str) -> list[dict]:
    return [row for row in inventory()[section] if row["code"] == form]


def lines(texts: str | list[str]) -> str:
    rows = [texts] if isinstance(texts, str) else texts
    return "\n".join(row[:1].upper() + row[1:] for row in rows)


def record(action: str, form: ProgramForm, by) -> None:
    journal.record(
        by=by, action=action, obj=form, organization=form.program.organization, form=form.form
    )
