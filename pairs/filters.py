"""Search in the list of pairs."""

from datetime import timedelta

import django_filters
from django.utils import timezone

from mentoring_portal.shared.names import name_key
from pairs.enums import PairStatus, PlanStatus
from pairs.models import Pair
from pairs.services.trial import of_trial
from programs.enums import MentoringForm, MentoringKind, RoleModel

NO_PLAN, OVERDUE = "none", "overdue"
PLANS = (
    (NO_PLAN, "нет плана"),
    *PlanStatus.choices,
    (OVERDUE, "есть просроченные задачи"),
)
TRIALS = (
    ("refused", "ответили «не подошли»"),
    ("overdue", "нет ответа в срок"),
    ("waiting", "ждём ответа"),
    ("fits", "подошли"),
)
QUIET_DAYS = ((14, "две недели"), (30, "30 дней"), (60, "60 дней"))


DRAFT_STATES = (
    ("locked", "закреплённые"),
    ("loose", "незакреплённые"),
    ("odd", "группы не того размера"),
)


class DraftFilter(django_filters.FilterSet):
    """Search among the proposals of the matching page."""

    name = django_filters.CharFilter(label="Наставник или наставляемый", method="by_name")
    form = django_filters.ChoiceFilter(
        label="Форма", choices=MentoringForm.choices, empty_label="любая"
    )
    role_model = django_filters.ChoiceFilter(
        label="Ролевая модель", choices=RoleModel.choices, empty_label="любая"
    )
    kind = django_filters.ChoiceFilter(
        label="Вид", choices=MentoringKind.choices, empty_label="любой"
    )
    state = django_filters.ChoiceFilter(
        label="Показать", choices=DRAFT_STATES, empty_label="все", method="by_state"
    )

    class Meta:
        model = Pair
        fields = ()

    def __init__(self, *args, limits, **kwargs):
        super().__init__(*args, **kwargs)
        self.limits = limits

    def by_name(self, queryset, name, value):
        return queryset.named(name_key(value))

    def by_state(self, queryset, name, value):
        if value == "odd":
            return queryset.drafts_out_of(self.limits)
        return queryset.locked(value == "locked")


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
    plan = django_filters.ChoiceFilter(
        label="План", choices=PLANS, empty_label="не важно", method="by_plan"
    )
    trial = django_filters.ChoiceFilter(
        label="После пробной встречи", choices=TRIALS, empty_label="не важно", method="by_trial"
    )
    ordering = django_filters.OrderingFilter(
        label="Порядок",
        empty_label="по номеру, сначала «не подошли»",
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

    def by_plan(self, queryset, name, value):
        if value == NO_PLAN:
            return queryset.without_plan()
        if value == OVERDUE:
            return queryset.with_overdue_tasks(timezone.localdate())
        return queryset.of_plan_status(value)

    def by_trial(self, queryset, name, value):
        return of_trial(queryset, value, timezone.localdate())

    def by_quiet_days(self, queryset, name, value):
        return queryset.quiet_since(timezone.localdate() - timedelta(days=int(value)))
