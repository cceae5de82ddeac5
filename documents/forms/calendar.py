from django import forms

from documents.services.production_calendar import FIRST_YEAR, LAST_YEAR, set_day
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin

KINDS = ((0, "нерабочий"), (1, "рабочий"))


class CalendarDayForm(SentencesMixin, forms.Form):
    day = forms.DateField(label="День", widget=DateInput)
    is_working = forms.TypedChoiceField(
        label="Каким он будет", choices=KINDS, coerce=lambda value: bool(int(value))
    )
    note = forms.CharField(
        label="Основание",
        max_length=200,
        required=False,
        help_text="Например: региональный праздник, перенос по постановлению Правительства.",
    )

    def save_by(self, user, organization):
        return set_day(organization=organization, by=user, **self.cleaned_data)


class YearForm(SentencesMixin, forms.Form):
    year = forms.IntegerField(label="Год", min_value=FIRST_YEAR, max_value=LAST_YEAR)
