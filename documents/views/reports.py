from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from documents.forms.document import ReportForm
from documents.models import Document
from documents.services.report import start_report
from documents.views.documents import own_program
from monitoring.domain.periods import default_day
from monitoring.enums import ReportPeriod
from monitoring.services.report import collect
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES


@staff_required
def report_list(request, program_pk):
    program = own_program(request, program_pk, STAFF_ROLES)
    documents = Document.objects.visible_to(request.user).of_program(program).reports()
    context = {"program": program, "documents": documents, "periods": ReportPeriod}
    return render(request, "documents/report_list.html", context)


@manager_required
def report_create(request, program_pk, period):
    program = own_program(request, program_pk, MANAGER_ROLES)
    if period not in ReportPeriod.values:
        raise Http404
    day = default_day(period, program.year, timezone.localdate())
    form = ReportForm(request.POST or None, initial={"as_of": day})
    if request.method == "POST" and form.is_valid():
        as_of = form.cleaned_data["as_of"]
        try:
            # A wrong headcount is told at once, beside the form, not by a failed job.
            collect(program=program, period=period, as_of=as_of)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            job = start_report(program=program, period=period, as_of=as_of, by=request.user)
            return redirect("programs:job_detail", job.pk)
    context = {"program": program, "form": form, "period": ReportPeriod(period)}
    return render(request, "documents/report_create.html", context)
