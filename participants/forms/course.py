from decimal import Decimal

from django import forms
from django.utils import timezone

from mentoring_portal.shared.choices import ManyRowsField
from participants.models import Course, CourseSession
from participants.services.course import Timetable, begin_from, samples, save_course
from participants.services.course_session import GONE, free_events, save_session, take_events
from programs.enums import MentoringForm
from programs.forms.fields import DateInput, long_text
from programs.forms.sentences import SentencesMixin
from programs.models import Event

EVERY_WEEK = 7
ANY_FAULT = ("required", "invalid", "min_value", "max_value")
SHARE = "Доля занятий – целое число процентов от 1 до 100."
HOURS = "У занятия от 0,5 до 100 академических часов, не точнее десятой доли часа."


class CourseForm(SentencesMixin, forms.ModelForm):
    goal = long_text(Course, "goal")

    class Meta:
        model = Course
        fields = ("title", "form", "goal", "lead", "pass_share")
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "form": "",
            "lead": "Кто проводит занятия, если все ведёт один человек или организация.",
            "pass_share": "Наставников, посетивших не меньше, портал предложит зачесть.",
        }
        error_messages = {"pass_share": dict.fromkeys(ANY_FAULT, SHARE)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form"].choices = [("", "для всех форм"), *MentoringForm.choices]

    def save_by(self, user):
        return save_course(course=self.instance, by=user)


class SampleForm(SentencesMixin, forms.Form):
    """A course from a sample: what to take and when its lessons go."""

    sample = forms.ChoiceField(label="Что взять за основу", widget=forms.RadioSelect)
    first_day = forms.DateField(label="Первое занятие", widget=DateInput)
    step = forms.IntegerField(
        label="Следующее – через сколько дней",
        initial=EVERY_WEEK,
        min_value=0,
        max_value=60,
        help_text="0 – все занятия в один день. Дату каждого можно изменить потом.",
    )
    at = forms.TimeField(
        label="Начало",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label="Место", max_length=300, required=False)

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.program = program
        self.samples = {sample.code: sample for sample in samples(program)}
        self.fields["sample"].choices = [
            (code, f"{sample.title} – {hours_words(sample)}")
            for code, sample in self.samples.items()
        ]
        self.fields["first_day"].initial = timezone.localdate()

    def clean_first_day(self):
        day = self.cleaned_data["first_day"]
        if doubt := self.program.year.doubt(day):
            raise forms.ValidationError(doubt)
        return day

    def save_by(self, user):
        data = self.cleaned_data
        return begin_from(
            program=self.program,
            sample=self.samples[data["sample"]],
            when=Timetable(data["first_day"], data["step"], data["at"], data["place"]),
            by=user,
        )


def hours_words(sample):
    """«занятий 4, часов 8»"""
    hours = sum(lesson.hours for lesson in sample.lessons)
    return f"занятий {len(sample.lessons)}, часов {hours}".replace(".", ",")


class SessionForm(SentencesMixin, forms.ModelForm):
    """The event and what the lesson adds to it, on one page."""

    hours = CourseSession._meta.get_field("hours").formfield(
        localize=True,
        min_value=Decimal("0.5"),
        max_value=100,
        max_digits=None,
        error_messages=dict.fromkeys((*ANY_FAULT, "max_decimal_places"), HOURS),
    )
    content = long_text(
        CourseSession,
        "content",
        help_text="Печатается в программе обучения и в графике занятий.",
    )

    class Meta:
        model = Event
        fields = ("title", "starts_on", "starts_at", "place", "responsible")
        labels = {"title": "Тема занятия", "responsible": "Кто ведёт"}
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "starts_on": DateInput,
            "starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    field_order = ("title", "starts_on", "starts_at", "hours", "place", "responsible", "content")

    def __init__(self, *args, session, **kwargs):
        own = {"hours": session.hours, "content": session.content}
        super().__init__(*args, initial=own, **kwargs)
        self.session = session

    def save_by(self, user):
        self.session.hours = self.cleaned_data["hours"]
        self.session.content = self.cleaned_data["content"]
        return save_session(session=self.session, event=self.instance, by=user)


class EventChoice(ManyRowsField):
    def label_from_instance(self, event):
        return f"{event.starts_on:%d.%m.%Y} – {event}"


class TakeEventsForm(SentencesMixin, forms.Form):
    events = EventChoice(
        label="События плана",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Отметьте хотя бы одно событие.",
            "invalid_choice": GONE,
            "invalid_pk_value": GONE,
        },
    )

    def __init__(self, *args, course, **kwargs):
        super().__init__(*args, **kwargs)
        self.course = course
        self.fields["events"].queryset = free_events(course)

    def save_by(self, user):
        events = self.cleaned_data["events"]
        return take_events(course=self.course, events=events, by=user)
