"""Pages about a part of the draft: it may have gone or changed since the page was opened."""

import re
from functools import cached_property

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.shortcuts import redirect
from django.urls import reverse

from pairs.models import PairMember
from pairs.services.draft_seen import seen_draft
from pairs.views.pages import program_or_404
from programs.access import RoleRequiredMixin
from programs.enums import MANAGER_ROLES

GONE = "Этого предложения уже нет: черновик пар изменился."


def found_or_none(rows, pk):
    """For those who say in words that something has gone, see ``lost``."""
    try:
        return rows.get(pk=pk)
    except ObjectDoesNotExist:
        return None


def lost(request, roles=MANAGER_ROLES, words=GONE, url="pairs:matching"):
    """What a link is about has gone meanwhile: back to the page that the link came from."""
    number = request.GET.get("program", "")
    program_pk = int(number) if re.fullmatch("[0-9]{1,9}", number) else 0
    program = program_or_404(request.user, roles, program_pk)
    messages.info(request, words)
    return redirect(url, program.pk)


def place_in_list(request):
    """The search and the page of the list that a button or a link of the board tells."""
    told = request.GET.copy()
    told.pop("program", None)
    return told.urlencode()


def board_url(request, program_pk, member=None):
    """Back to the same place; ``member`` is whoever has been moved."""
    url, place = reverse("pairs:matching", args=[program_pk]), place_in_list(request)
    anchor = f"#move-{member}" if member else ""
    return f"{url}?{place}{anchor}" if place else f"{url}{anchor}"


class SeenDraftMixin:
    """A form that remembers the draft its page has shown; shown again, the present one."""

    def get_initial(self):
        return super().get_initial() | {"step": seen_draft(self.program)}

    def form_invalid(self, form):
        form.data = form.data.copy()
        form.data["step"] = seen_draft(self.program)
        return super().form_invalid(form)


class MemberPageMixin(RoleRequiredMixin):
    """A page about one mentee of a pair; a proposal that has gone leads back to the board."""

    roles = MANAGER_ROLES

    @cached_property
    def member(self):
        members = PairMember.objects.editable_by(self.request.user).with_people()
        return found_or_none(members, self.kwargs["pk"])

    @property
    def program(self):
        return self.member.pair.program

    def dispatch(self, request, *args, **kwargs):
        if self.test_func() and self.member is None:
            return lost(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        page = {"program": self.program, "member": self.member}
        return super().get_context_data(**page | kwargs)

    def get_success_url(self):
        return board_url(self.request, self.program.pk, self.member.pk)
