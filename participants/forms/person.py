from django import forms
from django.utils import timezone

from participants.domain.import_values import is_possible_year
from participants.enums import OccupationKind, Sex
from participants.models import Person
from participants.services.person import lookalikes
from programs.forms.sentences import SentencesMixin

OTHER = "other"
MOST_LOOKALIKES = 10


class DateInput(forms.DateInput):
    """The native control: it sends and shows ISO dates in any language."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class PersonForm(SentencesMixin, forms.ModelForm):
    """Who the person is. A new name that looks like a known one is a question, not a double."""

    occupations = forms.MultipleChoiceField(
        label="Кто это в жизни",
        choices=OccupationKind,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Можно отметить несколько: учитель бывает и родителем.",
    )
    # Asked only when somebody alike is known, which is seen after all other fields are clean.
    same = forms.CharField(
        label="Похожий человек уже есть в портале", widget=forms.HiddenInput, required=False
    )

    class Meta:
        model = Person
        fields = (
            "last_name",
            "first_name",
            "patronymic",
            "sex",
            "birth_date",
            "birth_year",
            "phone",
            "email",
        )
        widgets = {"birth_date": DateInput(), "sex": forms.RadioSelect}
        help_texts = {
            "birth_year": "Достаточно года, если полная дата неизвестна.",
            "sex": "Если не указать, портал определит пол по имени.",
        }

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.organization = organization
        self.instance.organization = organization
        self.fields["sex"].choices = [("", "определить по имени"), *Sex.choices]
        if self.instance.pk:
            kinds = [occupation.kind for occupation in self.instance.occupations.all()]
            self.fields["occupations"].initial = kinds
        self.similar = []

    def clean(self):
        data = super().clean()
        born, year = data.get("birth_date"), data.get("birth_year")
        if born and year and born.year != year:
            self.add_error("birth_year", "Год не совпадает с датой рождения.")
        elif year and not is_possible_year(year, timezone.localdate()):
            self.add_error("birth_year", f"Проверьте год рождения: {year}.")
        elif born and not is_possible_year(born.year, timezone.localdate()):
            self.add_error("birth_date", "Проверьте дату рождения.")
        return data

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and self.instance.pk is None:
            self.ask_about_lookalikes()

    def ask_about_lookalikes(self):
        found = lookalikes(organization=self.organization, person=self.instance)
        self.similar = found[:MOST_LOOKALIKES]
        if not self.similar:
            return
        choices = [(str(person.pk), described(person)) for person in self.similar]
        choices.append((OTHER, "Это другой человек, внести отдельно"))
        self.fields["same"].widget = forms.RadioSelect(choices=choices)
        if self.cleaned_data["same"] not in dict(choices):
            self.add_error("same", "Выберите: это один из них или другой человек.")

    @property
    def chosen(self):
        """The known person that the new row is about, or None."""
        answer = self.cleaned_data.get("same")
        return next((person for person in self.similar if str(person.pk) == answer), None)


def described(person):
    year = f", {person.birth_year} г. р." if person.birth_year else ""
    return f"Это {person.full_name}{year}"
