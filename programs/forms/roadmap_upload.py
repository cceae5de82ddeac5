from django import forms

from programs.enums import RoadmapImportMode
from programs.forms.sentences import SentencesMixin

FORMATS = ".docx,.xlsx,.xls,.ods,.csv"


class RoadmapUploadForm(SentencesMixin, forms.Form):
    """Which file to check. Its contents are judged by the service, not by its name."""

    file = forms.FileField(
        label="Файл с дорожной картой",
        help_text="Документ Word (DOCX) с таблицей или таблица XLSX, XLS, ODS, CSV, "
        "не больше 5 МБ и 500 строк.",
        widget=forms.FileInput(attrs={"accept": FORMATS}),
        max_length=255,
        allow_empty_file=True,
        error_messages={"required": "Выберите файл с дорожной картой."},
    )


class RoadmapApplyForm(SentencesMixin, forms.Form):
    mode = forms.ChoiceField(
        choices=RoadmapImportMode, error_messages={"required": "Выберите, что сделать с файлом."}
    )
