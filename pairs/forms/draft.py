"""What the page of the matching sends: the step it shows and whom it is about."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime

from pairs.models import Matching, PairMember
from participants.models import Mentor
from programs.forms.sentences import SentencesMixin


class Number(forms.IntegerField):
    """The number of a row; a wrong one is as good as none."""

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=2**31 - 1, required=False, **kwargs)


class StepForm(SentencesMixin, forms.Form):
    """``step`` is the state of the draft that the page of the user shows."""

    step = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def seen(self):
        return self.cleaned_data.get("step") or None


class DraftForm(StepForm):
    member = Number()
    other = Number()
    mentor = Number()

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.program = program

    @property
    def about(self):
        """The number of the proposal that the button stands at."""
        return self.cleaned_data.get("member")

    def row(self, name):
        """The proposal of the draft that a field names; None when it is there no more."""
        members = PairMember.objects.with_people()
        found = members.filter(pair__program=self.program, pk=self.cleaned_data.get(name) or 0)
        return found.first()

    def chosen_mentor(self):
        return Mentor.objects.filter(
            program=self.program, pk=self.cleaned_data.get("mentor") or 0
        ).first()


class TickedField(forms.Field):
    """Numbers of ticked rows; what is no number is nothing that a page has ticked."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value):
        return [
            int(one) for one in value or () if one.isascii() and one.isdigit() and len(one) < 10
        ]


class ChosenForm(SentencesMixin, forms.Form):
    """The ticked proposals; those that have gone meanwhile are left out by the service."""

    pair = TickedField(required=False)


class ForbidForm(StepForm):
    reason = forms.CharField(
        label="Почему эти двое не подходят друг другу",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видят только сотрудники школы. Запрет можно снять.",
    )


class RenameForm(SentencesMixin, forms.ModelForm):
    """``was`` is the name that the page has shown."""

    was = forms.CharField(required=False)

    class Meta:
        model = Matching
        fields = ("title",)


class CompareForm(SentencesMixin, forms.Form):
    """Which two variants; ``lines`` are those of the list of steps."""

    first = forms.TypedChoiceField(label="Первый вариант", coerce=int)
    second = forms.TypedChoiceField(label="Второй вариант", coerce=int)

    def __init__(self, *args, lines, **kwargs):
        self.lines = {line.matching.pk: line for line in lines if line.worth}
        super().__init__(*args, **kwargs)
        choices = [(pk, self.label(line)) for pk, line in self.lines.items()]
        latest = list(self.lines)
        for name, initial in (("first", latest[1:2]), ("second", latest[:1])):
            self.fields[name].choices = choices
            self.fields[name].initial = initial[0] if initial else None

    def label(self, line):
        made = date_format(localtime(line.matching.created_at), "d.m.Y H:i")
        name = f"«{line.matching.title}», " if line.matching.title else ""
        return f"{name}{made} – {line.words}"

    def chosen(self):
        """The two rows, or None when there are not two, or a number fits no step."""
        if not self.is_bound:
            keys = [self.fields[name].initial for name in self.fields]
        elif self.is_valid():
            keys = list(self.cleaned_data.values())
        else:
            return None
        return None if None in keys else tuple(self.lines[key].matching for key in keys)
