from django.contrib import admin

from participants.models import (
    Application,
    ApplicationLink,
    Assignment,
    Clearance,
    ColumnChoice,
    Consent,
    Course,
    Erasure,
    ImportBatch,
    Mentee,
    Mentor,
    MentorAnalysis,
    NeedsAnalysis,
    Occupation,
    Person,
    Representative,
    Selection,
    SelectionCriterion,
    Tag,
    Training,
)


class OccupationInline(admin.TabularInline):
    model = Occupation
    extra = 0


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ("__str__", "organization", "birth_year", "user")
    list_filter = ("organization",)
    search_fields = ("last_name", "first_name", "name_key")
    raw_id_fields = ("user",)
    inlines = [OccupationInline]


class ParticipantAdmin(admin.ModelAdmin):
    list_display = ("__str__", "program", "status", "entry_date")
    list_filter = ("status", "program")
    list_select_related = ("person", "program")
    search_fields = ("person__name_key", "search_key")
    raw_id_fields = ("person",)


@admin.register(Mentor)
class MentorAdmin(ParticipantAdmin):
    pass


@admin.register(Mentee)
class MenteeAdmin(ParticipantAdmin):
    raw_id_fields = ("person", "wishes")


@admin.register(Assignment)
class AssignmentAdmin(admin.ModelAdmin):
    list_display = ("role", "person", "post", "organization", "starts_on", "ends_on")
    list_filter = ("role", "organization")
    list_select_related = ("person", "organization")
    raw_id_fields = ("person",)


@admin.register(Consent)
class ConsentAdmin(admin.ModelAdmin):
    """Looked through, never typed here: a consent is recorded where its signer is asked."""

    list_display = ("person", "kind", "signer", "signed_on", "withdrawn_on")
    list_filter = ("kind",)
    list_select_related = ("person",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(ImportBatch)
class ImportBatchAdmin(admin.ModelAdmin):
    list_display = ("filename", "program", "kind", "status", "created_at")
    list_select_related = ("program",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(ApplicationLink)
class ApplicationLinkAdmin(admin.ModelAdmin):
    list_display = ("__str__", "program", "is_open", "open_until", "created_at")
    list_select_related = ("program",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Application)
class ApplicationAdmin(admin.ModelAdmin):
    """Looked through: the curator decides where the answers are moved or destroyed."""

    list_display = ("__str__", "program", "kind", "status", "created_at")
    list_filter = ("kind", "status")
    list_select_related = ("program",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class LookedThroughAdmin(admin.ModelAdmin):
    """Kept on the portal's own pages, where the rules about who and when are asked."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Clearance)
class ClearanceAdmin(LookedThroughAdmin):
    list_display = ("person", "kind", "issued_on", "valid_until")
    list_filter = ("kind",)
    list_select_related = ("person",)
    exclude = ("scan",)


@admin.register(Representative)
class RepresentativeAdmin(LookedThroughAdmin):
    list_display = ("child", "person", "relation")
    list_filter = ("relation",)
    list_select_related = ("child", "person")


@admin.register(NeedsAnalysis)
class NeedsAnalysisAdmin(LookedThroughAdmin):
    list_display = ("mentee", "method", "held_on")
    list_select_related = ("mentee__person",)
    exclude = ("conclusion",)


@admin.register(MentorAnalysis)
class MentorAnalysisAdmin(LookedThroughAdmin):
    list_display = ("mentor", "method", "held_on")
    list_select_related = ("mentor__person",)
    exclude = ("conclusion",)


@admin.register(SelectionCriterion)
class SelectionCriterionAdmin(LookedThroughAdmin):
    list_display = ("title", "program", "most", "is_required", "position")
    list_select_related = ("program",)


@admin.register(Selection)
class SelectionAdmin(LookedThroughAdmin):
    list_display = ("mentor", "decision", "decided_on", "recorded_by")
    list_filter = ("decision",)
    list_select_related = ("mentor__person", "recorded_by")
    exclude = ("reason",)


@admin.register(Course)
class CourseAdmin(LookedThroughAdmin):
    list_display = ("title", "program", "form", "pass_share")
    list_select_related = ("program",)


@admin.register(Training)
class TrainingAdmin(LookedThroughAdmin):
    list_display = ("mentor", "course", "result", "decided_on", "number")
    list_filter = ("result",)
    list_select_related = ("mentor__person", "course")
    exclude = ("note",)


@admin.register(ColumnChoice)
class ColumnChoiceAdmin(admin.ModelAdmin):
    list_display = ("caption", "column", "kind", "organization")
    list_filter = ("organization", "kind")


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    list_display = ("name", "organization")
    list_filter = ("organization",)


@admin.register(Erasure)
class ErasureAdmin(admin.ModelAdmin):
    list_display = ("__str__", "organization", "reason", "erased_at", "erased_by")
    list_select_related = ("organization", "erased_by")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
