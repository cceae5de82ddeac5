from django.urls import path

from programs.views import (
    files,
    jobs,
    legal_acts,
    organizations,
    partners,
    programs,
    public,
    roadmap,
    roadmap_copies,
    roadmap_uploads,
    stages,
)

app_name = "programs"

urlpatterns = [
    path("programs/", programs.program_list, name="program_list"),
    path("programs/new/", programs.program_create, name="program_create"),
    path("programs/<int:pk>/", programs.program_detail, name="program_detail"),
    path("programs/<int:pk>/edit/", programs.program_update, name="program_update"),
    path("programs/<int:pk>/start/", programs.program_start, name="program_start"),
    path("programs/<int:pk>/close/", programs.program_close, name="program_close"),
    path("programs/<int:pk>/resume/", programs.program_resume, name="program_resume"),
    path("stages/<int:pk>/", stages.stage_detail, name="stage_detail"),
    path("stages/<int:pk>/edit/", stages.stage_update, name="stage_update"),
    path("stages/<int:pk>/finish/", stages.stage_finish, name="stage_finish"),
    path("stages/<int:pk>/reopen/", stages.stage_reopen, name="stage_reopen"),
    path("programs/<int:program_pk>/roadmap/", roadmap.roadmap, name="roadmap"),
    path("programs/<int:program_pk>/roadmap/new/", roadmap.item_create, name="item_create"),
    path(
        "programs/<int:program_pk>/roadmap/import/",
        roadmap_uploads.upload_create,
        name="upload_create",
    ),
    path(
        "programs/<int:program_pk>/roadmap/copy/", roadmap_copies.roadmap_copy, name="roadmap_copy"
    ),
    path(
        "programs/<int:program_pk>/roadmap/copied/",
        roadmap_copies.roadmap_copied,
        name="roadmap_copied",
    ),
    path("roadmap/imports/<int:pk>/", roadmap_uploads.upload_detail, name="upload_detail"),
    path("roadmap/imports/<int:pk>/apply/", roadmap_uploads.upload_apply, name="upload_apply"),
    path("roadmap/<int:pk>/", roadmap.item_detail, name="item_detail"),
    path("roadmap/<int:pk>/edit/", roadmap.item_update, name="item_update"),
    path("roadmap/<int:pk>/delete/", roadmap.item_delete, name="item_delete"),
    path("roadmap/<int:pk>/done/", roadmap.item_done, name="item_done"),
    path("roadmap/<int:pk>/undo/", roadmap.item_undo, name="item_undo"),
    path("roadmap/<int:item_pk>/files/new/", files.file_create, name="file_create"),
    path("roadmap/files/<int:pk>/", files.file_download, name="file_download"),
    path("roadmap/files/<int:pk>/delete/", files.file_delete, name="file_delete"),
    path(
        "organizations/<int:pk>/edit/",
        organizations.organization_update,
        name="organization_update",
    ),
    path("programs/<int:program_pk>/acts/", legal_acts.legal_act_list, name="legal_act_list"),
    path(
        "programs/<int:program_pk>/acts/new/",
        legal_acts.legal_act_create,
        name="legal_act_create",
    ),
    path(
        "programs/<int:program_pk>/acts/preload/",
        legal_acts.legal_act_preload,
        name="legal_act_preload",
    ),
    path(
        "programs/<int:program_pk>/acts/<int:pk>/edit/",
        legal_acts.legal_act_update,
        name="legal_act_update",
    ),
    path(
        "programs/<int:program_pk>/acts/<int:pk>/confirm/",
        legal_acts.legal_act_confirm,
        name="legal_act_confirm",
    ),
    path(
        "programs/<int:program_pk>/acts/<int:pk>/delete/",
        legal_acts.legal_act_delete,
        name="legal_act_delete",
    ),
    path(
        "programs/<int:program_pk>/partners/",
        partners.PartnerListView.as_view(),
        name="partner_list",
    ),
    path("programs/<int:program_pk>/partners/new/", partners.partner_create, name="partner_create"),
    path(
        "programs/<int:program_pk>/partners/<int:pk>/edit/",
        partners.partner_update,
        name="partner_update",
    ),
    path(
        "programs/<int:program_pk>/partners/<int:pk>/delete/",
        partners.partner_delete,
        name="partner_delete",
    ),
    path("jobs/<int:pk>/", jobs.job_detail, name="job_detail"),
    path("jobs/<int:pk>/retry/", jobs.job_retry, name="job_retry"),
    path("o/<slug:slug>/", public.public_page, name="public_page"),
    path("o/<slug:slug>/<int:program_pk>/", public.public_year, name="public_year"),
]
