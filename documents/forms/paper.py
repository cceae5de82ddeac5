from django import forms

from documents.enums import Subject
from documents.forms.choices import empty_choice, one_of
from documents.kinds.candidates import subjects


class SubjectForm(forms.Form):
    """What the new paper is about."""

    def __init__(self, *args, kind, program, **kwargs):
        super().__init__(*args, **kwargs)
        if kind.subject != Subject.PROGRAM:
            self.fields["subject"] = subject_field(kind, program)


def subject_field(kind, program):
    offered = subjects(kind, program)
    choices = [empty_choice(True), *((item.pk, label_of(item)) for item in offered)]
    label = Subject(kind.subject).label.capitalize()
    field = forms.ModelChoiceField(queryset=offered, label=label, widget=one_of(choices))
    field.choices = choices
    return field


def label_of(item):
    return getattr(item, "names", None) or str(item)
