"""List of pairs, a pair's page and what a curator does with it."""

from functools import cached_property, partial
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, DetailView, FormView, UpdateView

from mentoring_portal.shared.lists import FilteredListView
from pairs import access
from pairs.enums import WORKING_STATUSES
from pairs.filters import PairFilter
from pairs.forms.pair import ONE_TIME, CompleteForm, PairCreateForm, PairPlanForm, TerminateForm
from pairs.models import Pair
from pairs.services import pair as service
from pairs.services.draft_seen import seen_draft
from pairs.services.history import history
from pairs.services.withdrawal import people_left
from pairs.views.pages import SIDE_ROLES, ProgramPageMixin, ServiceFormMixin
from programs.access import RoleRequiredMixin, manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import attempt


class PairList(ProgramPageMixin, FilteredListView):
    queryset = Pair.objects.with_people().with_progress()
    filterset_class = PairFilter
    template_name = "pairs/pair_list.html"

    def get_queryset(self):
        pairs = super().get_queryset().of_program(self.program)
        return pairs.with_plan(timezone.localdate()).with_trial().refusing_first()


class PairDetail(RoleRequiredMixin, DetailView):
    """The school sees everything; a side sees the pair without marks, notes of others, answers."""

    roles = SIDE_ROLES
    template_name = "pairs/pair_detail.html"

    def get_queryset(self):
        return Pair.objects.visible_to(self.request.user).with_people()

    def get_context_data(self, **kwargs):
        user, pair = self.request.user, self.object
        rights = {
            "reads_all": access.reads_all(user, pair),
            "sees_notes": access.sees_notes(user, pair),
        }
        page = rights | {
            "staff": access.is_staff(user, pair.program),
            "manager": access.is_manager(user, pair.program),
            "mentor": access.is_mentor(user, pair),
            "mentee": access.is_mentee(user, pair),
            "history": history(pair, viewer=getattr(user, "person", None), **rights),
        }
        if page["staff"]:
            page["program"] = pair.program
            page["left"] = people_left(pair, timezone.localdate())
            page["step"] = seen_draft(pair.program) if pair.is_draft else ""
        return super().get_context_data(**page | kwargs)


YIELDED = "Предложения уступили место и сняты, эти наставляемые ждут следующего подбора: {}"
OTHERS = "Предложенные пары с другими наставниками сняты: {}"
NOT_WORKING = "Закончить можно только пару, которая работает."


def tell_dropped(request, dropped):
    for words, names in ((YIELDED, dropped.yielded), (OTHERS, dropped.others)):
        if names:
            messages.info(request, words.format(", ".join(names)))


class ManagedPairMixin(RoleRequiredMixin, ServiceFormMixin):
    """A manager's form about the pair of the address."""

    roles = MANAGER_ROLES

    @cached_property
    def pair(self):
        pairs = Pair.objects.editable_by(self.request.user).with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pk"])

    def get_object(self):
        return self.pair

    def get_context_data(self, **kwargs):
        return super().get_context_data(program=self.pair.program, pair=self.pair, **kwargs)

    def get_success_url(self):
        return reverse("pairs:pair_detail", args=[self.pair.pk])


class PairUpdate(ManagedPairMixin, UpdateView):
    form_class = PairPlanForm
    heading = "Цель и сроки пары"
    submit = "Сохранить"
    done = "Сведения о паре сохранены."


class PairEndMixin(ManagedPairMixin):
    """A page that ends a pair at work; of any other the page of the pair tells the state."""

    def dispatch(self, request, *args, **kwargs):
        if self.test_func() and self.pair.status not in WORKING_STATUSES:
            messages.info(request, NOT_WORKING)
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)


class PairComplete(PairEndMixin, FormView):
    form_class = CompleteForm
    heading = "Завершить работу пары"
    lead = "Встречи и отзывы сохранятся, место у наставника освободится. Отменить это нельзя."
    submit = "Завершить работу пары"
    done = "Пара завершила работу."

    def save(self, form):
        return service.complete(pair=self.pair, by=self.request.user, **form.cleaned_data)


class PairTerminate(PairEndMixin, FormView):
    form_class = TerminateForm
    heading = "Прекратить работу пары досрочно"
    lead = "Встречи и отзывы сохранятся, место у наставника освободится. Отменить это нельзя."
    submit = "Прекратить работу пары"
    done = "Пара прекращена досрочно. Если наставляемому нужен другой наставник, подберите его."

    def save(self, form):
        return service.terminate(pair=self.pair, by=self.request.user, **form.cleaned_data)


class PairCreate(ProgramPageMixin, ServiceFormMixin, CreateView):
    roles = MANAGER_ROLES
    form_class = PairCreateForm
    heading = "Составить пару вручную"
    submit = "Составить пару"
    done = "Пара составлена и принята. Теперь её нужно закрепить приказом."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"program": self.program}

    def get_initial(self):
        """The lists of those left without a pair lead here with the person chosen."""
        chosen = self.request.GET
        return {"mentor": chosen.get("mentor"), "mentees": chosen.getlist("mentee")}

    def save(self, form):
        pair = super().save(form)
        tell_dropped(self.request, form.dropped)
        return pair

    def form_valid(self, form):
        """Speed and situational mentoring make no pair: on to the page of talks."""
        if not form.is_one_time:
            return super().form_valid(form)
        messages.info(self.request, ONE_TIME)
        page = reverse("pairs:encounter_create", args=[self.program.pk])
        return redirect(f"{page}?{urlencode(form.one_time)}")

    def get_success_url(self):
        return reverse("pairs:matching", args=[self.program.pk])


@require_POST
@manager_required
def pair_pause(request, pk):
    return _answer(request, pk, service.pause, "Пара приостановлена.")


@require_POST
@manager_required
def pair_resume(request, pk):
    return _answer(request, pk, service.resume, "Пара снова работает.")


def _answer(request, pk, action, done):
    pair = get_object_or_404(Pair.objects.editable_by(request.user), pk=pk)
    act = partial(action, pair=pair, by=request.user)
    return attempt(request, act, done, "pairs:pair_detail", pk)
