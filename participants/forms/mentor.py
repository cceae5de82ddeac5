from django.forms import CheckboxSelectMultiple, ModelForm, MultipleChoiceField, Textarea

from participants.forms.mentee import ordered_dates
from participants.forms.person import DateInput
from participants.models import Mentor
from programs.enums import MentoringForm, MentoringKind


class MentorForm(ModelForm):
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

    class Meta:
        model = Mentor
        fields = (
            "forms",
            "kinds",
            "position",
            "workplace",
            "competences",
            "achievements",
            "interests",
            "preferred_age",
            "age_from",
            "age_to",
            "time_resource",
            "hours_month",
            "max_mentees",
            "free_days",
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
            "time_resource": "Своими словами: «2 часа в неделю».",
            "hours_month": "Для подбора пар; если известно.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def clean(self):
        return ordered_dates(self, super().clean())
