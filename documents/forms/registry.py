from django import forms
from django.utils import timezone

from documents.models import RegistrySending
from documents.services.registry import usual_recipient
from documents.services.registry_sending import send
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin


class RegistrySendingForm(SentencesMixin, forms.ModelForm):
    class Meta:
        model = RegistrySending
        fields = ("sent_on", "recipient", "note")
        widgets = {"sent_on": DateInput}

    def __init__(self, *args, document, **kwargs):
        start = {"sent_on": timezone.localdate(), "recipient": usual_recipient(document)}
        super().__init__(*args, initial=start, **kwargs)
        self.document = document

    def save_by(self, user):
        return send(document=self.document, by=user, **self.cleaned_data)
