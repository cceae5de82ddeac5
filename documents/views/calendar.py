"""«Производственный календарь»: the days that differ from the plain week, by years."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from documents.forms.calendar import CalendarDayForm, YearForm
from documents.kinds.calendar import calendar_of
from documents.models import CalendarDay
from documents.services import production_calendar as service
from documents.views.documents import own_program
from programs.access import manager_required, manages, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import attempt, saved


@staff_required
def calendar_detail(request, program_pk):
    program = own_program(request, program_pk, STAFF_ROLES)
    asked = YearForm(request.GET)
    year = asked.cleaned_data["year"] if asked.is_valid() else timezone.localdate().year
    return page(request, program, year, CalendarDayForm())


def page(request, program, year, form):
    context = {
        "program": program,
        "page": service.year_page(program.organization, year),
        "years": sorted({*calendar_of(program.organization).years, year}),
        "form": form,
        "can_edit": manages(request.user, program.organization),
    }
    return render(request, "documents/calendar_detail.html", context)


@require_POST
@manager_required
def calendar_create(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    form = CalendarDayForm(request.POST)
    if saved(form, lambda: form.save_by(request.user, program.organization)):
        return redirect(year_url(program.pk, form.saved.day.year))
    day = form.cleaned_data.get("day")
    return page(request, program, day.year if day else timezone.localdate().year, form)


@require_POST
@manager_required
def calendar_delete(request, program_pk, pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    rows = CalendarDay.objects.editable_by(request.user).of_organization(program.organization)
    row = get_object_or_404(rows, pk=pk)
    year = row.day.year
    service.drop_day(row=row, by=request.user)
    return redirect(year_url(program.pk, year))


@require_POST
@manager_required
def calendar_open(request, program_pk):
    return with_year(request, program_pk, service.open_year, "Год заведён: внесите переносы.")


@require_POST
@manager_required
def calendar_check(request, program_pk):
    return with_year(request, program_pk, service.check_year, "Год отмечен как сверенный.")


def with_year(request, program_pk, act, message):
    program = own_program(request, program_pk, MANAGER_ROLES)
    form = YearForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Впишите год числом.")
        return redirect("documents:calendar_detail", program.pk)
    year, organization = form.cleaned_data["year"], program.organization
    return attempt(
        request,
        lambda: act(organization=organization, year=year, by=request.user),
        message,
        year_url(program.pk, year),
    )


def year_url(program_pk, year):
    return f"{reverse('documents:calendar_detail', args=[program_pk])}?year={year}"
