from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from participants.forms.assignment import AssignmentForm
from participants.models import Assignment
from participants.services import assignment as service
from participants.services.readiness import beginnings
from participants.views.participants import managed, program_for
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import with_link


@require_safe
@staff_required
def assignment_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    assignments = Assignment.objects.visible_to(request.user).of_organization(program.organization)
    today = timezone.localdate()
    context = {
        "program": program,
        "current": assignments.in_force(today),
        "former": assignments.over(today),
        "can_edit": managed(request, program),
    }
    return render(request, "participants/assignment_list.html", context)


@manager_required
def assignment_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    return edit(request, program, Assignment(), heading="Новое назначение", submit="Назначить")


@manager_required
def assignment_update(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    assignment = assignment_for(request, program, pk)
    return edit(request, program, assignment, heading="Изменить назначение", submit="Сохранить")


def edit(request, program, assignment, **words):
    organization = program.organization
    form = AssignmentForm(
        request.POST or None,
        instance=assignment,
        organization=organization,
        role=request.GET.get("role", ""),
    )
    if form.is_bound and form.is_valid():
        try:
            service.assign(assignment=form.instance, by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(
                request, leading_on(f"{form.instance}: назначение сохранено.", program)
            )
            return redirect("participants:assignment_list", program.pk)
    context = {"program": program, "form": form} | words
    return render(request, "participants/assignment_form.html", context)


def leading_on(words, program):
    """To the next thing without which a new program cannot begin."""
    step = next(iter(beginnings(program)), None)
    return with_link(words, step.url, step.action) if step else words


@require_POST
@manager_required
def assignment_end(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    assignment = assignment_for(request, program, pk)
    try:
        service.end(assignment=assignment, day=timezone.localdate(), by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"{assignment}: назначение завершено сегодня.")
    return redirect("participants:assignment_list", program.pk)


def assignment_for(request, program, pk):
    assignments = Assignment.objects.editable_by(request.user).select_related("person")
    return get_object_or_404(assignments.of_organization(program.organization), pk=pk)
