"""Role models belong to forms of mentoring: a wrong pair of them is told beside its field."""

from django.core.exceptions import ValidationError

from programs.services.program_form import check_role_models


def refuse_models(form, field, *, forms, models):
    """``forms`` and ``models`` as they were chosen; empty ones forbid nothing."""
    try:
        check_role_models(filter(None, forms), filter(None, models))
    except ValidationError as refusal:
        form.add_error(field, refusal)
