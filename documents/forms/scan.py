from django import forms

from programs.domain.attachments import extension, problem
from programs.forms.sentences import SentencesMixin

KINDS = (".pdf", ".jpg", ".jpeg", ".png")
BEGINNING = 8


class ScanForm(SentencesMixin, forms.Form):
    """The scan of a signed paper: believed by its first bytes, not by its name."""

    scan = forms.FileField(
        label="Скан подписанного документа",
        help_text="PDF, JPG или PNG, не больше 10 МБ.",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(KINDS)}),
        error_messages={"required": "Выберите файл со сканом."},
    )

    def clean_scan(self):
        scan = self.cleaned_data["scan"]
        beginning = scan.read(BEGINNING)
        scan.seek(0)
        if extension(scan.name) in KINDS:
            found = problem(scan.name, scan.size, beginning)
        else:
            found = "Подходят сканы в форматах PDF, JPG и PNG."
        if found:
            raise forms.ValidationError(found)
        return scan
