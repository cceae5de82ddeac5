from django import forms

from participants.forms.consent import ConsentPileForm

NOBODY = "Отметьте хотя бы одного человека."


class ClassPileForm(ConsentPileForm):
    """Kinds, the date and the people of a class on one screen; nobody is ticked beforehand."""

    people = forms.MultipleChoiceField(
        label="Кто принёс",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": NOBODY, "invalid_choice": "Этого человека в классе уже нет."},
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, rows=rows, **kwargs)
        self.offered = {str(row.person_id): row for row in rows}
        self.fields["people"].choices = [(pk, described(row)) for pk, row in self.offered.items()]

    @property
    def chosen(self):
        return [self.offered[pk] for pk in self.cleaned_data.get("people", ())]


def described(row):
    lacks = ", ".join(kind.label for kind in row.lacks)
    return f"{row} – нет: {lacks}" if lacks else f"{row} – обязательные записаны"
