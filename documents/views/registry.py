"""«Реестр для управления образования»: the file of the registry and notes that it was sent."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from documents.forms.registry import RegistrySendingForm
from documents.models import Document, RegistrySending
from documents.services import registry as service
from documents.services import registry_sending as sending
from documents.views.downloads import CONTENT_TYPES
from mentoring_portal.shared.dates import short_date
from programs.access import manager_required, manages, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.querysets import organizations_of
from programs.views.answers import attempt, done, form_page, saved
from programs.views.own import program_for

TYPES = {"xlsx": CONTENT_TYPES["xlsx"], "csv": "text/csv; charset=utf-8"}
PAGE, CRUMB = "documents:registry_detail", "Реестр наставников"


@require_safe
@staff_required
def registry_detail(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    order = service.order_in_force(program)
    context = {
        "program": program,
        "order": order,
        "sendings": sending.sendings(program),
        "can_edit": manages_here(request, program),
    }
    return render(request, "documents/registry_detail.html", context | known(order))


def manages_here(request, program):
    return manages(request.user, program.organization)


def known(order):
    if order is None:
        return {}
    sheet = service.sheet_of(order)
    return {
        "sheet": sheet,
        "changes": service.changes(order, sheet),
        "is_sent": order.registry_sendings.exists(),
    }


@require_safe
@staff_required
def registry_file(request, pk, file_format):
    """Another format, or a paper that is no order in force about the registry, is a 404."""
    try:
        document = order_for(request, pk, STAFF_ROLES)
        content = service.MAKERS[file_format](service.sheet_of(document))
    except (KeyError, ValidationError) as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=TYPES[file_format])
    name = service.file_title(document, file_format)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@manager_required
def registry_send(request, pk):
    document = order_for(request, pk, MANAGER_ROLES)
    form = RegistrySendingForm(request.POST or None, document=document)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Отправка реестра записана.", PAGE, document.program_id)
    back = reverse(PAGE, args=[document.program_id])
    return form_page(
        request,
        form,
        program=document.program,
        trail=[(CRUMB, back)],
        heading="Реестр направлен",
        lead=f"{document.title}, {document.number_and_day}",
        submit="Записать",
        cancel_url=back,
    )


@manager_required
def registry_sending_delete(request, pk):
    schools = organizations_of(request.user, MANAGER_ROLES)
    rows = RegistrySending.objects.filter(document__organization__in=schools)
    row = get_object_or_404(rows.select_related("document__program__organization"), pk=pk)
    program = row.document.program
    if request.method == "POST":
        return attempt(
            request,
            lambda: sending.delete(sending=row, by=request.user),
            "Запись об отправке удалена.",
            PAGE,
            program.pk,
        )
    back = reverse(PAGE, args=[program.pk])
    context = {
        "program": program,
        "heading": "Удалить запись об отправке?",
        "text": f"Отправка от {short_date(row.sent_on)}: {row.recipient}. "
        f"Приказ о реестре {row.document.number_and_day}.",
        "items": ["В журнале действий останется, кто записал отправку и кто её удалил."],
        "submit": "Удалить запись",
        "danger": True,
        "cancel_url": back,
        "trail": [(CRUMB, back)],
    }
    return render(request, "confirm_page.html", context)


def order_for(request, pk, roles):
    schools = organizations_of(request.user, roles)
    papers = Document.objects.select_related("program__organization", "organization")
    return get_object_or_404(papers, pk=pk, organization__in=schools)
