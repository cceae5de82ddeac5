from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from documents.enums import FileFormat
from documents.models import Attachment, Document
from documents.services.files import file_name
from documents.services.publication import not_covered
from mentoring_portal.shared.stored_files import open_stored
from programs.access import viewer_required

CONTENT_TYPES = {
    FileFormat.PDF: "application/pdf",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def give(attachment):
    """The file under its readable name (RFC 6266), always as a download."""
    return FileResponse(
        open_stored(attachment.file),
        as_attachment=True,
        filename=file_name(attachment.document, attachment.format),
        content_type=CONTENT_TYPES[FileFormat(attachment.format)],
    )


@viewer_required
def document_file(request, pk, file_format):
    documents = Document.objects.visible_to(request.user)
    return give(
        get_object_or_404(
            Attachment.objects.select_related("document"),
            document__in=documents,
            document=pk,
            format=file_format,
        )
    )


@login_not_required
def public_file(request, pk, file_format):
    """A paper from the page «Наставничество»: anyone may take what was published."""
    attachment = get_object_or_404(
        Attachment.objects.select_related("document"),
        document__in=Document.objects.published(),
        document=pk,
        format=file_format,
    )
    if not_covered(attachment.document):
        raise Http404
    return give(attachment)
