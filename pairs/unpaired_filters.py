"""Search among the mentees without a pair; the support is asked about by those who may know."""

import django_filters
from django.utils import timezone

from pairs.services.terms import terms_of
from pairs.services.unpaired import support_due, waiting_long
from participants.models import Mentee
from programs.enums import MentoringForm

LONG, FIRST = "long", "first"
PROPOSED, SEARCHING = "proposed", "searching"
NEVER, DUE, PLANNED = "never", "due", "planned"


class UnpairedFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Имя или слова из сведений", method="by_words")
    form = django_filters.ChoiceFilter(
        label="Форма наставничества", choices=MentoringForm, empty_label="любая"
    )
    wait = django_filters.ChoiceFilter(
        label="Ожидание",
        choices=((LONG, "дольше срока"), (FIRST, "после смены наставника")),
        empty_label="не важно",
        method="by_wait",
    )
    search = django_filters.ChoiceFilter(
        label="Поиск наставника",
        choices=((PROPOSED, "пара предложена"), (SEARCHING, "поиск продолжается")),
        empty_label="не важно",
        method="by_search",
    )
    ordering = django_filters.OrderingFilter(
        label="Порядок",
        empty_label="кто ждёт дольше",
        fields={"person__name_key": "name", "waits_since": "since", "form": "form"},
        field_labels={
            "person__name_key": "по фамилии",
            "waits_since": "по началу ожидания",
            "form": "по форме",
        },
    )

    class Meta:
        model = Mentee
        fields = ()

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.program = program

    def by_words(self, queryset, name, value):
        return queryset.search(value)

    def by_wait(self, queryset, name, value):
        if value == FIRST:
            return queryset.filter(comes_first=True)
        return waiting_long(queryset, timezone.localdate(), terms_of(self.program).wait_days)

    def by_search(self, queryset, name, value):
        return queryset.filter(is_proposed=value == PROPOSED)


class SupportedFilter(UnpairedFilter):
    """The same with the support: a filter or an order by it would tell of it."""

    support = django_filters.ChoiceFilter(
        label="Встречи поддержки",
        choices=(
            (NEVER, "не было"),
            (DUE, "пора провести"),
            (PLANNED, "следующая назначена"),
        ),
        empty_label="не важно",
        method="by_support",
    )
    ordering = django_filters.OrderingFilter(
        label="Порядок",
        empty_label="кто ждёт дольше",
        fields={
            "person__name_key": "name",
            "waits_since": "since",
            "form": "form",
            "last_support": "last",
            "next_support": "next",
        },
        field_labels={
            "person__name_key": "по фамилии",
            "waits_since": "по началу ожидания",
            "form": "по форме",
            "last_support": "по последней встрече",
            "next_support": "по следующей встрече",
        },
    )

    def by_support(self, queryset, name, value):
        if value == DUE:
            return support_due(queryset, timezone.localdate())
        if value == NEVER:
            return queryset.filter(supports=0)
        return queryset.filter(next_support__isnull=False)
