from django.contrib import admin

from pairs.models import Meeting, Pair, PairMember


class MemberInline(admin.TabularInline):
    model = PairMember
    extra = 0
    fields = ("mentee", "is_open", "score")
    raw_id_fields = ("mentee",)


@admin.register(Pair)
class PairAdmin(admin.ModelAdmin):
    """For looking things up; states are moved on the pages of the portal, with the journal."""

    list_display = ("pk", "program", "mentor", "status", "form", "starts_on")
    list_filter = ("status", "form")
    list_select_related = ("program", "mentor__person")
    raw_id_fields = ("program", "mentor", "matching")
    readonly_fields = ("status",)
    search_fields = ("mentor__person__last_name",)
    inlines = (MemberInline,)


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin):
    list_display = ("pair", "day", "kind", "minutes")
    list_filter = ("kind",)
    date_hierarchy = "day"
    raw_id_fields = ("pair", "recorded_by")
