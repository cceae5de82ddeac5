from django import forms

from participants.forms.person import DateInput
from participants.models import Mentee


class MenteeForm(forms.ModelForm):
    class Meta:
        model = Mentee
        fields = (
            "form",
            "position",
            "workplace",
            "request",
            "interests",
            "free_days",
            "entry_date",
            "end_date",
            "results",
            "case_link",
            "completion_mark",
            "note",
        )
        widgets = {
            "entry_date": DateInput(),
            "end_date": DateInput(),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in ("request", "results", "note")},
            "interests": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form"].required = True

    def clean(self):
        return ordered_dates(self, super().clean())


def ordered_dates(form, data):
    entry, end = data.get("entry_date"), data.get("end_date")
    if entry and end and end < entry:
        form.add_error("end_date", "Дата завершения раньше даты вхождения в программу.")
    return data
