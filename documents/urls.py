from django.urls import path

from documents.views import (
    amending,
    bundles,
    calendar,
    closing,
    documents,
    downloads,
    erasures,
    journals,
    papers,
    piles,
    registry,
    reports,
    roadmap,
    scans,
    signing,
    wordings,
)

app_name = "documents"

urlpatterns = [
    path("programs/<int:program_pk>/papers/", papers.paper_list, name="paper_list"),
    path("programs/<int:program_pk>/papers/<slug:code>/", papers.paper_create, name="paper_create"),
    path(
        "programs/<int:program_pk>/documents/",
        documents.DocumentListView.as_view(),
        name="document_list",
    ),
    path("programs/<int:program_pk>/registry/", registry.registry_detail, name="registry_detail"),
    path(
        "documents/<int:pk>/registry.<str:file_format>",
        registry.registry_file,
        name="registry_file",
    ),
    path("documents/<int:pk>/registry/sent/", registry.registry_send, name="registry_send"),
    path(
        "registry-sendings/<int:pk>/delete/",
        registry.registry_sending_delete,
        name="registry_sending_delete",
    ),
    path(
        "programs/<int:program_pk>/documents/order-pairs/",
        documents.order_create,
        name="order_create",
    ),
    path(
        "programs/<int:program_pk>/missing-consents/",
        piles.bundle_consents,
        name="bundle_consents",
    ),
    path("programs/<int:program_pk>/calendar/", calendar.calendar_detail, name="calendar_detail"),
    path(
        "programs/<int:program_pk>/calendar/add/", calendar.calendar_create, name="calendar_create"
    ),
    path("programs/<int:program_pk>/calendar/open/", calendar.calendar_open, name="calendar_open"),
    path(
        "programs/<int:program_pk>/calendar/check/", calendar.calendar_check, name="calendar_check"
    ),
    path(
        "programs/<int:program_pk>/calendar/<int:pk>/delete/",
        calendar.calendar_delete,
        name="calendar_delete",
    ),
    path("bundles/<int:pk>/", bundles.bundle_detail, name="bundle_detail"),
    path("bundles/<int:pk>/file.<str:file_format>", bundles.bundle_file, name="bundle_file"),
    path(
        "programs/<int:program_pk>/documents/order-amending/",
        amending.order_amend,
        name="order_amend",
    ),
    path("documents/<int:pk>/", documents.document_detail, name="document_detail"),
    path("documents/<int:pk>/awards/", piles.document_awards, name="document_awards"),
    path("documents/<int:pk>/edit/", documents.document_edit, name="document_edit"),
    path("documents/<int:pk>/register/", documents.document_register, name="document_register"),
    path("documents/<int:pk>/send/", signing.document_send, name="document_send"),
    path("documents/<int:pk>/take-back/", signing.document_take_back, name="document_take_back"),
    path("documents/<int:pk>/cancel/", closing.document_cancel, name="document_cancel"),
    path("documents/<int:pk>/expire/", closing.document_expire, name="document_expire"),
    path("documents/<int:document_pk>/scans/add/", scans.scan_create, name="scan_create"),
    path("scans/<int:pk>/", scans.scan_download, name="scan_download"),
    path("programs/<int:program_pk>/signing/", signing.signing_list, name="signing_list"),
    path(
        "programs/<int:program_pk>/signing/register/",
        signing.signing_register,
        name="signing_register",
    ),
    path("programs/<int:program_pk>/signing/print/", signing.signing_print, name="signing_print"),
    path("programs/<int:program_pk>/journals/", journals.journal_list, name="journal_list"),
    path(
        "programs/<int:program_pk>/journals/file.<str:file_format>",
        journals.journal_download,
        name="journal_download",
    ),
    path("programs/<int:program_pk>/journals/print/", journals.journal_print, name="journal_print"),
    path(
        "programs/<int:program_pk>/journals/<slug:journal>/<int:year>/<int:number>/",
        journals.journal_gap,
        name="journal_gap",
    ),
    path("programs/<int:program_pk>/wordings/", wordings.wording_list, name="wording_list"),
    path(
        "programs/<int:program_pk>/wordings/<slug:code>/",
        wordings.wording_update,
        name="wording_update",
    ),
    path(
        "programs/<int:program_pk>/wordings/<slug:code>/preview/",
        wordings.wording_preview,
        name="wording_preview",
    ),
    path(
        "programs/<int:program_pk>/wordings/<slug:code>/reset/",
        wordings.wording_reset,
        name="wording_reset",
    ),
    path("documents/<int:pk>/render/", documents.document_render, name="document_render"),
    path("documents/<int:pk>/refresh/", documents.document_refresh, name="document_refresh"),
    path("documents/<int:pk>/delete/", documents.document_delete, name="document_delete"),
    path("documents/<int:pk>/publish/", documents.document_publish, name="document_publish"),
    path(
        "documents/<int:pk>/file.<str:file_format>", downloads.document_file, name="document_file"
    ),
    path("public/documents/<int:pk>.<str:file_format>", downloads.public_file, name="public_file"),
    path(
        "programs/<int:program_pk>/roadmap/file.<str:file_format>",
        roadmap.roadmap_download,
        name="roadmap_download",
    ),
    path("programs/<int:program_pk>/reports/", reports.report_list, name="report_list"),
    path(
        "programs/<int:program_pk>/reports/<str:period>/",
        reports.report_create,
        name="report_create",
    ),
    path("programs/<int:program_pk>/erasures/", erasures.erasure_list, name="erasure_list"),
    path("people/<int:person_pk>/erase/", erasures.erasure_create, name="erasure_create"),
    path("erasures/<int:pk>/", erasures.erasure_detail, name="erasure_detail"),
    path(
        "erasures/<int:pk>/<str:paper>.<str:file_format>",
        erasures.erasure_file,
        name="erasure_file",
    ),
]
