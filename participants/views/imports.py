from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.lists import PAGE_SIZES
from mentoring_portal.shared.spreadsheets import SpreadsheetError
from participants.enums import ImportAction, ImportStatus
from participants.forms.import_batch import ApplyForm, ColumnsForm, ImportForm
from participants.models import ImportBatch
from participants.services import import_batch as service
from participants.services.import_job import open_job, start_applying
from participants.views.participants import program_for
from programs.access import manager_required
from programs.enums import MANAGER_ROLES

QUESTIONS_CHANGED = "Список вопросов изменился. Ответьте на них ещё раз."
ROWS_ON_PAGE = PAGE_SIZES[1]


@manager_required
def import_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        batch = checked(form, program, request.user)
        if batch:
            return redirect("participants:import_detail", batch.pk)
    context = {"program": program, "form": form, "recent": program.imports.recent()}
    return render(request, "participants/import_form.html", context)


def checked(form, program, user):
    file = form.cleaned_data["file"]
    kind = form.cleaned_data["kind"]
    try:
        return service.check(
            program=program, data=file.read(), filename=file.name, kind=kind, by=user
        )
    except (SpreadsheetError, ValidationError) as error:
        form.add_error("file", getattr(error, "messages", None) or str(error))
        return None


@require_safe
@manager_required
def import_detail(request, pk):
    """The preview while the table waits; what came of it afterwards."""
    batch = batch_for(request, pk)
    if batch.status == ImportStatus.APPLIED:
        context = {"program": batch.program, "batch": batch, "summary": batch.summary}
        return render(request, "participants/import_outcome.html", context)
    job = open_job(batch)
    return redirect("programs:job_detail", job.pk) if job else shown(request, batch)


def shown(request, batch):
    try:
        preview = service.preview(batch)
    except (SpreadsheetError, ValidationError, OSError) as error:
        messages.error(request, " ".join(getattr(error, "messages", [str(error)])))
        return redirect("participants:import_create", batch.program_id)
    only = request.GET.get("only", "")
    lines = [line for line in preview.lines if only in ("", line.action)]
    context = {
        "program": batch.program,
        "batch": batch,
        "summary": preview.summary,
        "tables": preview.tables,
        "questions": [line for line in preview.lines if line.lookalike],
        "page_obj": Paginator(lines, ROWS_ON_PAGE).get_page(request.GET.get("page")),
        "query": f"only={only}" if only else "",
        "only": only,
        "actions": shares(preview.lines),
        "columns_form": ColumnsForm(tables=preview.tables, mapping=batch.mapping),
    }
    return render(request, "participants/import_preview.html", context)


def shares(lines):
    """How many rows of each verdict, for the tabs above the table."""
    numbers = {action: sum(line.action == action for line in lines) for action in ImportAction}
    return [(action, number) for action, number in numbers.items() if number]


@require_POST
@manager_required
def import_columns(request, pk):
    batch = batch_for(request, pk)
    tables = service.preview(batch).tables
    form = ColumnsForm(request.POST, tables=tables, mapping=batch.mapping)
    if form.is_valid():
        try:
            service.remap(batch=batch, kind=batch.kind, mapping=form.mapping, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, "Столбцы учтены, в следующий раз портал узнает их сам.")
    return redirect("participants:import_detail", pk)


@require_POST
@manager_required
def import_apply(request, pk):
    batch = batch_for(request, pk)
    try:
        form = ApplyForm(request.POST, lines=service.preview(batch).lines)
        if not form.is_valid():
            raise ValidationError(form.non_field_errors() or QUESTIONS_CHANGED)
        job = start_applying(batch=batch, by=request.user, **form.cleaned_data)
        if job:
            return redirect("programs:job_detail", job.pk)
    except (SpreadsheetError, ValidationError, OSError) as error:
        messages.error(request, " ".join(getattr(error, "messages", [str(error)])))
    return redirect("participants:import_detail", pk)


def batch_for(request, pk):
    batches = ImportBatch.objects.editable_by(request.user)
    return get_object_or_404(batches.select_related("program__organization"), pk=pk)
