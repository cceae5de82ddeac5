from django import forms

from participants.forms.consent import past_of
from participants.forms.person import DateInput
from participants.models import MentorAnalysis
from programs.forms.fields import long_text
from programs.forms.sentences import SentencesMixin


class MentorAnalysisForm(SentencesMixin, forms.ModelForm):
    conclusion = long_text(
        MentorAnalysis,
        "conclusion",
        rows=6,
        help_text="Видят только директор, куратор и руководитель МО.",
    )

    class Meta:
        model = MentorAnalysis
        fields = ("method", "held_on", "held_by", "conclusion")
        widgets = {"held_on": DateInput()}
        help_texts = {"held_by": "Например: куратор Соколова А. И."}

    def clean_held_on(self):
        return past_of(self.instance.mentor.program, self.cleaned_data["held_on"])
