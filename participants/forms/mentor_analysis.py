from django import forms

from participants.forms.consent import not_in_future
from participants.forms.person import DateInput
from participants.models import MentorAnalysis


class MentorAnalysisForm(forms.ModelForm):
    class Meta:
        model = MentorAnalysis
        fields = ("method", "held_on", "held_by", "conclusion")
        widgets = {"held_on": DateInput(), "conclusion": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "held_by": "Например: куратор Соколова А. И.",
            "conclusion": "Видят только директор, куратор и руководитель МО.",
        }

    def clean_held_on(self):
        return not_in_future(self.cleaned_data["held_on"])
