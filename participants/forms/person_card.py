"""The rest of a person's card: since when somebody teaches, and the cases of the name."""

from django import forms

from participants.domain.declension import guess_sex
from participants.domain.name_forms import CASE_LABELS, corrections, own_form, refusal
from participants.enums import OccupationKind
from participants.forms.consent import not_in_future
from participants.forms.person import DateInput
from programs.forms.sentences import SentencesMixin


class ExperienceForm(SentencesMixin, forms.Form):
    teaches_since = forms.DateField(
        label="Педагогический стаж с",
        widget=DateInput(),
        required=False,
        help_text="Только для педагога. От этого дня портал считает стаж 0–3 года: "
        "молодой специалист.",
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        known = {row.kind: row.since for row in person.occupations.all()}
        self.fields["teaches_since"].initial = known.get(OccupationKind.TEACHER)

    def clean_teaches_since(self):
        day = not_in_future(self.cleaned_data["teaches_since"])
        born = self.person.birth_year
        if day and born and day.year <= born:
            raise forms.ValidationError("Стаж начинается раньше рождения.")
        return day


class NameFormsForm(SentencesMixin, forms.Form):
    """An empty field leaves the case to the portal, whose own form stands beside it.

    Check the form of the person first: the cases are those of the name typed there.
    """

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        for case, label in CASE_LABELS.items():
            self.fields[case] = forms.CharField(
                label=label,
                max_length=310,
                required=False,
                initial=person.name_forms.get(case, ""),
                help_text=f"Портал: {own_form(person.full_name, person.sex, case)}",
            )

    def clean(self):
        data = super().clean()
        typed = {case: form for case, form in data.items() if form}
        for case, form in typed.items():
            if reason := refusal(form, self.person.full_name):
                self.add_error(case, reason)
        return data

    @property
    def corrected(self):
        """The corrections to keep, for the sex that the person is going to have."""
        person = self.person
        sex = person.sex or guess_sex(person.full_name) or ""
        return corrections(self.cleaned_data, person.full_name, sex)
