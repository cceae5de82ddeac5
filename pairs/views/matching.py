"""The matching of a program: run it, agree, refuse, give a mentee to another mentor."""

import re
from functools import cached_property

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from mentoring_portal.shared.plurals import counted
from mentoring_portal.shared.transitions import TransitionError
from pairs.access import is_manager
from pairs.forms.pair import MentorChoiceForm, RejectForm
from pairs.models import Pair, PairMember
from pairs.services import composition, matching
from pairs.services import pair as service
from pairs.services.alternatives import alternatives
from pairs.services.board import board
from pairs.views.pages import ProgramPageMixin, ServiceFormMixin, program_or_404, refusal
from programs.access import RoleRequiredMixin, manager_required
from programs.enums import MANAGER_ROLES

PAIRS = ("пара", "пары", "пар")


class MatchingPage(ProgramPageMixin, TemplateView):
    template_name = "pairs/matching.html"

    def get_context_data(self, **kwargs):
        manager = is_manager(self.request.user, self.program)
        return super().get_context_data(board=board(self.program), manager=manager, **kwargs)


@require_POST
@manager_required
def matching_run(request, program_pk):
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    found = matching.propose(program=program, by=request.user)
    messages.success(request, f"Подбор закончен: {counted(found.pairs.count(), *PAIRS)}.")
    return redirect("pairs:matching", program_pk)


@require_POST
@manager_required
def matching_accept_all(request, program_pk):
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    accepted = service.accept_all(program=program, by=request.user)
    if accepted:
        messages.success(request, f"Принято: {counted(len(accepted), *PAIRS)}.")
    else:
        messages.info(request, "Принимать нечего: предложенных пар нет.")
    return redirect("pairs:matching", program_pk)


@require_POST
@manager_required
def pair_accept(request, pk):
    pairs = Pair.objects.editable_by(request.user).with_people()
    try:
        pair = pairs.get(pk=pk)
    except Pair.DoesNotExist:
        return back_from_lost(request)
    try:
        service.accept(pair=pair, by=request.user)
    except (ValidationError, TransitionError) as error:
        messages.error(request, refusal(error))
    else:
        messages.success(request, f"Пара принята, наставник – {pair.mentor.person.short_name}")
    return redirect("pairs:matching", pair.program_id)


def back_from_lost(request):
    """A proposal that a new run has replaced meanwhile, in another tab or by a colleague."""
    number = request.GET.get("program", "")
    program_pk = int(number) if re.fullmatch("[0-9]{1,9}", number) else 0
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    messages.info(request, "Этого предложения уже нет: пары подобрали заново.")
    return redirect("pairs:matching", program.pk)


class PairReject(RoleRequiredMixin, ServiceFormMixin, FormView):
    roles = MANAGER_ROLES
    form_class = RejectForm
    heading = "Отклонить пару"
    submit = "Отклонить пару"
    done = "Пара отклонена, при новом подборе её не предложат."

    @cached_property
    def pair(self):
        pairs = Pair.objects.editable_by(self.request.user).with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        page = {"program": self.pair.program, "lead": self.pair.names}
        return super().get_context_data(**page | kwargs)

    def save(self, form):
        return service.reject(pair=self.pair, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("pairs:matching", args=[self.pair.program_id])


class MemberChange(RoleRequiredMixin, ServiceFormMixin, FormView):
    """«Изменить наставника»: the ranked alternatives of one mentee."""

    roles = MANAGER_ROLES
    form_class = MentorChoiceForm
    template_name = "pairs/member_change.html"
    heading = "Изменить наставника"
    submit = "Назначить этого наставника"
    done = "Наставник изменён, пара принята."

    @cached_property
    def member(self):
        people = PairMember.objects.select_related(
            "mentee__person", "mentor__person", "pair__program__organization"
        )
        pairs = Pair.objects.editable_by(self.request.user)
        return get_object_or_404(people, pk=self.kwargs["pk"], pair__in=pairs)

    @cached_property
    def alternatives(self):
        return alternatives(member=self.member)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"alternatives": self.alternatives}

    def get_context_data(self, **kwargs):
        page = {"program": self.member.pair.program, "member": self.member}
        return super().get_context_data(**page | {"alternatives": self.alternatives} | kwargs)

    def save(self, form):
        chosen = form.cleaned_data["mentor"]
        return composition.change_mentor(
            member=self.member,
            mentor=chosen.mentor,
            score=chosen.score,
            reasons=chosen.reasons,
            by=self.request.user,
        )

    def get_success_url(self):
        return reverse("pairs:matching", args=[self.member.pair.program_id])
