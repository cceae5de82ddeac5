from django import forms

from participants.services.wish import not_here, wanted_name
from programs.forms.sentences import SentencesMixin


class WishSearchForm(SentencesMixin, forms.Form):
    q = forms.CharField(label="Имя или слова из сведений", required=False, max_length=100)


class WishForm(SentencesMixin, forms.Form):
    """Whom a button names: a mentor for a mentee, a mentee for a mentor."""

    def __init__(self, *args, owner, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = wanted_name(owner)
        self.fields[self.name] = forms.ModelChoiceField(
            owner.wishes.model.objects.of_program(owner.program),
            error_messages=dict.fromkeys(("required", "invalid_choice"), not_here(owner)),
        )

    @property
    def wanted(self):
        return self.cleaned_data[self.name]
