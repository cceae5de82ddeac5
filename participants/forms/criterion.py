from django import forms

from participants.models import SelectionCriterion


class CriterionForm(forms.ModelForm):
    class Meta:
        model = SelectionCriterion
        fields = ("title", "hint", "most", "is_required")
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "hint": "Откуда комиссия это узнаёт: анкета, портфолио, собеседование, справка.",
            "most": "Комиссия ставит от нуля до этого числа.",
        }
