from django.shortcuts import get_object_or_404, render

from participants.forms.attendance import AttendanceForm, AttendanceSearchForm
from participants.services.attendance import groups_of, marked_of
from programs.access import manager_required
from programs.models import Event
from programs.views.answers import done, saved


@manager_required
def attendance_update(request, event_pk):
    """Tick who took part: a search narrows the list, and saving touches only who is shown."""
    event = get_object_or_404(Event.objects.editable_by(request.user).in_order(), pk=event_pk)
    search = AttendanceSearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    groups = groups_of(event, words)
    posted = request.POST if request.method == "POST" else None
    form = AttendanceForm(posted, event=event, groups=groups)
    if posted is not None and saved(form, lambda: form.save_by(request.user)):
        message = f"Отмечено участников: {form.saved}."
        return done(request, message, "programs:event_detail", event.pk)
    context = {
        "program": event.program,
        "event": event,
        "search": search,
        "words": words,
        "groups": groups,
        "marked": marked_of(event),
        "form": form,
    }
    return render(request, "participants/attendance_form.html", context)
