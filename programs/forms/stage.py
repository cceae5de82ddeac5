from django import forms

from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin
from programs.models import Stage
from programs.services.stage import finish_stage, save_stage


class StageForm(SentencesMixin, forms.ModelForm):
    class Meta:
        model = Stage
        fields = ["starts_on", "due_on"]
        widgets = {"starts_on": DateInput, "due_on": DateInput}

    def clean(self):
        values = super().clean()
        starts_on, due_on = values.get("starts_on"), values.get("due_on")
        if starts_on and due_on and due_on < starts_on:
            self.add_error("due_on", "Окончание раньше начала. Исправьте одну из дат.")
        return values

    def save_by(self, user):
        save_stage(stage=self.instance, by=user)
        return self.instance


class StageFinishForm(SentencesMixin, forms.Form):
    reason = forms.CharField(
        label="Почему этап можно считать завершённым",
        help_text="Причина останется на странице этапа.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def save_by(self, user, stage):
        finish_stage(stage=stage, reason=self.cleaned_data["reason"], by=user)
