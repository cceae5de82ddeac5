from functools import partial

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from programs.access import manager_required, manages, viewer_required
from programs.forms.stage import StageFinishForm, StageForm
from programs.models import Stage
from programs.services import stage as service
from programs.services.roadmap_views import rows_of
from programs.views.answers import attempt, done, form_page, saved, trail

DETAIL = "programs:stage_detail"


def stage_to_edit(request, pk):
    stages = Stage.objects.editable_by(request.user).select_related("program__organization")
    return get_object_or_404(stages, pk=pk)


def stage_trail(stage):
    return trail(stage.program, (f"Этап {stage.number}", reverse(DETAIL, args=[stage.pk])))


@require_safe
@viewer_required
def stage_detail(request, pk):
    stages = Stage.objects.visible_to(request.user).select_related("program__organization")
    stage = get_object_or_404(stages, pk=pk)
    items = stage.program.roadmap_items.of_stage(stage.code).in_order().prefetch_related("files")
    context = {
        "program": stage.program,
        "stage": stage,
        "rows": rows_of(items, timezone.localdate()),
        "can_edit": manages(request.user, stage.program.organization),
    }
    return render(request, "programs/stage_detail.html", context | service.advice(stage))


@manager_required
def stage_update(request, pk):
    stage = stage_to_edit(request, pk)
    form = StageForm(request.POST or None, instance=stage)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Сроки этапа сохранены.", DETAIL, pk)
    return form_page(
        request,
        form,
        program=stage.program,
        trail=stage_trail(stage),
        heading=f"Сроки этапа {stage.number}",
        lead=stage.title,
        submit="Сохранить сроки",
        cancel_url=reverse(DETAIL, args=[pk]),
    )


@manager_required
def stage_finish(request, pk):
    stage = stage_to_edit(request, pk)
    form = StageFinishForm(request.POST or None)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user, stage)):
        return done(request, f"Этап {stage.number} завершён.", DETAIL, pk)
    return form_page(
        request,
        form,
        template="programs/stage_finish.html",
        stage=stage,
        program=stage.program,
        trail=stage_trail(stage),
        heading=f"Завершить этап {stage.number}",
        lead=f"«{stage.title}» будет считаться завершённым, даже если не всё готово. "
        "Этап можно открыть снова.",
        submit="Завершить этап",
        cancel_url=reverse(DETAIL, args=[pk]),
    )


@require_POST
@manager_required
def stage_reopen(request, pk):
    stage = stage_to_edit(request, pk)
    act = partial(service.reopen_stage, stage=stage, by=request.user)
    return attempt(request, act, f"Этап {stage.number} снова открыт.", DETAIL, pk)
