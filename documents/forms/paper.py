from django import forms
from django.urls import reverse
from django.utils.html import format_html

from documents.enums import Subject
from documents.forms.choices import empty_choice, one_of
from documents.forms.doubts import DoubtsForm
from documents.kinds.candidates import subjects
from documents.services.paper import twins


class SubjectForm(DoubtsForm):
    """What the new paper is about; a second one about it is asked about."""

    def __init__(self, *args, kind, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.program = kind, program
        if kind.subject != Subject.PROGRAM:
            self.fields["subject"] = subject_field(kind, program)
            self.order_fields(["subject"])

    def clean(self):
        data = super().clean()
        if not self.errors:
            papers = twins(self.kind, self.program, data.get("subject"))
            self.ask([one_more(paper) for paper in papers])
        return data


def one_more(paper):
    return format_html(
        "Уже есть <a href='{}'>{}</a> ({}). Нужен ещё один документ, с другими условиями",
        reverse("documents:document_detail", args=[paper.pk]),
        paper.title,
        paper.number_and_day or paper.get_status_display(),
    )


def subject_field(kind, program):
    offered = subjects(kind, program)
    choices = [empty_choice(True), *((item.pk, label_of(item)) for item in offered)]
    label = Subject(kind.subject).label.capitalize()
    field = forms.ModelChoiceField(queryset=offered, label=label, widget=one_of(choices))
    field.choices = choices
    return field


def label_of(item):
    return getattr(item, "names", None) or str(item)
