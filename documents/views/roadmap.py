from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from documents.enums import FileFormat
from documents.services.roadmap_paper import file_name, roadmap_file
from documents.views.downloads import CONTENT_TYPES
from programs.access import viewer_required
from programs.models import Program


@require_safe
@viewer_required
def roadmap_download(request, program_pk, file_format):
    programs = Program.objects.seen_by_viewers(request.user).select_related("organization")
    program = get_object_or_404(programs, pk=program_pk)
    if file_format not in FileFormat.values:
        raise Http404
    return FileResponse(
        BytesIO(roadmap_file(program=program, file_format=file_format)),
        as_attachment=True,
        filename=file_name(program, file_format),
        content_type=CONTENT_TYPES[FileFormat(file_format)],
    )
