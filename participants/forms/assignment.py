from django import forms
from django.utils import timezone

from participants.enums import AssignmentRole
from participants.forms.person import DateInput
from participants.models import Assignment
from participants.services.assignment import person_named
from programs.forms.sentences import SentencesMixin


class AssignmentForm(SentencesMixin, forms.ModelForm):
    """A duty of a person, who is named in words: a school has more people than a list holds."""

    full_name = forms.CharField(
        label="Фамилия, имя, отчество",
        max_length=300,
        help_text="Если человек уже есть в портале, обязанность запишется ему.",
    )

    class Meta:
        model = Assignment
        fields = ("role", "full_name", "post", "starts_on", "ends_on")
        widgets = {"starts_on": DateInput(), "ends_on": DateInput()}
        help_texts = {
            "post": "Именительный падеж, со строчной буквы: «учитель физики».",
            "ends_on": "Оставьте пустым, если срок не определён.",
        }

    def __init__(self, *args, organization, role="", **kwargs):
        """``role``: the duty that the link has named, so that only the person is asked for."""
        super().__init__(*args, **kwargs)
        if role in AssignmentRole:
            self.initial["role"] = role
            self.fields["full_name"].widget.attrs["autofocus"] = True
        self.organization = organization
        self.instance.organization = organization
        if self.instance.pk:
            self.fields["full_name"].initial = self.instance.person.full_name
        else:
            self.fields["starts_on"].initial = timezone.localdate

    def clean_full_name(self):
        name = self.cleaned_data["full_name"]
        self.instance.person = person_named(organization=self.organization, full_name=name)
        return name
