"""Search and filters of the lists of the program level."""

import django_filters as filters
from django.utils import timezone

from programs.domain.agreement import WORDS, has_words
from programs.models import Partner


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
