from django import forms
from django.utils import timezone

from participants.domain.clearance import issue_refusal
from participants.forms.consent import ScanField, not_in_future
from participants.forms.person import DateInput
from participants.models import Clearance
from programs.forms.sentences import SentencesMixin

RULES = "PDF, JPG или PNG, не больше 5 МБ."


class ClearanceForm(SentencesMixin, forms.ModelForm):
    """The scan is no column of the form: the service keeps it."""

    scan_file = ScanField(label="Скан", required=False, help_text=RULES)

    class Meta:
        model = Clearance
        fields = ("kind", "number", "issued_on", "valid_until")
        widgets = {"issued_on": DateInput(), "valid_until": DateInput()}
        help_texts = {"valid_until": "Оставьте пустым, если срок на справке не указан."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.scan:
            self.fields["scan_file"].help_text = f"{RULES} Новый скан заменит прежний."

    def clean_issued_on(self):
        day = not_in_future(self.cleaned_data["issued_on"])
        if refusal := issue_refusal(day, timezone.localdate()):
            raise forms.ValidationError(refusal)
        return day

    def clean(self):
        data = super().clean()
        issued, until = data.get("issued_on"), data.get("valid_until")
        if issued and until and until < issued:
            self.add_error("valid_until", "Срок справки кончается раньше даты выдачи.")
        return data
