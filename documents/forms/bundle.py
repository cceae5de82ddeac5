from django import forms

from documents.enums import FileFormat
from programs.forms.choice_lists import ChoiceLists
from programs.forms.sentences import SentencesMixin

NOBODY = "Отметьте хотя бы одну строку."
GONE = "Этой строки в списке уже нет."


class SheetsForm(SentencesMixin, forms.Form):
    """Whom to print a sheet for, and in which files besides the common PDF."""

    formats = forms.MultipleChoiceField(
        label="Файлы в архиве",
        help_text="Один общий PDF для печати получится в любом случае.",
        widget=forms.CheckboxSelectMultiple,
    )
    chosen = forms.TypedMultipleChoiceField(
        label="Кому",
        coerce=int,
        widget=ChoiceLists,
        error_messages={"required": NOBODY, "invalid_choice": GONE},
    )

    def __init__(self, *args, kind, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["formats"].choices = [(one, FileFormat(one).label) for one in kind.formats]
        self.fields["formats"].initial = [FileFormat.PDF]
        if rows is None:
            del self.fields["chosen"]
        else:
            self.fields["chosen"].choices = [(row.pk, row.label) for row in rows]
