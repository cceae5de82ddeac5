"""Buttons that order a pile of sheets: the work is a job, its page shows the progress."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from documents.models import Document
from documents.services.pile import start_awards, start_missing_consents
from documents.views.documents import own_program, say
from programs.access import manager_required
from programs.enums import MANAGER_ROLES


@require_POST
@manager_required
def bundle_consents(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    try:
        job = start_missing_consents(
            program=program,
            by=request.user,
            kind=request.POST.get("kind", ""),
            school_class=request.POST.get("class", ""),
        )
    except ValidationError as error:
        say(request, error, program)
        return redirect("participants:consent_gaps", program.pk)
    return redirect("programs:job_detail", job.pk)


@require_POST
@manager_required
def document_awards(request, pk):
    order = get_object_or_404(Document.objects.editable_by(request.user), pk=pk)
    try:
        job = start_awards(order=order, by=request.user)
    except ValidationError as error:
        say(request, error, order.program)
        return redirect("documents:document_detail", order.pk)
    return redirect("programs:job_detail", job.pk)
