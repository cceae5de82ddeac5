"""The meeting as a mentor writes it down on a phone."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from mentoring_portal.shared.choices import ManyRowsField
from pairs.enums import Rating
from pairs.forms.pair import DateInput
from pairs.models import Meeting, PlanTask
from pairs.services import meeting as service
from programs.forms.sentences import SentencesMixin

QUICK_MINUTES = ((30, "30 минут"), (45, "45 минут"), (60, "час"), (90, "полтора часа"))
OTHER = 0


class MeetingForm(SentencesMixin, forms.ModelForm):
    quick = forms.TypedChoiceField(
        label="Сколько длилась встреча",
        choices=(*QUICK_MINUTES, (OTHER, "другое время")),
        coerce=int,
        widget=forms.RadioSelect,
    )
    minutes = forms.IntegerField(
        label="Другое время, минут",
        min_value=5,
        max_value=600,
        required=False,
        error_messages=dict.fromkeys(("min_value", "max_value"), "Укажите от 5 до 600 минут."),
    )
    note = forms.CharField(
        label="Заметка",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видите вы и сотрудники школы, которые ведут программу. Наставляемый не видит.",
    )
    rating = forms.TypedChoiceField(
        label="Как прошла встреча",
        choices=tuple(reversed(Rating.choices)),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите, как прошла встреча."},
    )

    tasks = ManyRowsField(
        label="Какие задачи плана выполнены",
        queryset=PlanTask.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Отметка появится в плане пары с датой этой встречи.",
    )

    class Meta:
        model = Meeting
        fields = ("day", "kind", "topic", "rating", "note")
        widgets = {
            "day": DateInput,
            "topic": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {
            "day": {"required": "Укажите день встречи."},
            "topic": {"required": "Напишите, чем вы занимались."},
        }

    field_order = ("day", "kind", "quick", "minutes", "topic", "rating", "note", "tasks")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].widget.attrs["max"] = timezone.localdate().isoformat()
        self._offer_tasks()
        minutes = self.instance.minutes
        known = minutes in dict(QUICK_MINUTES)
        self.fields["quick"].initial = minutes if known else (OTHER if minutes else 45)
        self.fields["minutes"].initial = None if known else minutes

    def _offer_tasks(self):
        """Open tasks of the plan, the most urgent first; nothing is asked where there are none."""
        open_tasks = PlanTask.objects.unfinished().own().of_pair(self.instance.pair)
        self.fields["tasks"].queryset = open_tasks
        if not open_tasks:
            del self.fields["tasks"]

    def clean(self):
        super().clean()
        self._clean_day()
        typed, quick = self.cleaned_data.get("minutes"), self.cleaned_data.get("quick")
        if self.errors.keys() & {"minutes", "quick"}:
            return
        if not (typed or quick):
            raise ValidationError({"minutes": "Укажите, сколько минут длилась встреча."})
        self.instance.minutes = typed or quick

    def _clean_day(self):
        """All mistakes at once: the service would tell this one only after the others."""
        day = self.cleaned_data.get("day")
        try:
            if day:
                service.check(pair=self.instance.pair, day=day)
        except ValidationError as error:
            self.add_error(None, error)

    def save_as(self, user):
        save = service.update if self.instance.pk else service.record
        return save(meeting=self.instance, by=user, tasks=self.cleaned_data.get("tasks", ()))
