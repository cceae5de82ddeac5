from django import forms

from programs.domain.attachments import BEGINNINGS, HINT, problem, titled
from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin
from programs.models import RoadmapItem
from programs.services.roadmap import attach, save_item
from programs.services.roadmap_term import settle_term

HINTS = {
    "term_text": "Например, «до 25.12.2026», «сентябрь 2026 г.», «в течение учебного года». "
    "Вид срока и даты портал поймёт из этих слов сам.",
    "term_kind": "Можно не менять: портал определит его по словам.",
    "starts_on": "Заполните, если даты нужны другие, чем в словах.",
}


class RoadmapItemForm(SentencesMixin, forms.ModelForm):
    class Meta:
        model = RoadmapItem
        fields = [
            "title",
            "section",
            "number",
            "stage",
            "details",
            "term_text",
            "term_kind",
            "starts_on",
            "due_on",
            "responsible",
            "result",
        ]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 3}),
            "details": forms.Textarea(attrs={"rows": 3}),
            "result": forms.Textarea(attrs={"rows": 2}),
            "starts_on": DateInput,
            "due_on": DateInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = self.instance.program.roadmap_sections.all()
        self.fields["section"].empty_label = "Без раздела"
        self.fields["stage"].choices = [
            ("", "Все этапы"),
            *(choice for choice in self.fields["stage"].choices if choice[0]),
        ]

        self.notes = ()
        for name, words in HINTS.items():
            self.fields[name].help_text = words

    def clean(self):
        values = super().clean()
        starts_on, due_on = values.get("starts_on"), values.get("due_on")
        if starts_on and due_on and due_on < starts_on:
            self.add_error("due_on", "Окончание срока раньше начала. Исправьте одну из дат.")
        return values

    def save_by(self, user):
        self.notes = settle_term(item=self.instance, former=self.initial, changed=self.changed_data)
        return save_item(item=self.instance, by=user)


class RoadmapFileForm(SentencesMixin, forms.Form):
    file = forms.FileField(
        label="Файл",
        help_text=HINT,
        widget=forms.FileInput(attrs={"accept": ",".join(BEGINNINGS)}),
        error_messages={"empty": "Файл пуст. Проверьте, что он сохранён, и выберите его снова."},
    )
    title = forms.CharField(
        label="Название",
        required=False,
        max_length=190,
        help_text="Не указано – останется имя файла.",
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        beginning = upload.read(8)
        upload.seek(0)
        refusal = problem(upload.name, upload.size, beginning)
        if refusal:
            raise forms.ValidationError(refusal)
        return upload

    def save_by(self, user, item):
        upload = self.cleaned_data["file"]
        title = titled(self.cleaned_data["title"], upload.name)
        return attach(item=item, upload=upload, title=title, by=user)
