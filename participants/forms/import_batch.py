from django import forms

from participants.domain.base_forms import EXTRA_COLUMNS, OFFICIAL_COLUMNS
from participants.enums import BaseKind
from programs.forms.sentences import SentencesMixin

UNANSWERED = (
    "Ответьте, кто из похожих людей уже есть в портале, и подтвердите, что остальные – новые."
)
KINDS = [(kind.value, kind.label) for kind in (BaseKind.AUTO, BaseKind.MENTEES, BaseKind.MENTORS)]
FORMATS = ".xlsx,.xls,.ods,.csv"


class ImportForm(SentencesMixin, forms.Form):
    """Which table to check. Its contents are judged by the service, not by its name."""

    file = forms.FileField(
        label="Файл с таблицей",
        help_text="XLSX, XLS, ODS или CSV, не больше 5 МБ и 5 000 строк.",
        widget=forms.FileInput(attrs={"accept": FORMATS}),
        max_length=255,
        allow_empty_file=True,
        error_messages={"required": "Выберите файл с таблицей."},
    )
    kind = forms.ChoiceField(
        label="Что в таблице",
        choices=KINDS,
        initial=BaseKind.AUTO,
        widget=forms.RadioSelect,
        help_text="Портал смотрит на столбцы, а не на заголовок над таблицей.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class ColumnsForm(SentencesMixin, forms.Form):
    """Columns that a person explains: not recognized, or explained before.

    ``mapping`` holds the explanations so far: key of a caption → code of a field.
    """

    def __init__(self, *args, tables, mapping, **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = {}
        for table in tables:
            titles = dict(OFFICIAL_COLUMNS[table.kind]) | dict(EXTRA_COLUMNS)
            for column in table.columns:
                is_asked = not column.code or column.key in mapping
                if column.key and is_asked and column.key not in self.keys.values():
                    self.add(column, titles)

    @property
    def asks(self):
        """Whether a column is still unknown: then the form stands open."""
        return any(not field.initial for field in self.fields.values())

    def add(self, column, titles):
        name = f"column_{len(self.fields)}"
        self.keys[name] = column.key
        self.fields[name] = forms.ChoiceField(
            label=f"Столбец «{column.caption}»",
            choices=[("", "не загружать"), *titles.items()],
            initial=column.code,
            required=False,
        )

    @property
    def mapping(self):
        return {key: self.cleaned_data[name] for name, key in self.keys.items()}


class ApplyForm(SentencesMixin, forms.Form):
    """The answers given under a preview."""

    skip_invalid = forms.BooleanField(required=False)
    same = forms.MultipleChoiceField(required=False)
    others_new = forms.BooleanField(required=False)

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        asked = [line.key for line in lines if line.lookalike]
        self.fields["same"].choices = [(key, key) for key in asked]

    def clean(self):
        """A likeness that nobody looked at must not become a double."""
        data = super().clean()
        asked, same = self.fields["same"].choices, data.get("same", [])
        if len(same) < len(asked) and not data.pop("others_new", False):
            raise forms.ValidationError(UNANSWERED)
        return {"skip_invalid": data.get("skip_invalid", False), "same": same}
