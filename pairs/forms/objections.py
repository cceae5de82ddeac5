"""A pair made by hand against a rule of the matching: only when the curator says so twice."""

from django import forms

CONFIRM = "Если вы так решили, поставьте отметку и отправьте ещё раз."


def anyway_field(label):
    return forms.BooleanField(label=label, required=False)


def refuse_objections(form, found):
    """The tick stands only beside what it answers."""
    if not found:
        del form.fields["anyway"]
    elif not form.cleaned_data.get("anyway"):
        form.add_error("anyway", f"{'. '.join(found)}. {CONFIRM}")
