from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.enums import FieldType
from documents.kinds import kind_of
from documents.kinds.base import Field
from documents.kinds.candidates import people
from documents.kinds.content import content_of, raw_texts
from documents.models import Counter
from documents.services.numbering import is_numbered

DAY = {"type": "date"}


class ContentForm(forms.Form):
    """The editable pieces of a draft, as its kind names them."""

    def __init__(self, *args, document, **kwargs):
        kind = kind_of(document.kind)
        super().__init__(*args, initial=initial_of(kind, document), **kwargs)
        for field in kind.fields:
            self.fields[field.key] = form_field(field, document.program)


def initial_of(kind, document):
    """Texts as they will be printed; with their braces when a word in them is unknown."""
    try:
        return content_of(kind, document)
    except ValidationError:
        return raw_texts(kind, document)


def form_field(field: Field, program):
    common = {"label": field.label, "help_text": field.help_text, "required": field.required}
    if field.type == FieldType.DATE:
        return forms.DateField(widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"), **common)
    if field.type == FieldType.NUMBER:
        return forms.IntegerField(min_value=0, max_value=1_000_000, **common)
    if field.type == FieldType.PERSON:
        return PersonField(queryset=people(program, field.among), **common)
    if field.type == FieldType.PEOPLE:
        return PeopleField(queryset=people(program, field.among), **common)
    widget = forms.Textarea(attrs={"rows": field.rows}) if field.rows > 1 else None
    return forms.CharField(max_length=field.longest, widget=widget, **common)


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return person.full_name


class PeopleField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, person):
        return person.full_name


class RegisterForm(forms.Form):
    day = forms.DateField(
        label="Дата приказа",
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text="День, когда директор подписывает приказ.",
    )
    number = forms.IntegerField(
        label="Порядковый номер",
        min_value=1,
        max_value=99_999,
        help_text="Портал предлагает следующий по журналу. Если в школе приказы нумеруют и вне "
        "портала, поставьте свой номер.",
    )

    def __init__(self, *args, document, **kwargs):
        today = timezone.localdate()
        place = {"organization": document.organization, "journal": document.journal}
        number = Counter.objects.next_number(**place, year=today.year)
        super().__init__(*args, initial={"day": today, "number": number}, **kwargs)
        if not is_numbered(document):
            self.fields.pop("number")
            self.fields["day"].label = "Дата утверждения"
            self.fields["day"].help_text = ""


class ReportForm(forms.Form):
    as_of = forms.DateField(
        label="По состоянию на",
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text="События после этого дня в отчёт не войдут.",
    )
