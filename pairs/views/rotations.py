"""Speed mentoring at an event: the schedule by round and by person, and its marks."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pairs.forms.encounter import MarksForm, RotationForm
from pairs.services import rotation as service
from programs.access import manager_required, manages, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import done, form_page, saved

DETAIL = "pairs:rotation_detail"


@require_safe
@staff_required
def rotation_detail(request, event_pk):
    event = get_object_or_404(service.speed_events(request.user, STAFF_ROLES), pk=event_pk)
    context = {
        "program": event.program,
        "event": event,
        "schedule": service.schedule_of(event),
        "can_edit": manages(request.user, event.program.organization),
        "has_begun": event.starts_on <= timezone.localdate(),
    }
    return render(request, "pairs/rotation_detail.html", context)


def event_to_edit(request, pk):
    return get_object_or_404(service.speed_events(request.user, MANAGER_ROLES), pk=pk)


@manager_required
def rotation_create(request, event_pk):
    event = event_to_edit(request, event_pk)
    form = RotationForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Расписание составлено.", DETAIL, event.pk)
    return form_page(
        request,
        form,
        program=event.program,
        trail=[(event, reverse("programs:event_detail", args=[event.pk]))],
        heading="Расписание скоростных встреч",
        lead="За столами сидят наставники, наставляемые пересаживаются после каждого круга.",
        submit="Составить расписание",
        cancel_url=reverse(DETAIL, args=[event.pk]),
    )


@manager_required
def rotation_update(request, event_pk):
    """Afterwards: which talks took place and who wants to go on."""
    event = event_to_edit(request, event_pk)
    form = MarksForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, f"Итоги записаны. Состоялось встреч: {form.saved}.", DETAIL, event.pk)
    context = {
        "program": event.program,
        "event": event,
        "schedule": service.schedule_of(event),
        "form": form,
        "has_begun": event.starts_on <= timezone.localdate(),
    }
    return render(request, "pairs/rotation_form.html", context)
