"""The journals of registration of a school: every number, the gaps, files to print."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from documents.enums import FileFormat, Journal
from documents.forms.journal import GapForm, JournalForm
from documents.models import GapNote
from documents.services import journal as service
from documents.services.journal_jobs import is_long, start_journal
from documents.services.journal_paper import FORMATS, journal_file, title_of
from documents.views.documents import own_program
from documents.views.downloads import CONTENT_TYPES
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import form_page, saved

LONG = "Журнал большой: PDF собирает куратор или директор кнопкой «Собрать PDF». XLSX готов сразу."


@require_safe
@staff_required
def journal_list(request, program_pk):
    program = own_program(request, program_pk, STAFF_ROLES)
    organization, today = program.organization, timezone.localdate()
    chosen = JournalForm.chosen(request.GET, today)
    counts = service.counts(organization, chosen["year"])
    context = {
        "program": program,
        "heading": title_of(**chosen),
        "lines": service.lines(organization, **chosen),
        "journals": [(code, label, counts[code]) for code, label in Journal.choices],
        "years": service.years(organization, today),
        "query": urlencode(chosen),
        "is_long": is_long(organization, **chosen),
        **chosen,
    }
    return render(request, "documents/journal_list.html", context)


@require_safe
@staff_required
def journal_download(request, program_pk, file_format):
    program = own_program(request, program_pk, STAFF_ROLES)
    if file_format not in FORMATS:
        raise Http404
    chosen = JournalForm.chosen(request.GET, timezone.localdate())
    if file_format == FileFormat.PDF and is_long(program.organization, **chosen):
        messages.info(request, LONG)
        return redirect(list_url(program, **chosen))
    content = journal_file(program.organization, file_format=file_format, **chosen)
    return FileResponse(
        BytesIO(content),
        as_attachment=True,
        filename=f"{title_of(**chosen)}.{file_format}",
        content_type=CONTENT_TYPES[file_format],
    )


@manager_required
@require_POST
def journal_print(request, program_pk):
    """A long journal as a PDF: ordered from a worker."""
    program = own_program(request, program_pk, MANAGER_ROLES)
    chosen = JournalForm.chosen(request.POST, timezone.localdate())
    job = start_journal(program=program, by=request.user, **chosen)
    return redirect("programs:job_detail", job.pk)


def list_url(program, **chosen):
    return f"{reverse('documents:journal_list', args=[program.pk])}?{urlencode(chosen)}"


@manager_required
def journal_gap(request, program_pk, journal, year, number):
    program = own_program(request, program_pk, MANAGER_ROLES)
    if journal not in Journal.values:
        raise Http404
    place = {"organization": program.organization, "journal": journal, "year": year}
    place["number"] = number
    note = GapNote.objects.filter(**place).first()
    form = GapForm(request.POST or None, initial={"text": note.text if note else ""})
    back = list_url(program, journal=journal, year=year)
    if request.method == "POST" and saved(
        form,
        lambda: service.explain_gap(**place, text=form.cleaned_data["text"], by=request.user),
    ):
        return redirect(back)
    return form_page(
        request,
        form,
        program=program,
        heading=f"Пропуск с № {number}",
        lead=title_of(journal, year),
        submit="Сохранить пояснение",
        cancel_url=back,
        trail=[("Журнал регистрации", back)],
    )
