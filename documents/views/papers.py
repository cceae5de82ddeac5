"""The catalogue of papers, and making one of any kind."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render

from documents.forms.catalogue import CatalogueForm
from documents.forms.paper import SubjectForm
from documents.kinds import KINDS
from documents.services.catalogue import shelves
from documents.services.paper import draft_paper
from documents.services.purpose import facts_of, purpose_of
from documents.views.bundles import sheet_create
from documents.views.documents import own_program, say
from programs.access import manager_required, manages, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES


@staff_required
def paper_list(request, program_pk):
    program = own_program(request, program_pk, STAFF_ROLES)
    form = CatalogueForm(request.GET)
    context = {
        "program": program,
        "form": form,
        "shelves": shelves(program, **form.wanted),
        "is_narrowed": any(form.wanted.values()),
        "can_edit": manages(request.user, program.organization),
    }
    return render(request, "documents/paper_list.html", context)


@manager_required
def paper_create(request, program_pk, code):
    program = own_program(request, program_pk, MANAGER_ROLES)
    kind = KINDS.get(code)
    if kind is None or kind.made_at:
        raise Http404
    if not kind.is_kept:
        return sheet_create(request, program, kind)
    form = SubjectForm(request.POST or None, kind=kind, program=program, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            document = draft_paper(
                program=program,
                code=code,
                by=request.user,
                subject=form.cleaned_data.get("subject"),
            )
            return redirect("documents:document_detail", document.pk)
        except ValidationError as error:
            say(request, error, program)
    context = {
        "program": program,
        "kind": kind,
        "form": form,
        "purpose": purpose_of(kind),
        "facts": facts_of(kind),
    }
    return render(request, "documents/paper_create.html", context)
