from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from programs.access import manager_required, manages, staff_required
from programs.models import Job
from programs.services.job import retry


@staff_required
def job_detail(request, pk):
    """The progress of a work; htmx asks again for the inner part until it is over."""
    jobs = Job.objects.visible_to(request.user).select_related("program__organization")
    job = get_object_or_404(jobs, pk=pk)
    if request.htmx and job.is_finished:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if request.htmx:
        return render(request, "programs/_job_progress.html", {"job": job})
    can_retry = manages(request.user, job.program.organization)
    context = {"program": job.program, "job": job, "can_retry": can_retry}
    return render(request, "programs/job_detail.html", context)


@manager_required
@require_POST
def job_retry(request, pk):
    job = get_object_or_404(Job.objects.editable_by(request.user), pk=pk)
    try:
        job = retry(job=job, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("programs:job_detail", job.pk)
