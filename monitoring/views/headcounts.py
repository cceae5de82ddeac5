from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from monitoring.forms.headcount import HeadcountForm
from monitoring.models import Headcount
from monitoring.services.headcount import enter
from programs.access import manager_required
from programs.enums import MANAGER_ROLES
from programs.models import Program


@manager_required
def headcount_list(request, program_pk):
    programs = Program.objects.with_role(request.user, MANAGER_ROLES)
    program = get_object_or_404(programs, pk=program_pk)
    form = HeadcountForm(request.POST or None, initial={"as_of": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            enter(program=program, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Численность сохранена.")
            return redirect("monitoring:headcount_list", program.pk)
    headcounts = Headcount.objects.visible_to(request.user).of_program(program)
    context = {"program": program, "form": form, "headcounts": headcounts}
    return render(request, "monitoring/headcount_list.html", context)
