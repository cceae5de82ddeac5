"""Tasks of a plan: written, moved, deleted, marked."""

import re
from functools import cached_property

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, FormView, UpdateView

from pairs.enums import TaskMark
from pairs.forms.plan import MarkForm, MoveForm, TaskDeleteForm, TaskForm
from pairs.models import Pair, PlanTask
from pairs.services import plan_task as service
from pairs.views.draft_pages import found_or_none
from pairs.views.pages import RECORDER_ROLES
from pairs.views.plans import PlanFormMixin, plan_url, written_plan
from programs.access import role_required
from programs.views.answers import attempt


def written_task(user, pk):
    """The task with its plan and pair, for whoever writes the plan; None when it has gone."""
    task = found_or_none(PlanTask.objects.recordable_by(user).with_pair(), pk)
    if task:
        task.plan.pair.plan = task.plan
    return task


def lost_task(request):
    """Somebody has deleted it meanwhile: back to the plan that the link came from."""
    number = request.GET.get("pair", "")
    pair_pk = int(number) if re.fullmatch("[0-9]{1,9}", number) else 0
    pair = get_object_or_404(Pair.objects.recordable_by(request.user), pk=pair_pk)
    messages.info(request, service.GONE)
    return redirect(plan_url(pair))


def task_url(task):
    return f"{plan_url(task.plan.pair)}#task-{task.pk}"


class TaskCreate(PlanFormMixin, CreateView):
    form_class = TaskForm
    template_name = "pairs/plan_form.html"
    heading = "Добавить задачу"
    submit = "Добавить задачу"
    done = "Задача добавлена."

    @cached_property
    def plan(self):
        return written_plan(self.request.user, self.kwargs["pk"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": PlanTask(plan=self.plan)}


class TaskMixin(PlanFormMixin):
    """A form about the task of the address."""

    @cached_property
    def task(self):
        return written_task(self.request.user, self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if self.test_func() and self.task is None:
            return lost_task(request)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def plan(self):
        return self.task.plan

    def get_object(self):
        return self.task

    def get_success_url(self):
        return task_url(self.task)


class TaskUpdate(TaskMixin, UpdateView):
    form_class = TaskForm
    template_name = "pairs/plan_form.html"
    heading = "Изменить задачу"
    submit = "Сохранить"
    done = "Задача сохранена."


class TaskDelete(TaskMixin, UpdateView):
    form_class = TaskDeleteForm
    template_name = "pairs/task_delete.html"
    heading = "Удалить задачу?"
    submit = "Удалить задачу"
    done = "Задача удалена."

    def get_success_url(self):
        return plan_url(self.plan.pair)


class TaskMarkUpdate(TaskMixin, FormView):
    form_class = MarkForm
    heading = "Отметка о выполнении"
    submit = "Сохранить отметку"
    done = "Отметка сохранена."

    def get_initial(self):
        task = self.task
        is_open = task.mark == TaskMark.PLANNED
        return {
            "mark": TaskMark.DONE if is_open else task.mark,
            "marked_on": task.marked_on or timezone.localdate(),
            "comment": task.comment,
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(lead=self.task.title, **kwargs)

    def save(self, form):
        said = form.cleaned_data
        return service.mark(
            task=self.task,
            mark=said["mark"],
            day=said["marked_on"],
            comment=said["comment"],
            by=self.request.user,
        )


@require_POST
@role_required(*RECORDER_ROLES)
def task_done(request, pk):
    """One press on a phone: done today."""
    task = written_task(request.user, pk)
    if task is None:
        return lost_task(request)
    today = timezone.localdate()
    return attempt(
        request,
        lambda: service.mark(task=task, mark=TaskMark.DONE, day=today, comment="", by=request.user),
        "Задача выполнена.",
        task_url(task),
    )


@require_POST
@role_required(*RECORDER_ROLES)
def task_move(request, pk):
    task = written_task(request.user, pk)
    if task is None:
        return lost_task(request)
    form = MoveForm(request.POST)
    direction = form.cleaned_data["direction"] if form.is_valid() else service.UP
    return attempt(
        request,
        lambda: service.move(task=task, direction=direction, by=request.user),
        "Порядок задач изменён.",
        task_url(task),
    )
