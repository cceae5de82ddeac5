"""Forms of a pair: by hand, its plan, its end."""

from django import forms
from django.utils import timezone

from mentoring_portal.shared.choices import ManyRowsField
from pairs.enums import EncounterKind
from pairs.forms.draft import StepForm
from pairs.forms.objections import anyway_field, refuse_objections
from pairs.models import Pair
from pairs.services import composition
from pairs.services import pair as service
from pairs.services.alternatives import objections
from pairs.services.dropped import Proposals
from pairs.services.places import paired_last, with_taken_places
from participants.forms.role_models import refuse_models
from participants.models import Mentee, Mentor
from participants.services.withdrawal import willing
from programs.enums import MentoringKind
from programs.forms.choice_lists import ChoiceLists
from programs.forms.sentences import SentencesMixin

LONGEST = 5_000
ONE_TIME_KINDS = frozenset(EncounterKind.values)
ONE_TIME = (
    "Скоростное и ситуационное наставничество – разовые встречи: пара и приказ для них не нужны. "
    "Их записывают на странице «Разовые встречи»."
)


class DateInput(forms.DateInput):
    """The native calendar of the phone and of the browser."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class MentorChoice(forms.ModelChoiceField):
    def label_from_instance(self, mentor):
        free = max(0, mentor.max_mentees - mentor.taken)
        mere = f", ещё уступят предложения: {mentor.yielding}" if mentor.yielding else ""
        return f"{named(mentor)} – свободных мест: {free}{mere}"


class MenteesChoice(ManyRowsField):
    def label_from_instance(self, mentee):
        return mentee_label(mentee)


def mentee_label(mentee):
    """Read the mentees ``paired_last``."""
    if not mentee.mentors_now:
        return named(mentee)
    if not mentee.mentors_agreed:
        return f"{named(mentee)} – есть предложенная пара"
    more = ", можно ещё одного наставника" if mentee.mentors_agreed < mentee.max_mentors else ""
    return f"{named(mentee)} – уже в паре{more}"


def call_blank(field, words):
    """The empty choice of a model's field in words instead of dashes."""
    field.choices = [("", words), *(choice for choice in field.choices if choice[0])]


def goal_field(rows, help_text=""):
    return forms.CharField(
        label="Цель работы пары",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


def named(participant):
    name, position = participant.person.full_name, participant.position
    return f"{name}, {position}" if position else name


class PairPlanForm(SentencesMixin, forms.ModelForm):
    goal = goal_field(4, "Видят наставник и наставляемый: пишите так, чтобы понял ребёнок.")

    class Meta:
        model = Pair
        fields = ("form", "role_model", "kind", "goal", "starts_on", "ends_on")
        widgets = {
            "starts_on": DateInput,
            "ends_on": DateInput,
        }
        help_texts = {
            "starts_on": "Обычно её ставит приказ о формировании пар.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        call_blank(self.fields["form"], "не указана")
        call_blank(self.fields["role_model"], "не указана")

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        if kind in ONE_TIME_KINDS and kind != self.initial["kind"]:
            raise forms.ValidationError(ONE_TIME)
        return kind

    def clean(self):
        data = super().clean()
        chosen, model = data.get("form"), data.get("role_model")
        refuse_models(self, "role_model", forms=[chosen], models=[model])
        return data

    def save_as(self, user):
        return service.update(pair=self.instance, by=user)


class PairCreateForm(SentencesMixin, forms.ModelForm):
    mentor = MentorChoice(
        label="Наставник",
        queryset=Mentor.objects.none(),
        empty_label="выберите наставника",
        help_text="Предложения уступают место: их наставляемые подождут следующего подбора.",
    )
    mentees = MenteesChoice(
        label="Наставляемые",
        queryset=Mentee.objects.none(),
        widget=ChoiceLists,
        help_text="Один – пара, несколько – группа.",
    )
    goal = goal_field(3)
    anyway = anyway_field("Всё равно составить пару")

    class Meta:
        model = Pair
        fields = ("mentor", "mentees", "form", "role_model", "kind", "goal")

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.program = program
        if not self.is_bound:
            del self.fields["anyway"]
        call_blank(self.fields["form"], "как в базе наставляемых")
        call_blank(self.fields["role_model"], "как в базах")
        self.fields["kind"].required = False
        self.fields["kind"].help_text = "Несколько наставляемых – всегда группа."
        today = timezone.localdate()
        mentors = willing(program.mentors.approved(), today)
        mentees = willing(program.mentees.approved(), today)
        self.fields["mentor"].queryset = with_taken_places(mentors.by_name())
        self.fields["mentees"].queryset = paired_last(mentees.by_name())

    def clean_kind(self):
        return self.cleaned_data["kind"] or MentoringKind.TRADITIONAL

    def clean(self):
        data = super().clean()
        chosen, model = data.get("form"), data.get("role_model")
        refuse_models(self, "role_model", forms=[chosen], models=[model])
        refuse_objections(self, [] if self.errors else self._objections(data))
        return data

    def _objections(self, data):
        """Of a one-time talk nobody is asked: no pair comes of it."""
        if data["kind"] in ONE_TIME_KINDS:
            return []
        said = {name: data[name] for name in ("mentor", "form", "role_model")}
        return objections(Pair(program=self.instance.program, **said), data["mentees"])

    @property
    def is_one_time(self):
        return self.cleaned_data["kind"] in ONE_TIME_KINDS

    @property
    def one_time(self):
        """What is known already about the talk that the curator takes for a pair."""
        data = self.cleaned_data
        return {
            "kind": data["kind"],
            "mentor": data["mentor"].person.full_name,
            "mentee": data["mentees"][0].person.full_name,
        }

    def save_as(self, user):
        mentees = list(self.cleaned_data["mentees"])
        proposals = Proposals(self.cleaned_data["mentor"], mentees)
        pair = composition.create(pair=self.instance, mentees=mentees, by=user)
        self.dropped = proposals.dropped()
        return pair


class RejectForm(StepForm):
    reason = forms.CharField(
        label="Почему пара не подходит",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="При новом подборе эти люди больше не попадут друг к другу.",
    )


class CompleteForm(SentencesMixin, forms.Form):
    day = forms.DateField(label="Последний день работы пары", widget=DateInput)
    reason = forms.CharField(
        label="Итог", widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=LONGEST
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = timezone.localdate


class TerminateForm(CompleteForm):
    reason = forms.CharField(
        label="Почему пара прекращена досрочно",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Видят только сотрудники школы; причину назовёт приказ о замене.",
    )


class MentorChoiceForm(StepForm):
    """Another mentor for a mentee; cleaned to the chosen one of the ranked alternatives.

    An accepted pair waits for its order: against a rule only on the curator's express wish.
    """

    mentor = forms.ChoiceField(label="Новый наставник", widget=forms.RadioSelect)
    anyway = anyway_field("Всё равно назначить этого наставника")

    def __init__(self, *args, alternatives, is_proposed, **kwargs):
        super().__init__(*args, **kwargs)
        if is_proposed:
            del self.fields["anyway"]
        self.alternatives = {str(row.mentor.pk): row for row in alternatives if row.is_open}
        self.fields["mentor"].choices = [
            (key, row.mentor.person.full_name) for key, row in self.alternatives.items()
        ]

    def clean_mentor(self):
        return self.alternatives[self.cleaned_data["mentor"]]

    def clean(self):
        data = super().clean()
        chosen = data.get("mentor")
        if chosen and "anyway" in self.fields:
            asks = chosen.warning and not chosen.is_banned
            refuse_objections(self, [chosen.warning] if asks else [])
        return data
