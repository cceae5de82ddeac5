from django.urls import path

from participants import course_urls, selection_urls
from participants.models import Mentee, Mentor
from participants.views import (
    analyses,
    application_links,
    applications,
    apply,
    assignments,
    attendances,
    class_piles,
    clearances,
    consent_texts,
    consents,
    imports,
    mentees,
    mentors,
    people,
    person_edit,
    representatives,
    visibility,
    wishes,
)
from participants.views.cabinet import cabinet

app_name = "participants"

urlpatterns = [
    *course_urls.urlpatterns,
    *selection_urls.urlpatterns,
    path("cabinet/", cabinet, name="cabinet"),
    path(
        "events/<int:event_pk>/attendance/",
        attendances.attendance_update,
        name="attendance_update",
    ),
    path("cabinet/data/", visibility.visibility_own, name="visibility_own"),
    path("cabinet/children/<int:pk>/", visibility.visibility_child, name="visibility_child"),
    path(
        "programs/<int:program_pk>/mentees/", mentees.MenteeListView.as_view(), name="mentee_list"
    ),
    path("programs/<int:program_pk>/mentees/new/", mentees.mentee_create, name="mentee_create"),
    path("programs/<int:program_pk>/mentees/export/", mentees.mentee_export, name="mentee_export"),
    path(
        "programs/<int:program_pk>/mentees/approve/", mentees.mentee_approve, name="mentee_approve"
    ),
    path(
        "programs/<int:program_pk>/mentees/consents/",
        mentees.mentee_consents,
        name="mentee_consents",
    ),
    path("mentees/<int:pk>/", mentees.mentee_detail, name="mentee_detail"),
    path("mentees/<int:pk>/edit/", mentees.mentee_update, name="mentee_update"),
    path("mentees/<int:pk>/move/", mentees.mentee_move, name="mentee_move"),
    path("mentors/<int:pk>/wishes/", wishes.wish_list, {"base": Mentor}, name="mentor_wish_list"),
    path("mentors/<int:pk>/wishes/add/", wishes.wish_add, {"base": Mentor}, name="mentor_wish_add"),
    path(
        "mentors/<int:pk>/wishes/remove/",
        wishes.wish_remove,
        {"base": Mentor},
        name="mentor_wish_remove",
    ),
    path("mentees/<int:pk>/wishes/", wishes.wish_list, {"base": Mentee}, name="wish_list"),
    path("mentees/<int:pk>/wishes/add/", wishes.wish_add, {"base": Mentee}, name="wish_add"),
    path(
        "mentees/<int:pk>/wishes/remove/", wishes.wish_remove, {"base": Mentee}, name="wish_remove"
    ),
    path("mentees/<int:mentee_pk>/analyses/new/", analyses.analysis_create, name="analysis_create"),
    path("analyses/<int:pk>/edit/", analyses.analysis_update, name="analysis_update"),
    path("analyses/<int:pk>/delete/", analyses.analysis_delete, name="analysis_delete"),
    path(
        "programs/<int:program_pk>/mentors/", mentors.MentorListView.as_view(), name="mentor_list"
    ),
    path("programs/<int:program_pk>/mentors/new/", mentors.mentor_create, name="mentor_create"),
    path("programs/<int:program_pk>/mentors/export/", mentors.mentor_export, name="mentor_export"),
    path(
        "programs/<int:program_pk>/mentors/approve/", mentors.mentor_approve, name="mentor_approve"
    ),
    path(
        "programs/<int:program_pk>/mentors/consents/",
        mentors.mentor_consents,
        name="mentor_consents",
    ),
    path("mentors/<int:pk>/", mentors.mentor_detail, name="mentor_detail"),
    path("mentors/<int:pk>/edit/", mentors.mentor_update, name="mentor_update"),
    path("mentors/<int:pk>/move/", mentors.mentor_move, name="mentor_move"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("people/<int:pk>/edit/", person_edit.person_update, name="person_update"),
    path("people/<int:pk>/account/", people.account_give, name="account_give"),
    path("people/<int:pk>/account/stop/", people.account_stop, name="account_stop"),
    path(
        "people/<int:person_pk>/representatives/new/",
        representatives.representative_create,
        name="representative_create",
    ),
    path(
        "people/<int:person_pk>/representatives/<int:pk>/choose/",
        representatives.representative_choose,
        name="representative_choose",
    ),
    path(
        "representatives/<int:pk>/delete/",
        representatives.representative_delete,
        name="representative_delete",
    ),
    path("consents/<int:pk>/name/", representatives.consent_name, name="consent_name"),
    path("people/<int:person_pk>/consents/new/", consents.consent_create, name="consent_create"),
    path("programs/<int:program_pk>/consents/class/", class_piles.class_pile, name="consent_class"),
    path("programs/<int:program_pk>/consents/", consents.consent_gaps, name="consent_gaps"),
    path(
        "programs/<int:program_pk>/consents/rules/",
        consent_texts.consent_rules,
        name="consent_rules",
    ),
    path(
        "programs/<int:program_pk>/consents/texts/",
        consent_texts.consent_text_list,
        name="consent_text_list",
    ),
    path(
        "programs/<int:program_pk>/consents/texts/<slug:kind>/new/",
        consent_texts.consent_text_create,
        name="consent_text_create",
    ),
    path(
        "programs/<int:program_pk>/consents/texts/<slug:kind>/versions/<str:version>/",
        consent_texts.consent_text_detail,
        name="consent_text_detail",
    ),
    path(
        "programs/<int:program_pk>/consents/texts/<slug:kind>/versions/<str:version>/delete/",
        consent_texts.consent_text_delete,
        name="consent_text_delete",
    ),
    path("programs/<int:program_pk>/clearances/", clearances.clearance_list, name="clearance_list"),
    path(
        "people/<int:person_pk>/clearances/new/",
        clearances.clearance_create,
        name="clearance_create",
    ),
    path("clearances/<int:pk>/edit/", clearances.clearance_update, name="clearance_update"),
    path("clearances/<int:pk>/delete/", clearances.clearance_delete, name="clearance_delete"),
    path("clearances/<int:pk>/scan/", clearances.clearance_scan, name="clearance_scan"),
    path("consents/<int:pk>/withdraw/", consents.consent_withdraw, name="consent_withdraw"),
    path("consents/<int:pk>/scan/", consents.scan_download, name="scan_download"),
    path("consents/<int:pk>/scan/new/", consents.consent_scan, name="consent_scan"),
    path("programs/<int:program_pk>/imports/new/", imports.import_create, name="import_create"),
    path("imports/<int:pk>/", imports.import_detail, name="import_detail"),
    path("imports/<int:pk>/columns/", imports.import_columns, name="import_columns"),
    path("imports/<int:pk>/apply/", imports.import_apply, name="import_apply"),
    path(
        "programs/<int:program_pk>/assignments/",
        assignments.assignment_list,
        name="assignment_list",
    ),
    path(
        "programs/<int:program_pk>/assignments/new/",
        assignments.assignment_create,
        name="assignment_create",
    ),
    path(
        "programs/<int:program_pk>/assignments/<int:pk>/edit/",
        assignments.assignment_update,
        name="assignment_update",
    ),
    path(
        "programs/<int:program_pk>/assignments/<int:pk>/end/",
        assignments.assignment_end,
        name="assignment_end",
    ),
    path("apply/<str:token>/", apply.apply, name="apply"),
    path("apply/<str:token>/done/", apply.apply_done, name="apply_done"),
    path(
        "programs/<int:program_pk>/applications/",
        applications.ApplicationListView.as_view(),
        name="application_list",
    ),
    path("applications/<int:pk>/", applications.application_detail, name="application_detail"),
    path(
        "applications/<int:pk>/accept/", applications.application_accept, name="application_accept"
    ),
    path(
        "applications/<int:pk>/decline/",
        applications.application_decline,
        name="application_decline",
    ),
    path(
        "programs/<int:program_pk>/applications/links/",
        application_links.link_list,
        name="link_list",
    ),
    path(
        "programs/<int:program_pk>/applications/links/new/",
        application_links.link_create,
        name="link_create",
    ),
    path("applications/links/<int:pk>/edit/", application_links.link_update, name="link_update"),
    path("applications/links/<int:pk>/close/", application_links.link_close, name="link_close"),
    path("applications/links/<int:pk>/qr.svg", application_links.link_qr, name="link_qr"),
    path("applications/links/<int:pk>/sheet/", application_links.link_sheet, name="link_sheet"),
]
