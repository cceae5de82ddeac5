"""Scans of signed papers: private, as downloads only."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from documents.forms.scan import ScanForm
from documents.models import Scan
from documents.services import scan as service
from documents.views.documents import crumb_of, own_document
from mentoring_portal.shared.stored_files import open_stored
from programs.access import manager_required, viewer_required
from programs.domain.attachments import extension
from programs.views.answers import done, form_page, saved

TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}


@manager_required
def scan_create(request, document_pk):
    document = own_document(request, document_pk)
    url = reverse("documents:document_detail", args=[document.pk])
    form = ScanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and saved(
        form,
        lambda: service.add(document=document, scan=form.cleaned_data["scan"], by=request.user),
    ):
        return done(request, "Скан приложен.", url)
    return form_page(
        request,
        form,
        program=document.program,
        heading="Приложить скан",
        lead=f"{document.title}, {document.number_and_day}",
        submit="Приложить скан",
        cancel_url=url,
        trail=[crumb_of(document), (document.title, url)],
    )


@require_safe
@viewer_required
def scan_download(request, pk):
    scan = get_object_or_404(Scan.objects.visible_to(request.user), pk=pk)
    return FileResponse(
        open_stored(scan.file),
        as_attachment=True,
        filename=scan.name,
        content_type=TYPES.get(extension(scan.name), "application/octet-stream"),
    )
