"""Whose name stands in a paper of a child: a recorded representative's, or a typed one."""

from django import forms

from participants.services.signers import (
    name_everywhere,
    name_representative,
    names_of,
    others_unnamed,
)
from programs.forms.sentences import SentencesMixin

ANOTHER = "другой, впишу ниже"
EMPTY = "Впишите ФИО родителя (законного представителя)."


def recorded_field():
    return forms.ChoiceField(
        label="Кто из законных представителей подписал",
        widget=forms.RadioSelect,
        required=False,
    )


def offer_recorded(form, person):
    """Put the representatives of ``person`` into the form; without them there is no question."""
    names = list(dict.fromkeys(names_of(person)))
    if not names:
        del form.fields["recorded"]
        return
    form.fields["recorded"].choices = [*((name, name) for name in names), ("", ANOTHER)]
    if len(names) == 1:
        form.fields["recorded"].initial = names[0]


def signed_by(data):
    """What is typed wins over what is chosen: the name is frozen as it stands in the paper."""
    chosen = data.pop("recorded", "")
    return " ".join(data.get("representative", "").split()) or chosen


class RepresentativeNameForm(SentencesMixin, forms.Form):
    recorded = recorded_field()
    representative = forms.CharField(
        label="ФИО представителя",
        max_length=300,
        required=False,
        help_text="Фамилия, имя и отчество, как в бумаге.",
    )

    everywhere = forms.BooleanField(required=False)

    def __init__(self, *args, consent, **kwargs):
        super().__init__(*args, **kwargs)
        offer_recorded(self, consent.person)
        number = others_unnamed(consent)
        if number:
            label = f"Вписать и в другие согласия этого человека без ФИО: {number}"
            self.fields["everywhere"].label = label
        else:
            del self.fields["everywhere"]

    def clean(self):
        data = super().clean()
        data["representative"] = signed_by(data)
        if not data["representative"]:
            self.add_error("representative", EMPTY)
        return data

    def name(self, consent, user):
        name = self.cleaned_data["representative"]
        act = name_everywhere if self.cleaned_data.get("everywhere") else name_representative
        return act(consent=consent, representative=name, by=user)
