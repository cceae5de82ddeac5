"""The reason sheet of a pair, for the staff of the school."""

from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from pairs.access import is_manager
from pairs.models import PairMember
from pairs.services.sheet import sheet
from programs.access import RoleRequiredMixin
from programs.enums import STAFF_ROLES


class MemberSheet(RoleRequiredMixin, TemplateView):
    roles = STAFF_ROLES
    template_name = "pairs/member_sheet.html"

    def get_context_data(self, **kwargs):
        members = PairMember.objects.readable_by(self.request.user).with_people()
        member = get_object_or_404(members, pk=self.kwargs["pk"])
        program = member.pair.program
        page = {"program": program, "sheet": sheet(member)}
        page["manager"] = is_manager(self.request.user, program)
        return super().get_context_data(**page | kwargs)
