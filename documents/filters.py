"""Search and filters of the papers of a program."""

import django_filters as filters
from django.forms import HiddenInput

from documents.enums import DocumentKind, DocumentStatus, PaperType
from documents.kinds import KINDS
from documents.kinds.base import CROSS
from documents.models import Document
from documents.services.search import matching
from programs.enums import StageCode

ORDER = {"title": "title", "number": "number", "date": "date", "status": "status"}
ORDER_LABELS = {"title": "Название", "number": "Номер", "date": "Дата", "status": "Состояние"}


class DocumentFilter(filters.FilterSet):
    q = filters.CharFilter(label="Слова из названия или номер", method="by_words")
    type = filters.ChoiceFilter(
        label="Тип", choices=PaperType, method="by_type", empty_label="Любой"
    )
    stage = filters.ChoiceFilter(
        label="Этап",
        choices=[*StageCode.choices, (CROSS, "все этапы")],
        method="by_stage",
        empty_label="Любой",
    )
    # Chosen in the catalogue of kinds, whose page has a search: sixty options are no select.
    kind = filters.ChoiceFilter(label="Вид документа", choices=DocumentKind, widget=HiddenInput)
    status = filters.ChoiceFilter(label="Состояние", choices=DocumentStatus, empty_label="Любое")
    ordering = filters.OrderingFilter(
        fields=ORDER, field_labels=ORDER_LABELS, label="Порядок", empty_label="Сначала новые"
    )

    class Meta:
        model = Document
        fields = []

    def by_words(self, queryset, name, value):
        return queryset.filter(pk__in=matching(queryset, value))

    def by_type(self, queryset, name, value):
        return queryset.filter(
            kind__in=[code for code, kind in KINDS.items() if kind.type == value]
        )

    def by_stage(self, queryset, name, value):
        return queryset.filter(
            kind__in=[code for code, kind in KINDS.items() if kind.stage == value]
        )
