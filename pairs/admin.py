from django.contrib import admin

from pairs.models import (
    Choice,
    Encounter,
    ForbiddenPair,
    Meeting,
    Pair,
    PairingRules,
    PairMember,
    Plan,
    PlanTask,
    Weighting,
)
from pairs.services.plan_agreement import settle_people


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

    def save_formset(self, request, form, formset, change):
        for member in formset.forms:
            member.instance.mentor = form.instance.mentor
        super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        settle_people(pair=form.instance, by=request.user)


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin):
    list_display = ("pair", "day", "kind", "minutes")
    list_filter = ("kind",)
    date_hierarchy = "day"
    raw_id_fields = ("pair", "recorded_by")


class TaskInline(admin.TabularInline):
    model = PlanTask
    extra = 0
    fields = ("position", "title", "due_on", "mark", "marked_on")


@admin.register(Plan)
class PlanAdmin(admin.ModelAdmin):
    list_display = ("pair", "kind", "status", "starts_on", "ends_on")
    list_filter = ("status", "kind")
    raw_id_fields = ("pair",)
    readonly_fields = ("status",)
    inlines = (TaskInline,)


@admin.register(Encounter)
class EncounterAdmin(admin.ModelAdmin):
    list_display = ("program", "kind", "day", "round", "is_held", "goes_on")
    list_filter = ("kind", "is_held")
    date_hierarchy = "day"
    raw_id_fields = ("program", "event", "mentor", "mentee")


@admin.register(Choice)
class ChoiceAdmin(admin.ModelAdmin):
    list_display = ("event", "side", "rank")
    list_filter = ("side",)
    raw_id_fields = ("event", "mentor", "mentee")


@admin.register(Weighting)
class WeightingAdmin(admin.ModelAdmin):
    list_display = ("program", "form")
    list_filter = ("form",)
    raw_id_fields = ("program",)


@admin.register(PairingRules)
class PairingRulesAdmin(admin.ModelAdmin):
    list_display = ("program", "verdict_days", "wait_days", "group_least", "group_most")
    raw_id_fields = ("program",)


@admin.register(ForbiddenPair)
class ForbiddenPairAdmin(admin.ModelAdmin):
    list_display = ("pk", "program", "forbidden_at", "is_lifted")
    list_filter = ("is_lifted",)
    list_select_related = ("program",)
    raw_id_fields = ("program", "mentor", "mentee", "forbidden_by")
