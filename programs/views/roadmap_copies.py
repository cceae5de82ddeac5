from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mentoring_portal.shared.plurals import counted
from programs.access import manager_required
from programs.forms.roadmap_copy import RoadmapCopyForm
from programs.services import roadmap_copy as service
from programs.views.answers import form_page, saved
from programs.views.programs import program_to_edit


@manager_required
def roadmap_copy(request, program_pk):
    program = program_to_edit(request, program_pk)
    sources = service.sources_for(request.user, but=program_pk)
    reason = service.refusal(program) or ("" if sources else service.NO_SOURCES)
    if reason:
        messages.error(request, reason)
        return redirect("programs:roadmap", program_pk)
    form = RoadmapCopyForm(request.POST or None, sources=sources)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user, program)):
        return redirect("programs:roadmap_copied", program_pk)
    url = reverse("programs:roadmap", args=[program_pk])
    return form_page(
        request,
        form,
        program=program,
        trail=[("Дорожная карта", url)],
        heading="Скопировать дорожную карту",
        lead=lead(program),
        submit="Скопировать",
        cancel_url=url,
    )


def lead(program):
    """What is going to happen to the rows that are there."""
    rows = program.roadmap_items.count()
    words = "Сроки сдвинутся на разницу учебных лет. Отметки о выполнении и файлы не копируются."
    if rows:
        gone = counted(rows, "строка", "строки", "строк")
        words = f"{words} Прежние строки этого черновика ({gone}) будут удалены."
    return words


@require_safe
@manager_required
def roadmap_copied(request, program_pk):
    """What the last copying has done and what a person should look at."""
    program = program_to_edit(request, program_pk)
    told = service.last_copy(program)
    if told is None:
        return redirect("programs:roadmap", program_pk)
    return render(request, "programs/roadmap_copied.html", {"program": program, "told": told})
