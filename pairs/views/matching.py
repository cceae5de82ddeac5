"""The matching of a program: the draft, agreeing, refusing, another mentor for a mentee."""

from functools import cached_property, partial

from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from mentoring_portal.shared.lists import FilteredListView, ForgivingPaginator
from pairs.access import is_manager
from pairs.enums import PairStatus
from pairs.filters import DraftFilter
from pairs.forms.pair import MentorChoiceForm, RejectForm
from pairs.models import Pair
from pairs.services import by_hand, composition
from pairs.services import pair as service
from pairs.services.alternatives import alternatives
from pairs.services.board import board
from pairs.services.comparison import news
from pairs.services.exchange import exchanges
from pairs.services.group_limits import limits_of
from pairs.services.proof import proof_now
from pairs.services.returning import can_undo, has_former
from pairs.services.since_run import changes
from pairs.services.step_list import words_now
from pairs.services.step_words import price
from pairs.views.draft import seen_in
from pairs.views.draft_pages import (
    MemberPageMixin,
    SeenDraftMixin,
    board_url,
    found_or_none,
    lost,
    place_in_list,
)
from pairs.views.pages import ProgramPageMixin, ServiceFormMixin
from programs.access import RoleRequiredMixin, manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import attempt

NO_PAIR = "Этой пары уже нет: её распустили или составили заново."


class MatchingPage(ProgramPageMixin, FilteredListView):
    """The draft in pages with a search, the accepted pairs, people left."""

    queryset = Pair.objects.with_people().order_by("mentor__person__name_key", "pk")
    filterset_class = DraftFilter
    paginator_class = ForgivingPaginator
    template_name = "pairs/matching.html"

    def get_queryset(self):
        return super().get_queryset().of_program(self.program).proposed()

    def get_filterset_kwargs(self, filterset_class):
        limits = {"limits": limits_of(self.program)}
        return super().get_filterset_kwargs(filterset_class) | limits

    def get_context_data(self, **kwargs):
        page = super().get_context_data(**kwargs)
        now = board(self.program)
        manager = is_manager(self.request.user, self.program)
        return page | {
            "board": now,
            "manager": manager,
            "place": place_in_list(self.request),
            "news": news(now.matching),
            "last": words_now(now.matching) if has_former(now.matching) else "",
            "can_undo": can_undo(now.matching),
            "changes": [] if now.nobody else changes(now.matching),
        }


@require_POST
@manager_required
def pair_accept(request, pk):
    pairs = Pair.objects.editable_by(request.user).with_people()
    pair = found_or_none(pairs, pk)
    if pair is None:
        return lost(request)
    act = partial(service.accept, pair=pair, by=request.user, seen=seen_in(request))
    done = f"Пара принята, наставник – {pair.mentor.person.short_name}"
    return attempt(request, act, done, board_url(request, pair.program_id))


class PairReject(RoleRequiredMixin, SeenDraftMixin, ServiceFormMixin, FormView):
    roles = MANAGER_ROLES
    form_class = RejectForm
    heading = "Отклонить пару"
    submit = "Отклонить пару"
    done = "Пара отклонена, при новом подборе её не предложат."

    @cached_property
    def pair(self):
        pairs = Pair.objects.editable_by(self.request.user).with_people()
        return found_or_none(pairs, self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if self.test_func() and self.pair is None:
            return lost(request, words=NO_PAIR)
        return super().dispatch(request, *args, **kwargs)

    @property
    def program(self):
        return self.pair.program

    def get_context_data(self, **kwargs):
        page = {"program": self.program, "lead": self.pair.names}
        return super().get_context_data(**page | kwargs)

    def save(self, form):
        reason = form.cleaned_data["reason"]
        return service.reject(pair=self.pair, reason=reason, by=self.request.user, seen=form.seen)

    def get_success_url(self):
        return reverse("pairs:matching", args=[self.pair.program_id])


class MemberChange(MemberPageMixin, SeenDraftMixin, ServiceFormMixin, FormView):
    """«Изменить наставника»: the ranked alternatives of one mentee, and whom to swap with."""

    form_class = MentorChoiceForm
    template_name = "pairs/member_change.html"
    heading = "Изменить наставника"
    submit = "Назначить этого наставника"

    @cached_property
    def is_proposed(self):
        return self.member.pair.status == PairStatus.PROPOSED

    @cached_property
    def alternatives(self):
        return alternatives(member=self.member)

    def get_form_kwargs(self):
        about = {"alternatives": self.alternatives, "is_proposed": self.is_proposed}
        return super().get_form_kwargs() | about

    def get_context_data(self, **kwargs):
        page = {"alternatives": self.alternatives, "is_proposed": self.is_proposed}
        if self.is_proposed:
            page["exchanges"] = exchanges(self.member)
            page["proof"] = proof_now(self.program)
        return super().get_context_data(**page | kwargs)

    def save(self, form):
        chosen = form.cleaned_data["mentor"]
        if self.is_proposed:
            self.change = by_hand.move(
                member=self.member,
                mentor=chosen.mentor,
                by=self.request.user,
                seen=form.seen,
                yielding=True,
            )
            return self.change
        return composition.change_mentor(
            member=self.member,
            mentor=chosen.mentor,
            score=chosen.score,
            reasons=chosen.reasons,
            seen=form.seen,
            by=self.request.user,
        )

    @property
    def done(self):
        if self.is_proposed:
            return f"Наставник изменён, пара закреплена. {price(self.change)}"
        return "Наставник изменён, пара принята."
