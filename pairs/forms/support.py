from django import forms

from pairs.forms.pair import LONGEST, DateInput
from pairs.models import SupportRecord
from pairs.services import support as service

SEEN_BY = "Видят только куратор и педагог-психолог: ни директор, ни родители, ни наставники."


class SupportForm(forms.ModelForm):
    content = forms.CharField(
        label="Что обсуждали, что сделано",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=SEEN_BY,
    )
    advice = forms.CharField(
        label="Рекомендации",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = SupportRecord
        fields = ("held_on", "held_by", "content", "advice", "next_on")
        widgets = {"held_on": DateInput, "next_on": DateInput}
        help_texts = {"next_on": "В этот день портал напомнит о встрече."}

    def save_as(self, user):
        return service.save(record=self.instance, by=user)
