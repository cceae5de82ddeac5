from django import forms

from participants.forms.consent import past_of
from participants.forms.person import DateInput
from participants.models import NeedsAnalysis
from programs.forms.fields import long_text
from programs.forms.sentences import SentencesMixin


class NeedsAnalysisForm(SentencesMixin, forms.ModelForm):
    conclusion = long_text(
        NeedsAnalysis,
        "conclusion",
        rows=6,
        help_text="Видят только директор, куратор и руководитель МО.",
    )

    class Meta:
        model = NeedsAnalysis
        fields = ("method", "held_on", "held_by", "conclusion")
        widgets = {"held_on": DateInput()}
        help_texts = {"held_by": "Например: педагог-психолог Лосева А. П."}

    def clean_held_on(self):
        return past_of(self.instance.mentee.program, self.cleaned_data["held_on"])
