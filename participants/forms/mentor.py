from decimal import Decimal

from django.forms import (
    CheckboxSelectMultiple,
    ModelForm,
    MultipleChoiceField,
    Textarea,
    URLField,
    ValidationError,
)

from participants.domain.mentor_wishes import hours_month, wished_ages
from participants.forms.free_time import DaysField, FreeTimeMixin, HoursField
from participants.forms.mentee import ordered_dates, parts_of
from participants.forms.person import DateInput
from participants.forms.role_models import refuse_models
from participants.forms.tags import TagsField
from participants.models import Mentor
from programs.enums import MentoringForm, MentoringKind, RoleModel
from programs.forms.sentences import SentencesMixin

BY_WORDS = "Оставьте как есть, и портал поймёт это из слов выше; можно исправить."


class MentorForm(SentencesMixin, FreeTimeMixin, ModelForm):
    forms = MultipleChoiceField(
        label="Формы наставничества",
        choices=MentoringForm,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text="Если ничего не отмечено – подходит любая форма.",
    )
    kinds = MultipleChoiceField(
        label="Виды наставничества",
        choices=MentoringKind,
        widget=CheckboxSelectMultiple,
        required=False,
    )
    role_models = MultipleChoiceField(
        label="Ролевые модели",
        choices=RoleModel,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text="Если ничего не отмечено – подходит любая модель.",
    )
    portfolio_url = URLField(
        label="Страница портфолио",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Адрес в интернете, например https://example.org/portfolio.",
    )
    tags = TagsField()
    free_days = DaysField()
    free_hours = HoursField()

    sections = (
        (
            "Чем может помочь",
            ("position", "workplace", "competences", "achievements", "interests", "tags")
            + ("portfolio_url",),
        ),
        ("Каких наставляемых берёт", ("preferred_age", "age_from", "age_to", "max_mentees")),
        ("Формы, виды, ролевые модели", ("forms", "kinds", "role_models")),
        ("Время", ("time_resource", "hours_month", "free_days", "free_hours")),
        ("Только для школы", ("note",)),
        ("Ход программы", ("entry_date", "end_date", "results", "case_link")),
    )

    class Meta:
        model = Mentor
        fields = (
            "forms",
            "kinds",
            "role_models",
            "position",
            "workplace",
            "competences",
            "achievements",
            "interests",
            "portfolio_url",
            "preferred_age",
            "age_from",
            "age_to",
            "time_resource",
            "hours_month",
            "max_mentees",
            "free_days",
            "free_hours",
            "entry_date",
            "end_date",
            "results",
            "case_link",
            "note",
        )
        widgets = {
            "entry_date": DateInput(),
            "end_date": DateInput(),
            **{
                name: Textarea(attrs={"rows": 3})
                for name in ("competences", "achievements", "results", "note")
            },
            "interests": Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "preferred_age": "Своими словами, как в таблице: «12–16».",
            "age_from": BY_WORDS,
            "age_to": BY_WORDS,
            "time_resource": "Своими словами: «2 часа в неделю».",
            "hours_month": BY_WORDS,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tags"].offer(self.instance)
        self.show_words()

    def parts(self):
        return parts_of(self)

    def clean_portfolio_url(self):
        url = self.cleaned_data["portfolio_url"]
        if url and not url.startswith(("http://", "https://")):
            raise ValidationError("Адрес страницы начинается с https:// или http://.")
        return url

    def clean(self):
        data = ordered_dates(self, super().clean())
        chosen, named = data.get("forms", ()), data.get("role_models", ())
        refuse_models(self, "role_models", forms=chosen, models=named)
        changed = set(self.changed_data)
        if "preferred_age" in changed and not changed & {"age_from", "age_to"}:
            data["age_from"], data["age_to"] = wished_ages(data.get("preferred_age", ""))
        if "time_resource" in changed and "hours_month" not in changed:
            hours = hours_month(data.get("time_resource", ""))
            data["hours_month"] = None if hours is None else Decimal(str(hours))
        return data
