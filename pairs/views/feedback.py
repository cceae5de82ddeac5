"""The answer of a side about a meeting."""

from functools import cached_property

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import CreateView

from mentoring_portal.shared.dates import long_date
from pairs.forms.feedback import FeedbackForm
from pairs.models import Feedback, Meeting
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

    def get_form_kwargs(self):
        answer = Feedback(meeting=self.meeting, person=self.request.user.person)
        return super().get_form_kwargs() | {"instance": answer}

    def get_context_data(self, **kwargs):
        day, kind = long_date(self.meeting.day), self.meeting.get_kind_display()
        lead = f"{day}, {kind}: {self.meeting.topic}"
        return super().get_context_data(lead=lead, **kwargs)

    def get_success_url(self):
        return reverse("pairs:pair_detail", args=[self.meeting.pair_id])
