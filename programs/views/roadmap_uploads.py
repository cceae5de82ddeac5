from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.spreadsheet_errors import MAX_FILE_BYTES, SpreadsheetError
from programs.access import manager_required
from programs.forms.roadmap_upload import RoadmapApplyForm, RoadmapUploadForm
from programs.models import RoadmapUpload
from programs.services import roadmap_upload as service
from programs.views import answers
from programs.views.programs import program_to_edit

REFUSALS = (SpreadsheetError, ValidationError, OSError)


def words_of(refusal):
    if isinstance(refusal, OSError):
        return "Файл не сохранился на сервере. Выберите его ещё раз."
    return answers.words_of(refusal)


@manager_required
def upload_create(request, program_pk):
    program = program_to_edit(request, program_pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RoadmapUploadForm(*sent)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            upload = service.keep(
                program=program,
                data=file.read(MAX_FILE_BYTES + 1),
                filename=file.name,
                by=request.user,
            )
            return redirect("programs:upload_detail", upload.pk)
        except REFUSALS as refusal:
            form.add_error("file", words_of(refusal))
    context = {"program": program, "form": form}
    return render(request, "programs/upload_form.html", context)


def upload_of(request, pk):
    uploads = RoadmapUpload.objects.editable_by(request.user)
    return get_object_or_404(uploads.select_related("program__organization"), pk=pk)


@require_safe
@manager_required
def upload_detail(request, pk):
    """What the portal has understood; nothing is written."""
    upload = upload_of(request, pk)
    try:
        preview = service.preview(upload)
    except REFUSALS as refusal:
        messages.error(request, words_of(refusal))
        return redirect("programs:upload_create", upload.program_id)
    context = {"program": upload.program, "upload": upload, "preview": preview}
    return render(request, "programs/upload_detail.html", context)


@require_POST
@manager_required
def upload_apply(request, pk):
    upload = upload_of(request, pk)
    form = RoadmapApplyForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(form.errors["mode"])
        told = service.apply(upload=upload, mode=form.cleaned_data["mode"], by=request.user)
    except REFUSALS as refusal:
        messages.error(request, words_of(refusal))
        return redirect("programs:upload_detail", pk)
    messages.success(request, told)
    return redirect("programs:roadmap", upload.program_id)
