from django import forms
from django.utils import timezone

from documents.models import Document
from programs.forms.fields import DateInput


class SigningForm(forms.Form):
    """The papers ticked in the list and the day on which the director signed them."""

    papers = forms.ModelMultipleChoiceField(
        queryset=Document.objects.none(),
        error_messages={
            "required": "Отметьте документы, которые подписаны.",
            "invalid_choice": "Один из отмеченных документов уже не ждёт подписи. Обновите список.",
        },
    )
    day = forms.DateField(label="Дата подписи", widget=DateInput(), initial=timezone.localdate)

    def __init__(self, *args, queryset, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = queryset
