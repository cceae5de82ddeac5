"""Forms of a pair: by hand, its plan, its end."""

from django import forms
from django.utils import timezone

from pairs.models import Pair
from pairs.services import composition
from pairs.services import pair as service
from participants.models import Mentee, Mentor


class DateInput(forms.DateInput):
    """The native calendar of the phone and of the browser."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.person.full_name}, {obj.position}" if obj.position else obj.person.full_name


class PeopleChoice(forms.ModelMultipleChoiceField):
    label_from_instance = PersonChoice.label_from_instance


class PairPlanForm(forms.ModelForm):
    class Meta:
        model = Pair
        fields = ("form", "role_model", "kind", "goal", "starts_on", "ends_on")
        widgets = {
            "starts_on": DateInput,
            "ends_on": DateInput,
            "goal": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "goal": "Видят наставник и наставляемый: пишите так, чтобы понял ребёнок.",
            "starts_on": "Обычно её ставит приказ о формировании пар.",
        }

    def save_as(self, user):
        return service.update(pair=self.instance, by=user)


class PairCreateForm(forms.ModelForm):
    mentor = PersonChoice(label="Наставник", queryset=Mentor.objects.none())
    mentees = PeopleChoice(
        label="Наставляемые",
        queryset=Mentee.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Один – пара, несколько – группа.",
    )

    class Meta:
        model = Pair
        fields = ("mentor", "mentees", "form", "goal")
        widgets = {"goal": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"form": "Пусто – как в базе наставляемых."}

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.program = program
        self.fields["mentor"].queryset = program.mentors.approved().by_name()
        self.fields["mentees"].queryset = program.mentees.approved().by_name()

    def save_as(self, user):
        mentees = list(self.cleaned_data["mentees"])
        return composition.create(pair=self.instance, mentees=mentees, by=user)


class RejectForm(forms.Form):
    reason = forms.CharField(
        label="Почему пара не подходит",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="При новом подборе эти люди больше не попадут друг к другу.",
    )


class CompleteForm(forms.Form):
    day = forms.DateField(label="Последний день работы пары", widget=DateInput)
    reason = forms.CharField(label="Итог", widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate


class TerminateForm(CompleteForm):
    reason = forms.CharField(
        label="Почему пара прекращена досрочно",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видят только сотрудники школы; причину назовёт приказ о замене.",
    )


class MentorChoiceForm(forms.Form):
    """Another mentor for a mentee; cleaned to the chosen one of the ranked alternatives."""

    mentor = forms.ChoiceField(label="Новый наставник", widget=forms.RadioSelect)

    def __init__(self, *args, alternatives, **kwargs):
        super().__init__(*args, **kwargs)
        self.alternatives = {str(row.mentor.pk): row for row in alternatives if row.free}
        self.fields["mentor"].choices = [
            (key, row.mentor.person.full_name) for key, row in self.alternatives.items()
        ]

    def clean_mentor(self):
        return self.alternatives[self.cleaned_data["mentor"]]
