from django import forms

from participants.enums import ParticipantStatus


class MoveForm(forms.Form):
    """The button of a card; ``sure`` comes from the page that has named the open pairs."""

    status = forms.ChoiceField(choices=ParticipantStatus, widget=forms.HiddenInput)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)
