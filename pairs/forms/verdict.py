"""«Подошли ли вы друг другу?»: one question on a phone; and the curator's change of mentor."""

from django import forms
from django.utils import timezone

from pairs.enums import VerdictWay
from pairs.forms.pair import LONGEST, DateInput
from pairs.models import Verdict
from pairs.services import parting
from pairs.services import verdict as service
from programs.forms.sentences import SentencesMixin

SEEN_BY = "Увидят только сотрудники школы, которые ведут программу. Вторая сторона не увидит."


def fits_field(label):
    return forms.TypedChoiceField(
        label=label,
        choices=(("yes", "Да, подошли"), ("no", "Нет, не подошли")),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите ответ."},
    )


def comment_field():
    return forms.CharField(
        label="Пояснение",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=SEEN_BY,
    )


class VerdictForm(SentencesMixin, forms.ModelForm):
    fits = fits_field("Подошли ли вы друг другу?")
    comment = comment_field()

    class Meta:
        model = Verdict
        fields = ("fits", "comment")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = self.instance.pk is not None
        self.initial["fits"] = ("yes" if self.instance.fits else "no") if given else None

    def save_as(self, user):
        return service.give(verdict=self.instance, by=user)


class RecordForm(SentencesMixin, forms.Form):
    """The answer of somebody without a login, as it stands on paper or was said."""

    person = forms.ChoiceField(label="Кто ответил", widget=forms.RadioSelect)
    fits = fits_field("Подошли ли они друг другу?")
    day = forms.DateField(label="Дата ответа", widget=DateInput)
    way = forms.ChoiceField(
        label="Как получен ответ",
        choices=VerdictWay.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите, как получен ответ."},
    )
    comment = comment_field()

    def __init__(self, *args, pair, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = pair
        self.verdicts = {str(row.person_id): row for row in service.silent_sides(pair)}
        choices = [(key, self.label_of(row)) for key, row in self.verdicts.items()]
        self.fields["person"].choices = choices
        self.fields["person"].initial = choices[0][0] if choices else None
        self.fields["day"].initial = timezone.localdate

    def label_of(self, verdict):
        name = f"{verdict.person.full_name}, {verdict.get_side_display()}"
        return f"{name} – записано: {verdict.get_fits_display()}" if verdict.pk else name

    def clean_person(self):
        return self.verdicts[self.cleaned_data["person"]].person

    def save_as(self, user):
        return service.record(pair=self.pair, by=user, **self.cleaned_data)


class MenteeChoice(forms.ModelChoiceField):
    def label_from_instance(self, mentee):
        return mentee.person.full_name


class PartForm(SentencesMixin, forms.Form):
    mentee = MenteeChoice(
        label="Наставляемый",
        queryset=None,
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Этого наставляемого в паре уже нет."},
    )
    day = forms.DateField(label="Последний день вместе", widget=DateInput)

    def __init__(self, *args, pair, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = pair
        members = pair.members.filter(left_on=None).values("mentee")
        mentees = pair.program.mentees.filter(pk__in=members).by_name()
        self.fields["mentee"].queryset = mentees
        self.fields["day"].initial = timezone.localdate
        if len(pair.mentees) == 1:
            self.fields["mentee"].initial = pair.mentees[0].pk
            self.fields["mentee"].widget = forms.HiddenInput()

    def save_as(self, user):
        return parting.part(pair=self.pair, by=user, **self.cleaned_data)
