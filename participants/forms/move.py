from django import forms

from participants.enums import ParticipantStatus
from programs.forms.sentences import SentencesMixin


class MoveForm(SentencesMixin, forms.Form):
    """The button of a card; ``sure`` comes from the page that has named the open pairs."""

    status = forms.ChoiceField(
        label="Состояние", choices=ParticipantStatus, widget=forms.HiddenInput
    )
    sure = forms.BooleanField(label="Подтверждение", required=False, widget=forms.HiddenInput)
