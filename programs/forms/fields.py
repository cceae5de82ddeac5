"""Inputs that several forms share."""

from django import forms


class DateInput(forms.DateInput):
    """The browser's own calendar; it understands one format only."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


# Characters of a free text: a page of print and a half.
LONGEST_TEXT = 5_000


def long_text(model, name, *, rows=4, longest=LONGEST_TEXT, **kwargs):
    """A field of many lines with an end, which a text column has not."""
    widget = forms.Textarea(attrs={"rows": rows})
    column = model._meta.get_field(name)
    return column.formfield(widget=widget, max_length=longest, **kwargs)
