from django import forms
from django.utils import timezone

from mentoring_portal.shared.choices import ManyRowsField
from participants.enums import ErasureReason
from participants.forms.consent import not_in_future
from participants.services.erasure import only_parents
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin


class ErasureForm(SentencesMixin, forms.Form):
    reason = forms.ChoiceField(label="Основание", choices=ErasureReason)
    requested_on = forms.DateField(
        label="Дата обращения", widget=DateInput(), initial=timezone.localdate
    )
    parents = ManyRowsField(
        label="Стереть и законных представителей",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Они внесены только ради этого ребёнка.",
    )
    sure = forms.BooleanField(
        label="Я понимаю, что вернуть сведения будет нельзя",
        error_messages={"required": "Без этой отметки портал ничего не стирает."},
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        alone = [parent.pk for parent in only_parents(person)]
        self.fields["parents"].queryset = type(person).objects.filter(pk__in=alone)
        if not alone:
            del self.fields["parents"]

    def clean_requested_on(self):
        return not_in_future(self.cleaned_data["requested_on"])

    def order(self):
        """Keyword arguments for the service."""
        data = self.cleaned_data
        names = ("reason", "requested_on", "parents")
        return {name: data[name] for name in names if name in data}
