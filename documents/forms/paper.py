from django import forms

from documents.enums import Subject
from documents.kinds.candidates import subjects


class SubjectForm(forms.Form):
    """What the new paper is about."""

    def __init__(self, *args, kind, program, **kwargs):
        super().__init__(*args, **kwargs)
        if kind.subject != Subject.PROGRAM:
            label = Subject(kind.subject).label.capitalize()
            self.fields["subject"] = SubjectField(
                queryset=subjects(kind, program), label=label, empty_label="Выберите из списка"
            )


class SubjectField(forms.ModelChoiceField):
    def label_from_instance(self, item):
        return getattr(item, "names", None) or str(item)
