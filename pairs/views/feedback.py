"""The answer of a side about a meeting."""

from functools import cached_property

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import CreateView

from mentoring_portal.shared.dates import long_date
from pairs.forms.feedback import FeedbackForm
from pairs.models import Feedback, Meeting
from pairs.services.feedback import is_answered
from pairs.views.pages import ServiceFormMixin
from programs.access import RoleRequiredMixin
from programs.enums import Role


class FeedbackCreate(RoleRequiredMixin, ServiceFormMixin, CreateView):
    roles = (Role.MENTOR, Role.MENTEE)
    form_class = FeedbackForm
    heading = "Отзыв о встрече"
    submit = "Отправить отзыв"
    done = "Спасибо, отзыв отправлен."

    @cached_property
    def meeting(self):
        meetings = Meeting.objects.answerable_by(self.request.user)
        people = meetings.select_related("pair__mentor__person", "pair__program__organization")
        return get_object_or_404(people, pk=self.kwargs["meeting_pk"])

    def get(self, request, *args, **kwargs):
        return self.answered_already() or super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return self.answered_already() or super().post(request, *args, **kwargs)

    def answered_already(self):
        """A second press or an old page leads to the pair, not to a form that would be refused."""
        if not is_answered(self.meeting, self.request.user.person):
            return None
        messages.info(self.request, "Вы уже оставили отзыв об этой встрече.")
        return redirect(self.get_success_url())

    def get_form_kwargs(self):
        answer = Feedback(meeting=self.meeting, person=self.request.user.person)
        return super().get_form_kwargs() | {"instance": answer}

    def get_context_data(self, **kwargs):
        day, kind = long_date(self.meeting.day), self.meeting.get_kind_display()
        lead = f"{day}, {kind}: {self.meeting.topic}"
        return super().get_context_data(lead=lead, **kwargs)

    def get_success_url(self):
        return reverse("pairs:pair_detail", args=[self.meeting.pair_id])
