"""For technical staff only, to look: papers are changed by services and never by hand."""

from django.contrib import admin

from documents.models import (
    CalendarDay,
    CalendarYear,
    Counter,
    Document,
    RegistrySending,
    Scan,
    Wording,
)


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["title", "organization", "kind", "number_text", "date", "status"]
    list_filter = ["status", "journal"]
    list_select_related = ["organization"]
    search_fields = ["title", "number_text"]


@admin.register(Counter)
class CounterAdmin(ReadOnlyAdmin):
    list_display = ["organization", "journal", "year", "last"]
    list_filter = ["journal", "year"]
    list_select_related = ["organization"]


@admin.register(RegistrySending)
class RegistrySendingAdmin(ReadOnlyAdmin):
    list_display = ["document", "sent_on", "recipient", "recorded_by"]
    list_select_related = ["document", "recorded_by"]


@admin.register(Scan)
class ScanAdmin(ReadOnlyAdmin):
    exclude = ["file"]
    list_display = ["name", "document", "added_at"]
    list_select_related = ["document"]


@admin.register(Wording)
class WordingAdmin(ReadOnlyAdmin):
    list_display = ["organization", "kind", "key"]
    list_filter = ["kind"]
    list_select_related = ["organization"]


@admin.register(CalendarDay)
class CalendarDayAdmin(admin.ModelAdmin):
    list_display = ["day", "is_working", "note", "organization"]
    list_filter = ["is_working"]
    date_hierarchy = "day"
    list_select_related = ["organization"]
    raw_id_fields = ["organization"]


@admin.register(CalendarYear)
class CalendarYearAdmin(admin.ModelAdmin):
    list_display = ["year", "organization", "checked_on", "checked_by"]
    list_select_related = ["organization", "checked_by"]
    raw_id_fields = ["organization", "checked_by"]
