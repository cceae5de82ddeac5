"""Variants of the draft: the list of steps, going back, comparing, names; and the bans."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from django.views.generic import ListView, TemplateView

from pairs.access import is_manager
from pairs.forms.draft import CompareForm, RenameForm
from pairs.models import ForbiddenPair, Matching
from pairs.services import by_hand, returning, steps
from pairs.services.comparison import compare
from pairs.services.draft_seen import seen_draft
from pairs.services.step_list import step_list
from pairs.views.draft import attempt, seen_in
from pairs.views.draft_pages import found_or_none, lost
from pairs.views.pages import ProgramPageMixin
from programs.access import manager_required
from programs.views import answers

NO_STEP = "Этого варианта уже нет: без названия хранятся последние 50 шагов."


class StepList(ProgramPageMixin, TemplateView):
    template_name = "pairs/step_list.html"

    def get_context_data(self, **kwargs):
        manager = is_manager(self.request.user, self.program)
        page = {"lines": step_list(self.program), "step": seen_draft(self.program)}
        return super().get_context_data(**page, manager=manager, **kwargs)


class StepCompare(ProgramPageMixin, TemplateView):
    """Two variants side by side; without a choice the last two."""

    template_name = "pairs/step_compare.html"

    def get_context_data(self, **kwargs):
        lines = step_list(self.program)
        form = CompareForm(self.request.GET or None, lines=lines)
        pair = form.chosen()
        comparison = compare(*pair) if pair else None
        return super().get_context_data(form=form, comparison=comparison, **kwargs)


def matching_of(request, pk):
    matchings = Matching.objects.editable_by(request.user)
    return found_or_none(matchings.select_related("program__organization"), pk)


@require_POST
@manager_required
def step_return(request, pk):
    matching = matching_of(request, pk)
    if matching is None:
        return lost(request, words=NO_STEP, url="pairs:step_list")
    seen = seen_in(request)

    def action():
        return returning.return_to(matching=matching, by=request.user, seen=seen)

    return attempt(request, matching.program_id, action, "Вариант возвращён.")


@require_POST
@manager_required
def step_rename(request, pk):
    matching = matching_of(request, pk)
    if matching is None:
        return lost(request, words=NO_STEP, url="pairs:step_list")
    form = RenameForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Название варианта – не длиннее 100 знаков.")
        return redirect("pairs:step_list", matching.program_id)
    title, was = form.cleaned_data["title"], form.cleaned_data["was"]
    act = partial(steps.rename, matching=matching, title=title, was=was, by=request.user)
    done = "Вариант назван: он сохранится." if title else "Название убрано."
    return answers.attempt(request, act, done, "pairs:step_list", matching.program_id)


class BanList(ProgramPageMixin, ListView):
    template_name = "pairs/ban_list.html"
    paginate_by = 50

    def get_queryset(self):
        bans = ForbiddenPair.objects.of_program(self.program).standing().with_people()
        return bans.order_by("-forbidden_at", "-pk")

    def get_context_data(self, **kwargs):
        manager = is_manager(self.request.user, self.program)
        step = seen_draft(self.program)
        return super().get_context_data(manager=manager, step=step, **kwargs)


@require_POST
@manager_required
def ban_lift(request, pk):
    bans = ForbiddenPair.objects.editable_by(request.user)
    banned = get_object_or_404(bans.select_related("program__organization"), pk=pk)
    act = partial(by_hand.allow, banned=banned, by=request.user, seen=seen_in(request))
    done = "Запрет снят. Новый подбор может предложить эту пару."
    return answers.attempt(request, act, done, "pairs:ban_list", banned.program_id)
