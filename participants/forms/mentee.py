from django import forms

from participants.forms.free_time import DaysField, FreeTimeMixin, HoursField
from participants.forms.person import DateInput
from participants.forms.role_models import refuse_models
from participants.forms.tags import TagsField
from participants.models import Mentee
from programs.enums import RoleModel
from programs.forms.sentences import SentencesMixin

SOURCE_HINT = "От кого школа узнала о запросе."


class MenteeForm(SentencesMixin, FreeTimeMixin, forms.ModelForm):
    tags = TagsField()
    max_mentors = forms.IntegerField(
        label="Наставников не больше",
        min_value=1,
        max_value=5,
        required=False,
        help_text="Обычно один.",
    )
    free_days = DaysField()
    free_hours = HoursField()

    sections = (
        (
            "Запрос",
            ("form", "role_model", "position", "workplace", "request", "request_source")
            + ("interests", "tags", "max_mentors"),
        ),
        ("Когда удобно встречаться", ("free_days", "free_hours")),
        ("Только для школы", ("needs_support", "note")),
        (
            "Ход программы",
            ("entry_date", "end_date", "results", "case_link", "completion_mark"),
        ),
    )

    class Meta:
        model = Mentee
        fields = (
            "form",
            "role_model",
            "max_mentors",
            "position",
            "workplace",
            "request",
            "request_source",
            "needs_support",
            "interests",
            "free_days",
            "free_hours",
            "entry_date",
            "end_date",
            "results",
            "case_link",
            "completion_mark",
            "note",
        )
        widgets = {
            "entry_date": DateInput(),
            "end_date": DateInput(),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in ("request", "results", "note")},
            "interests": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {"request_source": SOURCE_HINT}

    def clean_max_mentors(self):
        """Left empty, it is what it was."""
        return self.cleaned_data["max_mentors"] or self.instance.max_mentors

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form"].required = True
        unnamed = [("", "не указана"), *RoleModel.choices]
        self.fields["role_model"].choices = unnamed
        self.fields["tags"].offer(self.instance)
        self.show_words()

    def parts(self):
        return parts_of(self)

    def clean(self):
        data = ordered_dates(self, super().clean())
        chosen, model = data.get("form"), data.get("role_model")
        refuse_models(self, "role_model", forms=[chosen], models=[model])
        return data


def parts_of(form):
    """(title, fields) of every section for the page."""
    return [(title, [form[name] for name in names]) for title, names in form.sections]


def ordered_dates(form, data):
    entry, end = data.get("entry_date"), data.get("end_date")
    if entry and end and end < entry:
        form.add_error("end_date", "Дата завершения раньше даты вхождения в программу.")
    return data
