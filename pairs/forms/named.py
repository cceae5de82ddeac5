"""What a curator answers about the pairs that the tables name."""

from django import forms

from pairs.services.import_pairs import MOST_AT_ONCE
from programs.forms.sentences import SentencesMixin


class AnswersForm(SentencesMixin, forms.Form):
    """A choice for each name that fits several people."""

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        for question in questions:
            if question.choices:
                self.add(question)

    def add(self, question):
        people = [(row.pk, described(row)) for row in question.choices]
        self.fields[question.key] = forms.TypedChoiceField(
            label=f"{question.row.person.full_name} в паре с «{question.name}». Кто это?",
            choices=[("", "не выбрано"), *people],
            coerce=int,
            empty_value=None,
            required=False,
        )

    @property
    def answers(self):
        """Whatever is not an answer to a question that still stands is left out."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return {key: value for key, value in given.items() if value}


def described(row):
    parts = (row.person.full_name, row.position or row.workplace, row.person.birth_year)
    return ", ".join(str(part) for part in parts if part)


class NamedForm(SentencesMixin, forms.Form):
    chosen = forms.MultipleChoiceField(
        label="Пары", error_messages={"required": "Отметьте хотя бы одну пару."}
    )
    approve = forms.BooleanField(
        label="Утвердить в реестре тех из этих людей, кто ещё кандидат", required=False
    )
    add_places = forms.BooleanField(
        label="Если у наставника не хватает мест, увеличить их до числа названных наставляемых",
        required=False,
    )

    def __init__(self, *args, pairs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(named.key, named.key) for named in pairs[:MOST_AT_ONCE]]
