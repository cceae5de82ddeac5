"""Inputs that several forms share."""

from django import forms


class DateInput(forms.DateInput):
    """The browser's own calendar; it understands one format only."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")
