from django import forms

from participants.models import SelectionCriterion
from programs.forms.sentences import SentencesMixin

RANGE = "Наибольший балл – целое число от 1 до 100."


class CriterionForm(SentencesMixin, forms.ModelForm):
    class Meta:
        model = SelectionCriterion
        fields = ("title", "hint", "most", "is_required")
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "hint": "Откуда комиссия это узнаёт: анкета, портфолио, собеседование, справка.",
            "most": "Комиссия ставит от нуля до этого числа.",
        }
        error_messages = {
            "most": dict.fromkeys(("required", "invalid", "min_value", "max_value"), RANGE)
        }
