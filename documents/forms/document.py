from functools import cache

from django import forms
from django.core.exceptions import ValidationError

from documents.enums import FieldType
from documents.forms.choices import empty_choice, one_of
from documents.kinds import kind_of
from documents.kinds.base import Field
from documents.kinds.candidates import people
from documents.kinds.content import check_field, shown_content
from mentoring_portal.shared.choices import ManyRowsField
from programs.forms.choice_lists import ChoiceLists
from programs.forms.sentences import SentencesMixin

DAY = {"type": "date"}
CHOOSING = {
    FieldType.PERSON: forms.ModelChoiceField,
    FieldType.PEOPLE: ManyRowsField,
}


class ContentForm(SentencesMixin, forms.Form):
    """The editable pieces of a draft, as its kind names them."""

    def __init__(self, *args, document, **kwargs):
        self.kind = kind = kind_of(document.kind)
        shown = shown_content(kind, document)
        super().__init__(*args, initial=shown | owed(kind, document, shown), **kwargs)
        offered = cache(lambda among: list(people(document.program, among)))
        for field in kind.fields:
            self.fields[field.key] = form_field(field, document.program, offered)

    def clean(self):
        """What is wrong with a text is told beside it."""
        data = super().clean()
        for field in self.kind.fields:
            if field.type == FieldType.TEXT and field.key in data:
                check_text(self, field)
        return data


def owed(kind, document, shown):
    """A required piece that had nothing to start with may have it by now."""
    empty = [field.key for field in kind.fields if field.required and not shown.get(field.key)]
    offered = kind.start(document.program) if empty else {}
    return {key: offered[key] for key in empty if key in offered}


def check_text(form, field: Field) -> None:
    try:
        check_field(field, form.cleaned_data[field.key], form.kind)
    except ValidationError as error:
        form.add_error(field.key, error)


def form_field(field: Field, program, offered):
    """``offered(among)`` lists people, read once for all fields of a form."""
    common = {"label": field.label, "help_text": field.help_text, "required": field.required}
    if field.type == FieldType.DATE:
        return forms.DateField(widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"), **common)
    if field.type == FieldType.NUMBER:
        return forms.IntegerField(min_value=0, max_value=1_000_000, **common)
    if field.type in CHOOSING:
        return people_field(field, program, offered(field.among), **common)
    widget = forms.Textarea(attrs={"rows": field.rows}) if field.rows > 1 else None
    return forms.CharField(max_length=field.longest, widget=widget, **common)


def people_field(field: Field, program, offered, **common):
    choices = [(person.pk, person.full_name) for person in offered]
    if field.type == FieldType.PERSON:
        choices.insert(0, empty_choice(field.required))
    widget = ChoiceLists if field.type == FieldType.PEOPLE else one_of(choices)
    made = CHOOSING[field.type](queryset=people(program, field.among), widget=widget, **common)
    made.choices = choices
    return made


class ReportForm(SentencesMixin, forms.Form):
    as_of = forms.DateField(
        label="По состоянию на",
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text="События после этого дня в отчёт не войдут.",
    )
