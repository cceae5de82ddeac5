"""One way to make a list page: what the user may see, filtered, sorted, in pages."""

from django.core.paginator import Paginator
from django_filters.views import FilterView

PAGE_SIZES = (25, 50, 100)


class ForgivingPaginator(Paginator):
    """A page that a change of the list has emptied is answered by the last one."""

    def validate_number(self, number):
        return super().validate_number(min(number, self.num_pages))


class FilteredListView(FilterView):
    """A list of ``queryset.visible_to(user)`` behind a FilterSet.

    The count, the chosen filters as removable chips and the page size stand in the context.
    """

    paginate_by = PAGE_SIZES[0]
    strict = False

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)

    def get_paginate_by(self, queryset):
        size = self.request.GET.get("page_size", "")
        return int(size) if size in map(str, PAGE_SIZES) else self.paginate_by

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        query.pop("page", None)
        return context | {
            "query": query.urlencode(),
            "chips": list(self.chips(context["filter"])),
            "page_sizes": PAGE_SIZES,
        }

    def chips(self, filterset):
        """(label, value, query without it) of every filter that narrows the list."""
        for name, field in filterset.form.fields.items():
            value = self.request.GET.get(name)
            if value and name != "ordering":
                query = self.request.GET.copy()
                query.pop(name)
                query.pop("page", None)
                choices = dict(getattr(field, "choices", ()))
                yield field.label, choices.get(value, value), query.urlencode()
