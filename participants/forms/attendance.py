from django import forms
from django.utils import timezone

from participants.services.attendance import mark_attendance
from programs.forms.sentences import SentencesMixin


class AttendanceSearchForm(SentencesMixin, forms.Form):
    q = forms.CharField(label="Фамилия или имя", required=False, max_length=100)


class AttendanceForm(SentencesMixin, forms.Form):
    """Ticks beside the people that the page shows."""

    people = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args, event, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        self.shown = {person.pk for group in groups for person in group.people}
        self.fields["people"].choices = [(pk, pk) for pk in self.shown]

    def save_by(self, user):
        return mark_attendance(
            event=self.event,
            shown=self.shown,
            chosen=self.cleaned_data["people"],
            today=timezone.localdate(),
            by=user,
        )
