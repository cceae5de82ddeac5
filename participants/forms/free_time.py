"""Inputs for days and hours that stay words in the base, as the tables hold them."""

from django import forms

from participants.domain.free_days import WEEK, parse_days
from participants.domain.free_hours import WrongHours, tidy_hours

WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


class DaysField(forms.MultipleChoiceField):
    """Ticks that become «пн, ср»."""

    def __init__(self, **kwargs):
        choices = list(zip(WEEK, WEEKDAYS, strict=True))
        widget = forms.CheckboxSelectMultiple
        kwargs = {"label": "Свободные дни", "required": False} | kwargs
        super().__init__(choices=choices, widget=widget, **kwargs)

    def prepare_value(self, value):
        return sorted(parse_days(value), key=WEEK.index) if isinstance(value, str) else value

    def clean(self, value):
        return ", ".join(day for day in WEEK if day in super(DaysField, self).clean(value))


class HoursField(forms.CharField):
    def __init__(self, **kwargs):
        example = "Например: 15:00–17:00. Несколько промежутков – через запятую."
        kwargs = {"label": "Свободные часы", "required": False, "help_text": example} | kwargs
        super().__init__(max_length=100, **kwargs)


class FreeTimeMixin:
    """Words that nobody touched stay as the table or the application had them."""

    def show_words(self):
        """Words that ticks cannot hold («вт после уроков») stand beside the ticks."""
        words = self.instance.free_days
        if words and words != self.fields["free_days"].clean(sorted(parse_days(words))):
            self.fields["free_days"].help_text = f"В таблице написано: «{words}»."

    def clean_free_days(self):
        ticked, words = self.cleaned_data["free_days"], self.initial.get("free_days") or ""
        return words if parse_days(words) == parse_days(ticked) else ticked

    def clean_free_hours(self):
        hours, words = self.cleaned_data["free_hours"], self.initial.get("free_hours") or ""
        if hours == words:
            return hours
        try:
            return tidy_hours(hours)
        except WrongHours as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
