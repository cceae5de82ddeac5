from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.lists import FilteredListView
from programs.access import RoleRequiredMixin, manager_required, manages, viewer_required, works_at
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role
from programs.filters import EventFilter
from programs.forms.event import EventForm, EventResultForm
from programs.models import Event
from programs.services.event import delete_event, return_to_plan
from programs.views.answers import done, form_page, saved
from programs.views.own import program_for
from programs.views.programs import program_to_see

LIST, DETAIL = "programs:event_list", "programs:event_detail"


class EventListView(RoleRequiredMixin, FilteredListView):
    """The calendar plan of a program, month by month."""

    roles = (*STAFF_ROLES, Role.MUNICIPAL)
    model = Event
    filterset_class = EventFilter
    template_name = "programs/event_list.html"

    @cached_property
    def program(self):
        return program_to_see(self.request, self.kwargs["program_pk"])

    def get_queryset(self):
        return super().get_queryset().of_program(self.program).in_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        return context | {
            "program": self.program,
            "rows": [(event, event.state(today)) for event in context["page_obj"]],
            "can_edit": manages(self.request.user, self.program.organization),
        }


@require_safe
@viewer_required
def event_detail(request, pk):
    events = Event.objects.visible_to(request.user).in_order()
    event = get_object_or_404(events, pk=pk)
    today = timezone.localdate()
    context = {
        "program": event.program,
        "event": event,
        "state": event.state(today),
        "has_begun": event.starts_on <= today,
        "is_staff": works_at(request.user, event.program.organization),
        "can_edit": manages(request.user, event.program.organization),
        "files": event.media.visible_to(request.user),
    }
    return render(request, "programs/event_detail.html", context)


def event_to_edit(request, pk):
    return get_object_or_404(Event.objects.editable_by(request.user).in_order(), pk=pk)


def trail_of(program, event=None):
    steps = [("События", reverse(LIST, args=[program.pk]))]
    return [*steps, (event, reverse(DETAIL, args=[event.pk]))] if event else steps


@manager_required
def event_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    event = Event(program=program)
    words = {"heading": "Новое событие", "submit": "Добавить событие"}
    return edit(request, event, reverse(LIST, args=[program.pk]), trail_of(program), **words)


@manager_required
def event_update(request, pk):
    event = event_to_edit(request, pk)
    back = reverse(DETAIL, args=[event.pk])
    words = {"heading": "Изменить событие", "submit": "Сохранить"}
    return edit(request, event, back, trail_of(event.program, event), **words)


def edit(request, event, back, trail, **words):
    form = EventForm(request.POST if request.method == "POST" else None, instance=event)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        warn_of_year(request, event)
        return done(request, "Событие сохранено.", DETAIL, event.pk)
    context = {"program": event.program, "trail": trail, "cancel_url": back}
    return form_page(request, form, **context, **words)


def warn_of_year(request, event):
    if event.is_outside_year:
        messages.warning(request, f"Дата вне учебного года {event.program.year}. Проверьте её.")


@manager_required
def event_hold(request, pk):
    event = event_to_edit(request, pk)
    form = EventResultForm(request.POST if request.method == "POST" else None, instance=event)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Итог события записан.", DETAIL, event.pk)
    return form_page(
        request,
        form,
        program=event.program,
        trail=trail_of(event.program, event),
        heading="Как прошло событие",
        lead=event.title,
        submit="Сохранить итог" if event.is_held else "Отметить проведённым",
        cancel_url=reverse(DETAIL, args=[event.pk]),
    )


@require_POST
@manager_required
def event_return(request, pk):
    event = event_to_edit(request, pk)
    return_to_plan(event=event, by=request.user)
    messages.success(request, "Отметка о проведении снята, итог сохранён.")
    return redirect(DETAIL, event.pk)


@manager_required
def event_delete(request, pk):
    event = event_to_edit(request, pk)
    if request.method == "POST":
        delete_event(event=event, by=request.user)
        return done(request, "Событие удалено.", LIST, event.program_id)
    context = {
        "program": event.program,
        "trail": trail_of(event.program, event),
        "heading": "Удалить событие?",
        "text": f"«{event}» исчезнет из плана вместе с итогом, отметками об участии "
        "и тем, что на нём записано: выбором участников или расписанием встреч.",
        "submit": "Удалить событие",
        "danger": True,
        "cancel_url": reverse(DETAIL, args=[event.pk]),
    }
    return render(request, "confirm_page.html", context)
