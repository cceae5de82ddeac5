"""«Критерии отбора»: the checklist of a program and its lines."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.plurals import counted
from participants.forms.criterion import CriterionForm
from participants.models import SelectionCriterion
from participants.services import criterion as service
from participants.views.participants import managed, program_for
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import attempt, done, form_page, saved

LIST = "participants:criterion_list"
UP, DOWN = "up", "down"
STEPS = {UP: -1, DOWN: 1}


@require_safe
@staff_required
def criterion_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    rows = list(service.criteria_of(program))
    context = {
        "program": program,
        "rows": rows,
        "most": sum(row.most for row in rows),
        "former": service.former_with_criteria(program),
        "can_edit": managed(request, program),
    }
    return render(request, "participants/criterion_list.html", context)


@manager_required
def criterion_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    return edit(request, SelectionCriterion(program=program), "Новый критерий", "Добавить критерий")


@manager_required
def criterion_update(request, pk):
    return edit(request, criterion_for(request, pk), "Изменить критерий", "Сохранить")


def edit(request, criterion, heading, submit):
    form = CriterionForm(request.POST or None, instance=criterion)
    if form.is_bound and saved(form, lambda: service.save(criterion=criterion, by=request.user)):
        return done(request, "Критерий сохранён.", LIST, criterion.program_id)
    words = {"heading": heading, "submit": submit}
    return form_page(request, form, **words, **place(criterion.program))


@manager_required
def criterion_delete(request, pk):
    criterion = criterion_for(request, pk)
    if request.method == "POST":
        service.delete(criterion=criterion, by=request.user)
        return done(request, "Критерий удалён.", LIST, criterion.program_id)
    given = criterion.marks.count()
    people = counted(given, "кандидата", "кандидатов", "кандидатов")
    lost = f" Пропадут и баллы по нему у {people}, сумма баллов изменится." if given else ""
    context = {
        "heading": "Удалить критерий?",
        "text": f"«{criterion}» исчезнет из перечня.{lost}",
        "submit": "Удалить критерий",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | place(criterion.program))


@require_POST
@manager_required
def criterion_move(request, pk):
    criterion = criterion_for(request, pk)
    step = STEPS.get(request.POST.get("step"), 0)
    service.move(criterion=criterion, step=step, by=request.user)
    return done(request, "Порядок критериев изменён.", LIST, criterion.program_id)


@require_POST
@manager_required
def criterion_preset(request, program_pk):
    return add(request, program_pk, service.fill_from_preset)


@require_POST
@manager_required
def criterion_copy(request, program_pk):
    return add(request, program_pk, service.copy_from_former)


def add(request, program_pk, fill):
    program = program_for(request, program_pk, MANAGER_ROLES)
    words = "Критерии добавлены. Проверьте их по положению школы."
    return attempt(request, lambda: fill(program=program, by=request.user), words, LIST, program.pk)


def criterion_for(request, pk):
    rows = SelectionCriterion.objects.editable_by(request.user)
    return get_object_or_404(rows.select_related("program__organization"), pk=pk)


def place(program):
    url = reverse(LIST, args=[program.pk])
    return {"program": program, "trail": [("Критерии отбора", url)], "cancel_url": url}
