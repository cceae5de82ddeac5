from django import forms

from participants.enums import Relation
from participants.forms.person import PersonForm
from participants.models import Person, Representative
from participants.services.representative import add
from programs.forms.sentences import SentencesMixin

NO_DOCUMENT = "Для опекуна укажите документ: вид, номер и дату."


class LinkFieldsMixin(SentencesMixin, forms.Form):
    """Who the adult is to the child."""

    relation = forms.ChoiceField(
        label="Кем приходится ребёнку", choices=Relation, widget=forms.RadioSelect
    )
    document = forms.CharField(
        label="Документ о полномочиях",
        max_length=200,
        required=False,
        help_text=Representative._meta.get_field("document").help_text,
    )

    def clean(self):
        data = super().clean()
        if data.get("relation") == Relation.GUARDIAN and not data.get("document"):
            self.add_error("document", NO_DOCUMENT)
        return data

    def link(self, child, user, person=None):
        data = self.cleaned_data
        person = person or self.chosen or self.instance
        return add(
            child=child,
            person=person,
            relation=data["relation"],
            document=data["document"],
            by=user,
        )


class KnownRepresentativeForm(LinkFieldsMixin):
    """An adult whom the portal knows already."""


class NewRepresentativeForm(LinkFieldsMixin, PersonForm):
    """A new person. A name like a known one is asked about, as everywhere."""

    occupations = None
    field_order = (
        "last_name",
        "first_name",
        "patronymic",
        "same",
        "sex",
        "phone",
        "relation",
        "document",
    )

    class Meta:
        model = Person
        fields = ("last_name", "first_name", "patronymic", "sex", "phone")
