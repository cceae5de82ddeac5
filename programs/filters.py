"""Search and filters of the lists of the program level."""

import django_filters as filters
from django.utils import timezone

from programs.domain.agreement import WORDS, has_words
from programs.domain.event import HELD, OVERDUE, PLANNED
from programs.domain.event import WORDS as EVENT_WORDS
from programs.enums import EventKind, StageCode
from programs.models import Event, Partner


class PartnerFilter(filters.FilterSet):
    """A school has dozens of partners, so both rules are asked in Python: SQLite folds no «Ё»."""

    q = filters.CharFilter(label="Название, предложение или контакт", method="by_words")
    agreement = filters.ChoiceFilter(
        label="Соглашение",
        choices=list(WORDS.items()),
        method="by_agreement",
        empty_label="Любое",
    )

    class Meta:
        model = Partner
        fields = []

    def by_words(self, queryset, name, value):
        return queryset.filter(pk__in=[row.pk for row in queryset if has_words(words(row), value)])

    def by_agreement(self, queryset, name, value):
        today = timezone.localdate()
        return queryset.filter(
            pk__in=[row.pk for row in queryset if row.agreement_state(today) == value]
        )


def words(partner):
    return (
        partner.name,
        partner.offers,
        partner.contact_name,
        partner.contact_post,
        partner.agreement_number,
        partner.note,
    )


class EventFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(label="Вид события", choices=EventKind, empty_label="Любой")
    stage = filters.ChoiceFilter(label="Этап", choices=StageCode, empty_label="Любой")
    state = filters.ChoiceFilter(
        label="Состояние",
        choices=list(EVENT_WORDS.items()),
        method="by_state",
        empty_label="Любое",
    )

    class Meta:
        model = Event
        fields = []

    def by_state(self, queryset, name, value):
        today = timezone.localdate()
        rows = {
            PLANNED: queryset.planned(today),
            OVERDUE: queryset.overdue(today),
            HELD: queryset.held(),
        }
        return rows.get(value, queryset)
