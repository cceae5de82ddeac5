from django import forms

from monitoring.enums import HeadcountCode
from monitoring.models import Headcount
from programs.forms.sentences import SentencesMixin


class HeadcountForm(SentencesMixin, forms.ModelForm):
    code = forms.ChoiceField(
        label="Кого", choices=[("", "выберите, кого считали"), *HeadcountCode.choices]
    )
    value = forms.IntegerField(
        label="Сколько",
        min_value=0,
        max_value=99_999,
        error_messages=dict.fromkeys(("min_value", "max_value"), "Укажите число от 0 до 99 999."),
    )

    class Meta:
        model = Headcount
        fields = ["code", "value", "as_of"]
        widgets = {"as_of": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def validate_constraints(self):
        """A second count for the same day corrects the first, so it is no error."""
