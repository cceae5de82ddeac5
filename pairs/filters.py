"""Search in the list of pairs."""

from datetime import timedelta

import django_filters
from django.utils import timezone

from mentoring_portal.shared.names import name_key
from pairs.enums import PairStatus
from pairs.models import Pair
from programs.enums import MentoringForm

QUIET_DAYS = ((14, "две недели"), (30, "30 дней"), (60, "60 дней"))


class PairFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(label="Наставник или наставляемый", method="by_name")
    status = django_filters.ChoiceFilter(
        label="Состояние", choices=PairStatus.choices, empty_label="любое"
    )
    form = django_filters.ChoiceFilter(
        label="Форма", choices=MentoringForm.choices, empty_label="любая"
    )
    quiet = django_filters.ChoiceFilter(
        label="Без встреч",
        choices=QUIET_DAYS,
        empty_label="не важно",
        method="by_quiet_days",
    )
    ordering = django_filters.OrderingFilter(
        label="Порядок",
        empty_label="по номеру",
        fields=(
            ("mentor__person__last_name", "mentor"),
            ("starts_on", "start"),
            ("last_day", "last_day"),
        ),
        field_labels={
            "mentor__person__last_name": "по фамилии наставника",
            "starts_on": "по началу работы",
            "last_day": "по последней встрече",
        },
    )

    class Meta:
        model = Pair
        fields = ()

    def by_name(self, queryset, name, value):
        return queryset.named(name_key(value))

    def by_quiet_days(self, queryset, name, value):
        return queryset.quiet_since(timezone.localdate() - timedelta(days=int(value)))
