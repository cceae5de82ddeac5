from django import forms
from django.utils import timezone

from documents.forms.doubts import DoubtsForm
from documents.models import Document
from documents.services.doubts import doubts_of_many
from mentoring_portal.shared.choices import ManyRowsField
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin


class ChosenForm(SentencesMixin, forms.Form):
    """The papers ticked in the list."""

    papers = ManyRowsField(
        queryset=Document.objects.none(),
        error_messages={
            "required": "Отметьте документы в списке.",
            "invalid_choice": "Один из отмеченных документов уже не ждёт подписи. Обновите список.",
        },
    )

    def __init__(self, *args, queryset, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = queryset


class SigningForm(ChosenForm, DoubtsForm):
    """The signed papers and the day on which the director signed them."""

    day = forms.DateField(label="Дата подписи", widget=DateInput(), initial=timezone.localdate)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput())


class SureForm(SigningForm):
    """The same choice carried over the page that asks once more, with the doubts about it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].widget = forms.MultipleHiddenInput()
        self.fields["day"].widget = forms.HiddenInput()

    @classmethod
    def first(cls, chosen):
        """Not answered yet."""
        initial = chosen | {"papers": [paper.pk for paper in chosen["papers"]], "sure": True}
        form = cls(initial=initial, queryset=chosen["papers"])
        form.show(doubts_of_many(chosen["papers"], chosen["day"]))
        return form

    def clean(self):
        data = super().clean()
        if not self.errors:
            self.ask(doubts_of_many(data["papers"], data["day"]))
        return data
