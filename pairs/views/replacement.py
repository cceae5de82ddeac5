"""People who leave while their pairs go on: a mentor is replaced, a mentee leaves a group."""

from functools import cached_property

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView

from mentoring_portal.shared.plurals import counted
from pairs.forms.replacement import LeaveForm, ReplaceForm
from pairs.services.departure import ensure_may_leave, leave
from pairs.services.replacement import replace_mentor
from pairs.services.vacancy import Takeover
from pairs.views.draft_pages import MemberPageMixin, SeenDraftMixin
from pairs.views.pages import ServiceFormMixin
from participants.enums import ParticipantStatus
from participants.models import Mentor
from programs.access import RoleRequiredMixin
from programs.enums import MANAGER_ROLES
from programs.views.answers import words_of

PAUSED = (
    "Наставник заменён и приостановлен: подбор его не предложит, пока вы не вернёте его в реестр."
)
PAIRS = ("пара", "пары", "пар")


class MentorReplace(RoleRequiredMixin, SeenDraftMixin, ServiceFormMixin, FormView):
    roles = MANAGER_ROLES
    form_class = ReplaceForm
    template_name = "pairs/mentor_replace.html"
    heading = "Заменить наставника"
    submit = "Заменить наставника"

    @cached_property
    def mentor(self):
        mentors = Mentor.objects.editable_by(self.request.user).with_cards()
        return get_object_or_404(mentors, pk=self.kwargs["pk"])

    @property
    def program(self):
        return self.mentor.program

    @cached_property
    def takeover(self):
        return Takeover(self.mentor)

    def get_form_kwargs(self):
        approved = self.mentor.status == ParticipantStatus.APPROVED
        asks_pause = approved and not self.takeover.is_beyond_draft
        return super().get_form_kwargs() | {"asks_pause": asks_pause}

    def get_context_data(self, **kwargs):
        page = {"program": self.program, "mentor": self.mentor, "takeover": self.takeover}
        return super().get_context_data(**page | kwargs)

    def save(self, form):
        said = form.cleaned_data
        self.result = replace_mentor(
            mentor=self.mentor,
            day=said["day"],
            reason=said["reason"],
            by=self.request.user,
            seen=form.seen,
            pause=said.get("pause", True),
        )
        if self.result.left:
            names = ", ".join(row.member.mentee.person.short_name for row in self.result.left)
            messages.warning(self.request, f"Пока без наставника: {names}")
        return self.result

    @property
    def done(self):
        said = PAUSED if self.result.is_paused else "Наставник заменён."
        if self.result.begun:
            begun = counted(len(self.result.begun), *PAIRS)
            order = "приказа об изменениях" if self.result.ended else "приказа о парах"
            said += f" Ждёт {order}: {begun}."
        if self.result.in_draft:
            said += f" Изменено предложений в черновике: {self.result.in_draft}."
        return f"{said} День и причина – в заметке его карточки."

    def get_success_url(self):
        return reverse("pairs:matching", args=[self.mentor.program_id])


class MemberLeave(MemberPageMixin, ServiceFormMixin, FormView):
    form_class = LeaveForm
    heading = "Вывести из группы"
    submit = "Вывести из группы"
    done = "Наставляемый вышел из группы. Это войдёт в приказ об изменениях."

    def dispatch(self, request, *args, **kwargs):
        if not self.test_func():
            return self.handle_no_permission()
        if self.member is None:
            raise Http404
        try:
            ensure_may_leave(self.member.pair, self.member)
        except ValidationError as refusal:
            messages.info(request, words_of(refusal))
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        lead = f"{self.member.mentee}. Группа продолжит работу, встречи и отзывы сохранятся."
        return super().get_context_data(**{"lead": lead} | kwargs)

    def save(self, form):
        return leave(member=self.member, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("pairs:pair_detail", args=[self.member.pair_id])
