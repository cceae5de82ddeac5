from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from programs.access import manager_required, manages, viewer_required
from programs.forms.program import ProgramCreateForm, ProgramForm
from programs.models import Organization, Program
from programs.services import program as service
from programs.services.roadmap_copy import sources_for
from programs.services.roadmap_views import roadmap_page
from programs.views.answers import attempt, done, form_page, saved, trail

DETAIL = "programs:program_detail"
PER_PAGE = 25
COPIED = 10  # former programs to choose from


def program_to_edit(request, pk):
    programs = Program.objects.editable_by(request.user).select_related("organization")
    return get_object_or_404(programs, pk=pk)


def program_to_see(request, pk):
    programs = Program.objects.seen_by_viewers(request.user).select_related("organization")
    return get_object_or_404(programs, pk=pk)


@require_safe
@viewer_required
def program_list(request):
    programs = Program.objects.seen_by_viewers(request.user).select_related("organization")
    page = Paginator(programs, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "programs/program_list.html", {"page_obj": page})


@manager_required
def program_create(request):
    organizations = Organization.objects.managed_by(request.user)
    sources = sources_for(request.user)[:COPIED]
    form = ProgramCreateForm(request.POST or None, organizations=organizations, sources=sources)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        if form.copy_of:
            message = "Программа создана. Это черновик: его видите вы."
            return done(request, message, "programs:roadmap_copied", form.saved.pk)
        message = "Программа создана, дорожная карта заполнена. Это черновик: его видите вы."
        return done(request, message, DETAIL, form.saved.pk)
    return form_page(
        request,
        form,
        heading="Новая программа наставничества",
        lead="Портал создаст семь этапов и заполнит дорожную карту по выбранному образцу или "
        "по дорожной карте прошлых лет.",
        submit="Создать программу",
        cancel_url=reverse("programs:program_list"),
    )


@require_safe
@viewer_required
def program_detail(request, pk):
    program = program_to_see(request, pk)
    context = {
        "program": program,
        "roadmap": roadmap_page(program=program, today=timezone.localdate()),
        "can_edit": manages(request.user, program.organization),
    }
    return render(request, "programs/program_detail.html", context)


@manager_required
def program_update(request, pk):
    program = program_to_edit(request, pk)
    form = ProgramForm(request.POST or None, instance=program)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Программа сохранена.", DETAIL, pk)
    return form_page(
        request,
        form,
        program=program,
        trail=trail(program),
        heading="Описание программы",
        submit="Сохранить описание",
        cancel_url=reverse(DETAIL, args=[pk]),
    )


@require_POST
@manager_required
def program_start(request, pk):
    return move(request, pk, service.start, "Программа начата: её видят посетители страницы.")


@require_POST
@manager_required
def program_resume(request, pk):
    return move(request, pk, service.resume, "Программа снова идёт.")


def move(request, pk, act, message):
    program = program_to_edit(request, pk)
    return attempt(request, lambda: act(program=program, by=request.user), message, DETAIL, pk)


@manager_required
def program_close(request, pk):
    if request.method == "POST":
        return move(request, pk, service.close, "Программа завершена.")
    program = program_to_edit(request, pk)
    context = {
        "program": program,
        "trail": trail(program),
        "heading": "Завершить программу",
        "text": "Программа останется в архиве и на странице «Наставничество».",
        "submit": "Завершить программу",
        "cancel_url": reverse(DETAIL, args=[pk]),
    }
    return render(request, "confirm_page.html", context)
