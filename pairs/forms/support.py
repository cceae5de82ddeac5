from django import forms

from pairs.forms.pair import LONGEST, DateInput
from pairs.forms.plan import SeenMixin
from pairs.models import SupportRecord
from pairs.services import support as service

SEEN_BY = "Видят только куратор и педагог-психолог: ни директор, ни родители, ни наставники."


class SupportForm(SeenMixin, forms.ModelForm):
    seen_of = staticmethod(service.seen_record)

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
        fields = service.FIELDS
        widgets = {"held_on": DateInput, "next_on": DateInput}
        help_texts = {"next_on": "В этот день портал напомнит о встрече."}

    def save_seen(self, user, seen):
        return service.save(record=self.instance, seen=seen, by=user)
