"""Search in the list of talks without a pair."""

import django_filters
from django import forms

from pairs.enums import EncounterKind
from pairs.models import Encounter

CALENDAR = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class EncounterFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(label="Наставник или наставляемый", method="by_name")
    kind = django_filters.ChoiceFilter(
        label="Вид", choices=EncounterKind.choices, empty_label="любой"
    )
    since = django_filters.DateFilter(
        label="С какого дня", field_name="day", lookup_expr="gte", **CALENDAR
    )
    until = django_filters.DateFilter(
        label="По какой день", field_name="day", lookup_expr="lte", **CALENDAR
    )
    goes_on = django_filters.ChoiceFilter(
        label="Продолжить",
        choices=(("True", "хотят"), ("False", "не просили")),
        empty_label="не важно",
    )

    class Meta:
        model = Encounter
        fields = ()

    def by_name(self, queryset, name, value):
        return queryset.named(value)
