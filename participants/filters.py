"""Search and filters of the two bases; every filter states its rule in words of the page."""

import django_filters as filters
from django import forms
from django.db.models import Q
from django.utils import timezone

from participants.domain.mentor_path import TITLES
from participants.enums import (
    ApplicationKind,
    ApplicationStatus,
    CompletionMark,
    ParticipantStatus,
    SelectionDecision,
    Sex,
)
from participants.models import Application, Mentee, Mentor, Tag
from participants.services.consent import missing_of
from participants.services.mentor_path import places
from programs.enums import MentoringForm

YES, NO = "yes", "no"
UNDECIDED = "undecided"

ORDER = {"person__name_key": "name", "person__birth_year": "birth_year", "status": "status"}
ORDER_LABELS = {
    "person__name_key": "Фамилия",
    "person__birth_year": "Год рождения",
    "status": "Состояние",
    "entry_date": "Дата вхождения",
    "form": "Форма",
    "max_mentees": "Наставляемых не больше",
}


class ParticipantFilter(filters.FilterSet):
    q = filters.CharFilter(label="Имя или слова из сведений", method="by_words")
    status = filters.ChoiceFilter(label="Состояние", choices=ParticipantStatus, empty_label="Любое")
    form = filters.ChoiceFilter(
        label="Форма наставничества", choices=MentoringForm, empty_label="Любая"
    )
    sex = filters.ChoiceFilter(
        label="Пол", field_name="person__sex", choices=Sex, empty_label="Любой"
    )
    consents = filters.ChoiceFilter(
        label="Обязательные согласия",
        choices=[(YES, "все записаны"), (NO, "не хватает")],
        method="by_consents",
        empty_label="Не важно",
    )
    tag = filters.ModelChoiceFilter(
        label="Метка", field_name="tags", to_field_name="name", empty_label="Любая"
    )
    born_from = filters.NumberFilter(
        label="Год рождения от",
        field_name="person__birth_year",
        lookup_expr="gte",
        widget=forms.NumberInput(attrs={"min": 1900, "max": 2100}),
    )
    born_to = filters.NumberFilter(
        label="Год рождения до",
        field_name="person__birth_year",
        lookup_expr="lte",
        widget=forms.NumberInput(attrs={"min": 1900, "max": 2100}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["tag"].queryset = Tag.objects.used_in(self.queryset)

    def by_words(self, queryset, name, value):
        return queryset.search(value)

    def by_consents(self, queryset, name, value):
        """The rule depends on the age and the form, so it is asked in Python: two queries."""
        lacking = missing_of(list(queryset.select_related("person")), timezone.localdate())
        wanted = [person for person, kinds in lacking.items() if bool(kinds) is (value == NO)]
        return queryset.filter(person__in=wanted)


class MenteeFilter(ParticipantFilter):
    support = filters.ChoiceFilter(
        label="Психологическое сопровождение",
        field_name="needs_support",
        choices=[("True", "нужно")],
        empty_label="Не важно",
    )
    mark = filters.ChoiceFilter(
        label="Отметка о прохождении",
        field_name="completion_mark",
        choices=CompletionMark,
        empty_label="Любая",
    )
    ordering = filters.OrderingFilter(
        fields={**ORDER, "form": "form", "entry_date": "entry_date"},
        field_labels=ORDER_LABELS,
        label="Порядок",
        empty_label="По фамилии",
    )

    class Meta:
        model = Mentee
        fields = []


class MentorFilter(ParticipantFilter):
    form = filters.ChoiceFilter(
        label="Форма наставничества",
        choices=MentoringForm,
        method="by_form",
        empty_label="Любая",
    )
    places = filters.ChoiceFilter(
        label="Свободные места",
        choices=[(YES, "есть")],
        method="by_places",
        empty_label="Не важно",
    )
    step = filters.ChoiceFilter(
        label="Дошёл до шага",
        choices=[(code.value, title) for code, title in TITLES.items()],
        method="by_step",
        empty_label="Любого",
    )
    analysis = filters.ChoiceFilter(
        label="Анализ потребностей",
        choices=[(YES, "записан"), (NO, "не записан")],
        method="by_analysis",
        empty_label="Не важно",
    )
    ordering = filters.OrderingFilter(
        fields={**ORDER, "max_mentees": "max_mentees", "entry_date": "entry_date"},
        field_labels=ORDER_LABELS,
        label="Порядок",
        empty_label="По фамилии",
    )

    class Meta:
        model = Mentor
        fields = []

    def by_form(self, queryset, name, value):
        return queryset.of_form(value)

    def by_step(self, queryset, name, value):
        """The step follows from facts of several tables, so it is asked in Python."""
        found = places(list(queryset.select_related(None)))
        return queryset.filter(pk__in=[pk for pk, step in found.items() if step.code == value])

    def by_analysis(self, queryset, name, value):
        return queryset.filter(analyses__isnull=value == NO).distinct()

    def by_places(self, queryset, name, value):
        return queryset.with_free_places()


class SelectionFilter(filters.FilterSet):
    """Of the commission: what is decided and how many points there are."""

    q = filters.CharFilter(label="Имя или слова из сведений", method="by_words")
    decision = filters.ChoiceFilter(
        label="Решение",
        choices=[(UNDECIDED, "решения ещё нет"), *SelectionDecision.choices],
        method="by_decision",
        empty_label="Любое",
    )
    status = filters.ChoiceFilter(label="Состояние", choices=ParticipantStatus, empty_label="Любое")
    least = filters.NumberFilter(
        label="Сумма баллов от",
        method="by_points",
        widget=forms.NumberInput(attrs={"min": 0, "max": 10_000}),
    )
    ordering = filters.OrderingFilter(
        fields={"person__name_key": "name", "points": "points"},
        field_labels={"person__name_key": "Фамилия", "points": "Сумма баллов"},
        label="Порядок",
        empty_label="По фамилии",
    )

    class Meta:
        model = Mentor
        fields = []

    def by_words(self, queryset, name, value):
        return queryset.search(value)

    def by_decision(self, queryset, name, value):
        if value == UNDECIDED:
            return queryset.filter(Q(selection=None) | Q(selection__decision=""))
        return queryset.filter(selection__decision=value)

    def by_points(self, queryset, name, value):
        return queryset.with_points().filter(points__gte=value)


class ApplicationFilter(filters.FilterSet):
    status = filters.ChoiceFilter(label="Состояние", choices=ApplicationStatus, empty_label="Любое")
    kind = filters.ChoiceFilter(label="Кто подал", choices=ApplicationKind, empty_label="Все")

    class Meta:
        model = Application
        fields = []
