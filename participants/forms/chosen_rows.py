from django import forms

from mentoring_portal.shared.choices import ManyRowsField
from programs.forms.sentences import SentencesMixin


class ChosenRowsForm(SentencesMixin, forms.Form):
    """The rows ticked in a list, or everyone the filters found."""

    pk = ManyRowsField(
        queryset=None,
        required=False,
        error_messages={
            "invalid_choice": "Одной из отмеченных строк уже нет. Отметьте строки заново.",
            "invalid_pk_value": "Одной из отмеченных строк уже нет. Отметьте строки заново.",
        },
    )
    everyone = forms.BooleanField(required=False)

    def __init__(self, *args, queryset, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pk"].queryset = queryset
        self.found = found

    def clean(self):
        data = super().clean()
        if not self.errors and not data["everyone"] and not data["pk"]:
            raise forms.ValidationError("Отметьте в списке хотя бы одну строку.")
        return data

    @property
    def chosen(self):
        data = self.cleaned_data
        return self.found if data["everyone"] else data["pk"]
