"""What the pages of this app share: the program of the address, saving through a service."""

from functools import cached_property

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect

from mentoring_portal.shared.transitions import TransitionError
from programs.access import RoleRequiredMixin
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role
from programs.models import Program

SIDE_ROLES = (*STAFF_ROLES, Role.MENTOR, Role.MENTEE)
RECORDER_ROLES = (*MANAGER_ROLES, Role.MENTOR)


def program_or_404(user, roles, pk):
    """The program of an organization where ``user`` holds one of ``roles``."""
    programs = Program.objects.with_role(user, roles).select_related("organization")
    return get_object_or_404(programs, pk=pk)


class ProgramPageMixin(RoleRequiredMixin):
    """A page of ``program_pk`` for the school's staff."""

    roles = STAFF_ROLES

    @cached_property
    def program(self):
        return program_or_404(self.request.user, self.roles, self.kwargs["program_pk"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(program=self.program, **kwargs)


class ServiceFormMixin:
    """A form saved by one service; a refusal comes back with everything that was typed."""

    template_name = "form_page.html"
    heading = lead = submit = done = ""

    def get_context_data(self, **kwargs):
        page = {"heading": self.heading, "lead": self.lead, "submit": self.submit}
        return super().get_context_data(**page | {"cancel_url": self.get_success_url()} | kwargs)

    def form_valid(self, form):
        try:
            self.object = self.save(form)
        except (ValidationError, TransitionError) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else str(error))
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def save(self, form):
        return form.save_as(self.request.user)
