"""Mentees without a pair: the list, its workbook, what is done for each."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from mentoring_portal.shared.lists import FilteredListView
from pairs.access import is_manager, is_staff, sees_support
from pairs.domain.waiting import days_waited
from pairs.models import SupportRecord
from pairs.services import support, unpaired
from pairs.services.terms import terms_of
from pairs.services.unpaired_table import unpaired_xlsx
from pairs.unpaired_filters import SupportedFilter, UnpairedFilter
from pairs.views.pages import ProgramPageMixin, program_or_404
from participants.models import Mentee
from programs.access import RoleRequiredMixin, role_required
from programs.enums import STAFF_ROLES, SUPPORT_ROLES, Role
from programs.models import Program

READER_ROLES = (*STAFF_ROLES, Role.PSYCHOLOGIST)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def found(user, program):
    """The list and its filter as this user may ask: no support for the director."""
    mentees = unpaired.unpaired(program).select_related("person")
    order = ("-comes_first", "waits_since", "person__name_key", "pk")
    if sees_support(user, program):
        return unpaired.with_support(mentees).order_by(*order), SupportedFilter
    return mentees.order_by(*order), UnpairedFilter


@require_safe
@role_required(*READER_ROLES)
def unpaired_home(request):
    """The list of the program of this school year: the home of the psychologist."""
    programs = Program.objects.with_role(request.user, READER_ROLES).current()
    program = programs.nearest_first(timezone.localdate()).first()
    if program is None:
        return render(request, "pairs/unpaired_empty.html")
    return redirect("pairs:unpaired_list", program.pk)


class UnpairedList(ProgramPageMixin, FilteredListView):
    roles = READER_ROLES
    model = Mentee
    context_object_name = "rows"
    template_name = "pairs/unpaired_list.html"

    def get_queryset(self):
        return found(self.request.user, self.program)[0]

    def get_filterset_class(self):
        return found(self.request.user, self.program)[1]

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"program": self.program}

    def get_context_data(self, **kwargs):
        page = super().get_context_data(**kwargs)
        today, rows = timezone.localdate(), list(page["page_obj"])
        reasons = unpaired.reasons_of(self.program, rows, today)
        for row in rows:
            row.reasons, row.days = reasons[row.pk], days_waited(row.waits_since, today)
        user = self.request.user
        return page | {
            "rows": rows,
            "today": today,
            "terms": terms_of(self.program),
            "supports": sees_support(user, self.program),
            "staff": is_staff(user, self.program),
            "manager": is_manager(user, self.program),
        }


@require_safe
@role_required(*READER_ROLES)
def unpaired_export(request, program_pk):
    """Exactly what the filters of the list found."""
    program = program_or_404(request.user, READER_ROLES, program_pk)
    mentees, filterset = found(request.user, program)
    content = unpaired_xlsx(
        program=program,
        mentees=filterset(request.GET, queryset=mentees, program=program).qs,
        today=timezone.localdate(),
        with_support=sees_support(request.user, program),
    )
    response = HttpResponse(content, content_type=XLSX)
    name = f"Без пары {program.start_year}–{program.start_year + 1}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


class UnpairedDetail(RoleRequiredMixin, DetailView):
    """Of a mentee only what the support needs: name, class, request, the search, the records."""

    roles = SUPPORT_ROLES
    context_object_name = "mentee"
    template_name = "pairs/unpaired_detail.html"

    def get_queryset(self):
        return support.supported_by(self.request.user)

    def get_context_data(self, **kwargs):
        mentee, today = self.object, timezone.localdate()
        waits = not mentee.pair_members.filter(is_open=True).exists()
        page = {
            "program": mentee.program,
            "waits": waits,
            "days": days_waited(mentee.waits_since, today),
            "reasons": unpaired.reasons_of(mentee.program, [mentee], today)[mentee.pk],
            "records": SupportRecord.objects.visible_to(self.request.user).of_mentee(mentee),
            "staff": is_staff(self.request.user, mentee.program),
            "today": today,
        }
        return super().get_context_data(**page | kwargs)
