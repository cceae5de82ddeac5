"""After the trial meeting: the answer of a side, the decision of the curator."""

from functools import cached_property, partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView, UpdateView

from pairs.forms.verdict import PartForm, RecordForm, VerdictForm
from pairs.models import Pair
from pairs.services import verdict as service
from pairs.services.trial import other_side
from pairs.views.pages import ServiceFormMixin
from pairs.views.pairs import ManagedPairMixin
from programs.access import RoleRequiredMixin, manager_required
from programs.enums import Role
from programs.views.answers import attempt

NOBODY = "Записывать нечей ответ: у всех есть вход в портал, или решение уже принято."
SETTLED = "Записано: вы поговорили с обеими сторонами, пара работает."


class VerdictUpdate(RoleRequiredMixin, ServiceFormMixin, UpdateView):
    roles = (Role.MENTOR, Role.MENTEE)
    form_class = VerdictForm
    heading = "После пробной встречи"
    submit = "Ответить"
    done = "Спасибо, ответ записан. Его можно изменить, пока куратор не принял решение."

    @cached_property
    def pair(self):
        pairs = Pair.objects.asking_verdict(self.request.user).with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pk"])

    def get_object(self):
        return service.verdict_of(self.pair, self.request.user.person)

    def get(self, request, *args, **kwargs):
        if self.get_object().settled_on:
            messages.info(request, service.SETTLED)
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        lead = other_side(self.pair, self.request.user)
        return super().get_context_data(lead=lead, **kwargs)

    def get_success_url(self):
        return reverse("pairs:pair_detail", args=[self.pair.pk])


class VerdictRecord(ManagedPairMixin, FormView):
    """The answers of those who never sign in, from paper or a talk."""

    form_class = RecordForm
    heading = "Записать ответ после пробной встречи"
    lead = "Для тех, у кого нет входа в портал: ответ с бумаги или из разговора."
    submit = "Записать ответ"
    done = "Ответ записан."

    @cached_property
    def pair(self):
        pairs = Pair.objects.editable_by(self.request.user).with_trial().tried().with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pair": self.pair}

    def get_context_data(self, **kwargs):
        trail = [(self.pair.names, self.get_success_url())]
        return super().get_context_data(**{"trail": trail} | kwargs)

    def dispatch(self, request, *args, **kwargs):
        if self.test_func() and not service.silent_sides(self.pair):
            messages.info(request, NOBODY)
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)


class PairPart(ManagedPairMixin, FormView):
    form_class = PartForm
    heading = "Сменить наставника по согласию"
    lead = (
        "Никто не виноват: люди просто не подошли друг другу. Причина в приказе – «смена "
        "наставника по взаимному согласию сторон», досрочным прекращением это не считается. "
        "Этих двоих портал больше не предложит друг другу, а наставляемый станет первым среди тех, "
        "кто ждёт пару."
    )
    submit = "Сменить наставника"
    done = (
        "Записано. Подберите другого наставника и оформите приказ о внесении изменений: "
        "он назовёт смену."
    )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pair": self.pair}

    def form_valid(self, form):
        answer = super().form_valid(form)
        return answer if form.errors else redirect(self.board(form.cleaned_data["mentee"]))

    def board(self, mentee):
        return reverse("pairs:matching", args=[self.pair.program_id]) + f"#mentee-{mentee.pk}"


@require_POST
@manager_required
def verdict_settle(request, pk):
    pair = get_object_or_404(Pair.objects.editable_by(request.user), pk=pk)
    act = partial(service.settle, pair=pair, by=request.user)
    return attempt(request, act, SETTLED, "pairs:pair_detail", pk)
