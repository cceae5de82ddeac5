"""The program as its passport shows it: the goal, the forms of mentoring, the calendar plan."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from programs.access import manager_required, manages, viewer_required
from programs.enums import MANAGER_ROLES, MentoringForm
from programs.forms.program_form import PassportForm, ProgramFormForm, filled
from programs.models import Event, ProgramForm
from programs.services.program_form import delete_form, form_sample, program_sample
from programs.views.answers import done, saved
from programs.views.own import program_for
from programs.views.programs import program_to_see

PAGE = "programs:passport_detail"


@require_safe
@viewer_required
def passport_detail(request, program_pk):
    program = program_to_see(request, program_pk)
    forms = list(ProgramForm.objects.of_program(program))
    described = {row.form for row in forms}
    today = timezone.localdate()
    events = Event.objects.of_program(program).in_order()
    context = {
        "program": program,
        "forms": forms,
        "free": [(code, label) for code, label in MentoringForm.choices if code not in described],
        "rows": [(event, event.state(today)) for event in events],
        "can_edit": manages(request.user, program.organization),
    }
    return render(request, "programs/passport_detail.html", context)


@manager_required
def passport_update(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    sample = program_sample(program)
    form = PassportForm(typed(request), instance=program, initial=sampled(request, sample))
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Цель, задачи и результаты сохранены.", PAGE, program.pk)
    return passport_form(request, program, form, sample, "Цель, задачи и результаты программы")


@manager_required
def form_update(request, program_pk, code):
    """A form of mentoring is described once in a program: the same page adds and changes it."""
    program = program_for(request, program_pk, MANAGER_ROLES)
    row = described_form(program, code)
    sample = form_sample(code)
    form = ProgramFormForm(typed(request), instance=row, initial=sampled(request, sample))
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        return done(request, f"Форма «{row}»: описание сохранено.", PAGE, program.pk)
    return passport_form(request, program, form, sample, f"Форма «{row}»")


def described_form(program, code):
    if code not in MentoringForm.values:
        raise Http404
    row = ProgramForm.objects.of_program(program).described_as(code)
    return row or ProgramForm(program=program, form=code)


def typed(request):
    """What is to be saved; «Взять из образца» sends the page as well and saves nothing."""
    return request.POST if request.method == "POST" and "sample" not in request.POST else None


def sampled(request, sample):
    """What stands on the page, with the sample in its empty texts."""
    return filled(request.POST, sample) if "sample" in request.POST else None


def passport_form(request, program, form, sample, heading):
    context = {
        "program": program,
        "form": form,
        "heading": heading,
        "submit": "Сохранить",
        "trail": [("Программа наставничества", reverse(PAGE, args=[program.pk]))],
        "cancel_url": reverse(PAGE, args=[program.pk]),
        "offers_sample": any(not form[name].value() for name in sample),
        "is_sample": "sample" in request.POST,
    }
    return render(request, "programs/passport_form.html", context)


@manager_required
def form_delete(request, program_pk, code):
    program = program_for(request, program_pk, MANAGER_ROLES)
    row = get_object_or_404(ProgramForm.objects.of_program(program), form=code)
    if request.method == "POST":
        delete_form(form=row, by=request.user)
        return done(request, f"Форма «{row}» убрана из программы.", PAGE, program.pk)
    context = {
        "program": program,
        "trail": [("Программа наставничества", reverse(PAGE, args=[program.pk]))],
        "heading": f"Убрать форму «{row}»?",
        "text": "Её цель, задачи и результаты будут удалены. Пары и базы не изменятся.",
        "submit": "Убрать форму",
        "danger": True,
        "cancel_url": reverse(PAGE, args=[program.pk]),
    }
    return render(request, "confirm_page.html", context)
