"""Choices at a group meeting for forming pairs: what came of it, and writing them down."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pairs.forms.choice import ChoiceForm, ChoiceTable
from pairs.services import choice as service
from participants.models import Person
from programs.access import manager_required, manages, role_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role
from programs.views.answers import attempt, done, form_page, saved

LINES = 100
LIST = "pairs:choice_list"


@require_safe
@staff_required
def choice_list(request, event_pk):
    event = get_object_or_404(service.meetings(request.user, STAFF_ROLES), pk=event_pk)
    present = service.present_at(event)
    context = {
        "program": event.program,
        "event": event,
        "present": present,
        "results": service.results_of(event, present),
        "can_edit": manages(request.user, event.program.organization),
        "has_begun": event.starts_on <= timezone.localdate(),
    }
    return render(request, "pairs/choice_list.html", context)


def meeting_to_edit(request, pk):
    return get_object_or_404(service.meetings(request.user, MANAGER_ROLES), pk=pk)


@manager_required
def choice_table(request, event_pk):
    """Every participant's three names in one table, for typing a pile of paper slips."""
    event = meeting_to_edit(request, event_pk)
    present = service.present_at(event)
    page = Paginator(present.choosers, LINES).get_page(request.GET.get("page"))
    posted = request.POST if request.method == "POST" else None
    table = ChoiceTable(posted, event=event, present=present, choosers=page.object_list)
    if posted is not None and table.is_valid():
        return attempt(
            request, lambda: table.save_by(request.user), "Выбор записан.", LIST, event.pk
        )
    context = {
        "program": event.program,
        "event": event,
        "table": table,
        "page_obj": page,
        "names": [(side, present.labels(service.OTHER[side]).values()) for side in service.SIDES],
    }
    return render(request, "pairs/choice_table.html", context)


@manager_required
def choice_update(request, event_pk, side, pk):
    """The choice of one person, and on to the next one whose slip is not written down."""
    event = meeting_to_edit(request, event_pk)
    form = form_for(request, event, side, pk)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        following = next_one(event, (side, pk))
        if following and "next" in request.POST:
            return redirect("pairs:choice_update", event.pk, *following)
        return done(request, f"Выбор записан: {form.row}.", LIST, event.pk)
    return form_page(
        request,
        form,
        "pairs/choice_form.html",
        program=event.program,
        trail=[(event, reverse("programs:event_detail", args=[event.pk]))],
        heading=f"Выбор: {form.row}",
        lead="Наставник" if side == "mentor" else "Наставляемый",
        submit="Сохранить",
        following=next_one(event, (side, pk)),
        cancel_url=reverse(LIST, args=[event.pk]),
    )


def form_for(request, event, side, pk):
    present = service.present_at(event)
    if side not in service.SIDES or pk not in present.rows(side):
        raise Http404
    return ChoiceForm(
        request.POST if request.method == "POST" else None,
        event=event,
        side=side,
        row=present.rows(side)[pk],
        present=present,
        chosen=service.chosen_by(event)[side, pk],
    )


def next_one(event, who):
    """The next participant in the list without a choice, from the start again after the end."""
    choosers, told = service.present_at(event).choosers, service.chosen_by(event)
    place = choosers.index(who) + 1 if who in choosers else 0
    waiting = (one for one in choosers[place:] + choosers[:place] if one not in told)
    return next((one for one in waiting if one != who), None)


@role_required(Role.MENTOR, Role.MENTEE)
def choice_own(request, event_pk, side):
    """One's own choice on the day of the meeting; nobody but the staff sees the others'."""
    person = get_object_or_404(Person.objects.of_user(request.user))
    event = get_object_or_404(service.meetings_today(person), pk=event_pk)
    present = service.present_at(event)
    if side not in service.SIDES:
        raise Http404
    own = next((pk for pk, row in present.rows(side).items() if row.person_id == person.pk), 0)
    form = form_for(request, event, side, own)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Спасибо, выбор записан.", "participants:cabinet")
    return form_page(
        request,
        form,
        heading="Кого вы выбираете",
        lead=f"{event}. От одного до трёх человек, самый желанный – первым. "
        "Ваш выбор увидят только куратор, директор и руководитель МО.",
        submit="Сохранить выбор",
        cancel_url=reverse("participants:cabinet"),
    )
