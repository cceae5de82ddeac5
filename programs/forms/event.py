from django import forms
from django.utils import timezone

from programs.forms.fields import DateInput
from programs.forms.sentences import SentencesMixin
from programs.models import Event
from programs.services.event import check_link, hold_event, save_event


class EventForm(SentencesMixin, forms.ModelForm):
    class Meta:
        model = Event
        fields = [
            "kind",
            "title",
            "starts_on",
            "ends_on",
            "starts_at",
            "place",
            "audience",
            "responsible",
            "stage",
            "form",
        ]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "starts_on": DateInput,
            "ends_on": DateInput,
            "starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }
        help_texts = {
            "ends_on": "Если событие длится несколько дней.",
            "audience": "Например: наставники и наставляемые 8–9 классов.",
        }

    def save_by(self, user):
        return save_event(event=self.instance, by=user)


class EventResultForm(SentencesMixin, forms.ModelForm):
    photo_url = forms.URLField(
        label="Ссылка на фотоотчёт",
        required=False,
        max_length=500,
        assume_scheme="https",
        validators=[check_link],
    )

    class Meta:
        model = Event
        fields = ["result", "guests", "photo_url"]
        widgets = {"result": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"result": "Чем закончилось: что решили, чему научились, что показали."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["result"].required = True

    def save_by(self, user):
        return hold_event(event=self.instance, today=timezone.localdate(), by=user)
