from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from programs.access import staff_required
from programs.enums import STAFF_ROLES
from programs.models import Program, RoadmapItem

SHOWN_OVERDUE = 7


@staff_required
def dashboard(request):
    """The program of this school year; next year's may be in the making already."""
    programs = Program.objects.with_role(request.user, STAFF_ROLES).current()
    program = programs.nearest_first(timezone.localdate()).first()
    if program is None:
        return render(request, "monitoring/dashboard_empty.html")
    return redirect("monitoring:program_dashboard", program.pk)


@staff_required
def program_dashboard(request, program_pk):
    programs = Program.objects.with_role(request.user, STAFF_ROLES).select_related("organization")
    program = get_object_or_404(programs, pk=program_pk)
    today = timezone.localdate()
    overdue = RoadmapItem.objects.of_program(program).overdue(today).in_order()
    context = {
        "program": program,
        "today": today,
        "overdue": overdue[:SHOWN_OVERDUE],
        "overdue_count": overdue.count(),
    }
    return render(request, "monitoring/dashboard.html", context)
