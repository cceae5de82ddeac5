"""For technical staff only: every task of a school has its own page."""

from django.contrib import admin

from programs.models import (
    AuditEvent,
    Event,
    LegalAct,
    Media,
    Membership,
    Organization,
    Partner,
    Program,
    ProgramForm,
)


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    list_display = ["short_name", "kind", "parent", "place"]
    list_filter = ["kind"]
    search_fields = ["short_name", "name"]
    list_select_related = ["parent"]


@admin.register(Program)
class ProgramAdmin(admin.ModelAdmin):
    list_display = ["title", "organization", "start_year", "status"]
    list_filter = ["status", "start_year"]
    list_select_related = ["organization"]
    search_fields = ["title", "organization__short_name"]


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["user", "organization", "role"]
    list_filter = ["role"]
    list_select_related = ["user", "organization"]
    autocomplete_fields = ["user", "organization"]


@admin.register(LegalAct)
class LegalActAdmin(admin.ModelAdmin):
    list_display = ["__str__", "organization", "level", "in_force_to", "is_confirmed"]
    list_filter = ["level", "topic", "is_confirmed"]
    list_select_related = ["organization"]
    raw_id_fields = ["replaced_by"]
    search_fields = ["name", "number", "title"]


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):
    list_display = ["name", "organization", "agreement_number", "agreement_until"]
    list_select_related = ["organization"]
    search_fields = ["name"]


@admin.register(ProgramForm)
class ProgramFormAdmin(admin.ModelAdmin):
    list_display = ["form", "program"]
    list_filter = ["form"]
    list_select_related = ["program"]


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    list_display = ["title", "program", "kind", "starts_on", "is_held"]
    list_filter = ["kind", "is_held"]
    list_select_related = ["program"]
    search_fields = ["title"]


@admin.register(Media)
class MediaAdmin(admin.ModelAdmin):
    list_display = ["title", "event", "added_on"]
    list_select_related = ["event"]


@admin.register(AuditEvent)
class AuditEventAdmin(admin.ModelAdmin):
    """The journal is read here and written by services only."""

    list_display = ["at", "actor", "action", "organization", "object_type", "object_id"]
    list_filter = ["action"]
    list_select_related = ["actor", "organization"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
