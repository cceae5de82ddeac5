"""The plan of a pair: its page, its texts, the agreement of both sides, its end."""

from functools import cached_property

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView, UpdateView

from pairs import access
from pairs.enums import PlanStatus
from pairs.forms.plan import AnswerForm, FinishForm, PaperForm, PlanForm, StartForm
from pairs.models import Pair
from pairs.services import plan as service
from pairs.services import plan_agreement
from pairs.services.plan_copy import last_plan
from pairs.services.plan_page import plan_page
from pairs.services.plan_seen import agreed_content
from pairs.views.pages import RECORDER_ROLES, SIDE_ROLES, ServiceFormMixin
from programs.access import RoleRequiredMixin, manager_required, role_required
from programs.enums import MANAGER_ROLES, Role
from programs.views.answers import attempt

PEOPLE_ROLES = (Role.MENTOR, Role.MENTEE)


def plan_url(pair):
    return reverse("pairs:plan_detail", args=[pair.pk])


def plan_trail(pair):
    return [
        (pair.names, reverse("pairs:pair_detail", args=[pair.pk])),
        ("План пары", plan_url(pair)),
    ]


def plan_or_404(pairs, pk):
    """The plan of the pair ``pk`` of ``pairs``."""
    pair = get_object_or_404(pairs.with_people(), pk=pk)
    plan = getattr(pair, "plan", None)
    if plan is None:
        raise Http404
    return plan


def written_plan(user, pk):
    return plan_or_404(Pair.objects.recordable_by(user), pk)


def kept_plan(user, pk):
    return plan_or_404(Pair.objects.editable_by(user).ordered(), pk)


class PlanFormMixin(RoleRequiredMixin, ServiceFormMixin):
    """A form about the plan of the pair of the address, for whoever writes the plan."""

    roles = RECORDER_ROLES

    @cached_property
    def plan(self):
        return written_plan(self.request.user, self.kwargs["pk"])

    def get_object(self):
        return self.plan

    def get_context_data(self, **kwargs):
        pair = self.plan.pair
        page = {"plan": self.plan, "trail": plan_trail(pair)}
        if access.is_staff(self.request.user, pair.program):
            page["program"] = pair.program
        return super().get_context_data(**page | kwargs)

    def get_success_url(self):
        return plan_url(self.plan.pair)


class PlanDetail(RoleRequiredMixin, TemplateView):
    """For both sides and the school; a pair without a plan says what to start from."""

    roles = SIDE_ROLES
    template_name = "pairs/plan_detail.html"

    @cached_property
    def pair(self):
        pairs = Pair.objects.visible_to(self.request.user).with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        user, pair = self.request.user, self.pair
        page = {
            "pair": pair,
            "staff": access.is_staff(user, pair.program),
            "keeps": access.keeps_plan(user, pair),
            "writes": access.writes_plan(user, pair),
            "mentor": access.is_mentor(user, pair),
        }
        if page["staff"]:
            page["program"] = pair.program
        return super().get_context_data(**page | self.found() | kwargs)

    def found(self):
        plan = getattr(self.pair, "plan", None)
        if plan is None:
            return {"earlier": last_plan(self.pair)}
        page = plan_page(plan)
        return {"plan": plan, "page": page, "asks": page.asks(self.request.user)}


class PlanUpdate(PlanFormMixin, UpdateView):
    form_class = PlanForm
    template_name = "pairs/plan_form.html"
    heading = "Цель, сроки и вид плана"
    submit = "Сохранить"
    done = "План сохранён."

    def form_valid(self, form):
        answer = super().form_valid(form)
        if form.is_valid() and form.doubt:
            messages.warning(self.request, form.doubt)
        return answer


class PlanFinish(PlanFormMixin, FormView):
    form_class = FinishForm
    template_name = "pairs/plan_finish.html"
    heading = "Завершить план"
    submit = "План выполнен"
    done = "План выполнен, итог записан."

    def get_initial(self):
        return {"summary": self.plan.summary}

    def get_context_data(self, **kwargs):
        return super().get_context_data(open_tasks=self.plan.tasks.planned(), **kwargs)

    def save(self, form):
        return service.finish(plan=self.plan, by=self.request.user, **form.cleaned_data)


class PlanPaper(PlanFormMixin, FormView):
    """A signature on paper of somebody without a login."""

    roles = MANAGER_ROLES
    form_class = PaperForm
    heading = "Записать согласие с бумаги"
    lead = "Для тех, у кого нет входа в портал. За ребёнка на бумаге подписывает и родитель."
    submit = "Записать согласие"
    done = "Согласие записано."

    @cached_property
    def plan(self):
        return kept_plan(self.request.user, self.kwargs["pk"])

    def get_initial(self):
        return {"day": timezone.localdate()}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"people": plan_page(self.plan).unsigned}

    def save(self, form):
        said = form.cleaned_data
        return plan_agreement.record_paper(plan=self.plan, by=self.request.user, **said)


class PlanAnswer(PlanFormMixin, FormView):
    """«Согласен» is one press on the page of the plan; «не согласен» asks what does not suit."""

    roles = PEOPLE_ROLES
    form_class = AnswerForm
    heading = "Что в плане не подходит"
    lead = "Наставник увидит ваши слова, изменит план и предложит его снова."
    submit = "Не согласен"

    @cached_property
    def plan(self):
        plan = plan_or_404(Pair.objects.visible_to(self.request.user), self.kwargs["pk"])
        if access.side_of(self.request.user, plan.pair) is None:
            raise Http404
        return plan

    @property
    def done(self):
        self.plan.refresh_from_db(fields=["status"])
        is_whole = self.plan.status == PlanStatus.AGREED
        return "План согласован всеми." if is_whole else "Ваш ответ записан."

    def get_initial(self):
        return {"answer": AnswerForm.REFUSE, "seen": agreed_content(self.plan)}

    def save(self, form):
        return plan_agreement.answer(
            plan=self.plan,
            person=access.side_of(self.request.user, self.plan.pair),
            is_agreed=form.cleaned_data["answer"] == AnswerForm.AGREE,
            comment=form.cleaned_data["comment"],
            seen=form.cleaned_data["seen"],
            by=self.request.user,
        )


@require_POST
@role_required(*RECORDER_ROLES)
def plan_create(request, pk):
    pair = get_object_or_404(Pair.objects.recordable_by(request.user).with_people(), pk=pk)
    form = StartForm(request.POST)
    source = form.cleaned_data["source"] if form.is_valid() else service.SAMPLE
    return attempt(
        request,
        lambda: service.start(pair=pair, source=source, by=request.user),
        "План составлен: проверьте задачи и сроки.",
        plan_url(pair),
    )


@require_POST
@role_required(*RECORDER_ROLES)
def plan_offer(request, pk):
    return _act(request, written_plan, pk, plan_agreement.offer, "План предложен на согласование.")


@require_POST
@role_required(*RECORDER_ROLES)
def plan_withdraw(request, pk):
    return _act(request, written_plan, pk, plan_agreement.withdraw, "План снова черновик.")


@require_POST
@role_required(*RECORDER_ROLES)
def plan_reopen(request, pk):
    return _act(request, written_plan, pk, service.reopen, "План снова в работе.")


@require_POST
@manager_required
def plan_confirm(request, pk):
    return _act(request, kept_plan, pk, service.confirm_term, "Срок подтверждён.")


def _act(request, found, pk, action, done):
    plan = found(request.user, pk)
    return attempt(request, lambda: action(plan=plan, by=request.user), done, plan_url(plan.pair))
