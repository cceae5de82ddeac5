"""Sheets that are only printed, in a pile: whom to choose, what comes out."""

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render

from documents.domain.file_names import clean_name
from documents.forms.bundle import SheetsForm
from documents.models import Bundle
from documents.rendering.html import to_html
from documents.services.bundle import KEPT_FOR
from documents.services.bundle_jobs import start_bundle_of_sheets
from documents.services.sheet_list import first_sheet, sheet_list
from mentoring_portal.shared.stored_files import open_stored
from programs.access import manager_required

FILES = {
    "pdf": ("merged", "application/pdf"),
    "zip": ("archive", "application/zip"),
}
RECENT = 5


def sheet_create(request, program, kind):
    """``?class=`` narrows the list, ``?all=1`` ticks it, ``?subject=`` ticks one."""
    listed = sheet_list(kind, program, request.GET.get("class", ""))
    ticked = ticked_at_first(request, listed)
    form = SheetsForm(request.POST or None, kind=kind, rows=listed.rows, initial={"chosen": ticked})
    if request.method == "POST" and form.is_valid():
        try:
            job = ordered(request, program, kind, listed, form.cleaned_data)
            return redirect("programs:job_detail", job.pk)
        except ValidationError as error:
            form.add_error(None, error)
    bundles = Bundle.objects.editable_by(request.user).of_program(program)
    context = {
        "program": program,
        "kind": kind,
        "form": form,
        "listed": listed,
        "bundles": bundles[:RECENT],
        **preview(kind, program, listed, form["chosen"].value() if listed.rows else ()),
    }
    return render(request, "documents/sheet_create.html", context)


def ticked_at_first(request, listed):
    if listed.rows is None:
        return []
    if listed.school_class or "all" in request.GET:
        return [row.pk for row in listed.rows]
    return [row.pk for row in listed.rows if str(row.pk) == request.GET.get("subject")]


def ordered(request, program, kind, listed, data):
    title = f"{kind.label}, {listed.school_class}" if listed.school_class else kind.label
    return start_bundle_of_sheets(
        program=program,
        kind=kind,
        chosen=data.get("chosen", []),
        formats=data["formats"],
        title=title,
        by=request.user,
    )


def preview(kind, program, listed, ticked):
    try:
        page = first_sheet(kind, program, listed, map(int, ticked or ()))
    except ValidationError as error:
        return {"problems": error.messages}
    return {"sheet": to_html(page)} if page else {}


@manager_required
def bundle_detail(request, pk):
    bundles = Bundle.objects.editable_by(request.user).select_related("program__organization")
    bundle = get_object_or_404(bundles, pk=pk)
    context = {
        "program": bundle.program,
        "bundle": bundle,
        "kept_until": bundle.created_at + KEPT_FOR,
        "skipped": bundle.skipped.splitlines(),
    }
    return render(request, "documents/bundle_detail.html", context)


@manager_required
def bundle_file(request, pk, file_format):
    bundle = get_object_or_404(Bundle.objects.editable_by(request.user), pk=pk)
    if file_format not in FILES:
        raise Http404
    part, content_type = FILES[file_format]
    return FileResponse(
        open_stored(getattr(bundle, part)),
        as_attachment=True,
        filename=f"{clean_name(bundle.title)}.{file_format}",
        content_type=content_type,
    )
