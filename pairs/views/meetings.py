"""Writing down a meeting and correcting it."""

from functools import cached_property

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import CreateView, UpdateView

from mentoring_portal.shared.dates import long_date
from pairs.access import is_staff
from pairs.enums import MeetingKind
from pairs.forms.meeting import MeetingForm
from pairs.models import Meeting, Pair
from pairs.services.history import history
from pairs.services.meeting import repeated
from pairs.views.pages import RECORDER_ROLES, ServiceFormMixin
from programs.access import RoleRequiredMixin

PLANNING = "Встреча записана. Запишите, о чём договорились: цель, задачи и сроки."


class MeetingFormMixin(RoleRequiredMixin, ServiceFormMixin):
    roles = RECORDER_ROLES
    form_class = MeetingForm
    submit = "Записать встречу"

    @property
    def done(self):
        return PLANNING if self.planned else "Встреча записана."

    @property
    def planned(self):
        """A planning meeting has just been written down: the plan is the next thing to do."""
        return False

    def get_success_url(self):
        page = "pairs:plan_detail" if self.planned else "pairs:pair_detail"
        return reverse(page, args=[self.pair.pk])

    def get_context_data(self, **kwargs):
        page = {"lead": self.pair.names}
        if is_staff(self.request.user, self.pair.program):
            page["program"] = self.pair.program
        return super().get_context_data(**page | kwargs)

    def save(self, form):
        meeting = super().save(form)
        twin = repeated(meeting)
        if twin:
            kind, day = meeting.get_kind_display(), long_date(twin.day)
            text = f"У пары уже записана {kind}: {day} Проверьте, тот ли вид выбран."
            messages.warning(self.request, text)
        return meeting


class MeetingCreate(MeetingFormMixin, CreateView):
    heading = "Записать встречу"

    @cached_property
    def pair(self):
        pairs = Pair.objects.recordable_by(self.request.user).with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pair_pk"])

    @property
    def planned(self):
        return self.object is not None and self.object.kind == MeetingKind.PLANNING

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Meeting(pair=self.pair)}

    def get_initial(self):
        return {"kind": history(self.pair).next_kind, "day": timezone.localdate()}


class MeetingUpdate(MeetingFormMixin, UpdateView):
    heading = "Исправить запись о встрече"
    submit = "Сохранить"
    done = "Исправления сохранены."

    def get_queryset(self):
        meetings = Meeting.objects.recordable_by(self.request.user)
        return meetings.select_related("pair__mentor__person", "pair__program__organization")

    @cached_property
    def pair(self):
        return self.object.pair
