"""Certificates of mentors from outside. Scans tell of health and convictions: managers only."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from participants.enums import ClearanceKind
from participants.forms.clearance import ClearanceForm
from participants.models import Clearance, Person
from participants.services import clearance as service
from participants.views.consents import given_out
from participants.views.participants import managed, newest_program, program_for
from programs.access import manager_required, staff_required
from programs.enums import STAFF_ROLES
from programs.views.answers import done, form_page, saved


@require_safe
@staff_required
def clearance_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    standings = service.standings(program, timezone.localdate())
    context = {
        "program": program,
        "standings": standings,
        "lacking": sum(not standing.is_full for standing in standings),
        "can_edit": managed(request, program),
    }
    return render(request, "participants/clearance_list.html", context)


@manager_required
def clearance_create(request, person_pk):
    """Offered to nobody but adults from outside: for the others there is no such page."""
    people = Person.objects.editable_by(request.user).with_cards()
    person = get_object_or_404(people, pk=person_pk)
    if not service.is_asked_of(person, timezone.localdate()):
        raise Http404
    kind = request.GET.get("kind", "")
    kind = kind if kind in ClearanceKind.values else ""
    return edit(request, Clearance(person=person, kind=kind))


@manager_required
def clearance_update(request, pk):
    return edit(request, clearance_for(request, pk))


@manager_required
def clearance_delete(request, pk):
    clearance = clearance_for(request, pk)
    person = clearance.person
    if request.method == "POST":
        service.delete(clearance=clearance, by=request.user)
        messages.success(request, "Справка удалена вместе со сканом.")
        return redirect("participants:person_detail", person.pk)
    context = {
        "heading": "Удалить справку",
        "text": f"{person}: {clearance}. Скан удалится вместе с записью, вернуть его нельзя.",
        "submit": "Удалить",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | place(person))


@require_safe
@manager_required
def clearance_scan(request, pk):
    return given_out(clearance_for(request, pk))


def clearance_for(request, pk):
    clearances = Clearance.objects.editable_by(request.user)
    return get_object_or_404(clearances.select_related("person__organization"), pk=pk)


def edit(request, clearance):
    person = clearance.person
    form = ClearanceForm(request.POST or None, request.FILES or None, instance=clearance)
    if form.is_bound and saved(form, lambda: kept(form, request.user)):
        return done(request, f"{clearance}: записано.", "participants:person_detail", person.pk)
    return form_page(
        request,
        form,
        heading="Справка",
        lead=str(person),
        submit="Сохранить",
        **place(person),
    )


def kept(form, user):
    scan = form.cleaned_data["scan_file"]
    return service.save(clearance=form.instance, scan=scan, by=user)


def place(person):
    url = reverse("participants:person_detail", args=[person.pk])
    return {
        "program": newest_program(person),
        "trail": [(str(person), url)],
        "cancel_url": url,
    }
