"""The reason sheet of a pair, for the staff of the school."""

from functools import cached_property

from django.views.generic import TemplateView

from pairs.access import is_manager
from pairs.models import PairMember
from pairs.services.sheet import sheet
from pairs.views.draft_pages import found_or_none, lost
from programs.access import RoleRequiredMixin
from programs.enums import STAFF_ROLES


class MemberSheet(RoleRequiredMixin, TemplateView):
    roles = STAFF_ROLES
    template_name = "pairs/member_sheet.html"

    @cached_property
    def member(self):
        members = PairMember.objects.readable_by(self.request.user).with_people()
        return found_or_none(members, self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if self.test_func() and self.member is None:
            return lost(request, STAFF_ROLES)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        program = self.member.pair.program
        page = {"program": program, "sheet": sheet(self.member)}
        page["manager"] = is_manager(self.request.user, program)
        return super().get_context_data(**page | kwargs)
