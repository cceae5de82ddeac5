"""Talks without a pair: the list, writing one down, correcting it."""

from functools import cached_property

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import CreateView, UpdateView

from mentoring_portal.shared.lists import FilteredListView
from pairs.access import is_manager, is_staff
from pairs.encounter_filters import EncounterFilter
from pairs.forms.encounter import EncounterCreateForm, EncounterForm
from pairs.models import Encounter
from pairs.services import encounter as service
from pairs.views.pages import RECORDER_ROLES, ProgramPageMixin, ServiceFormMixin
from programs.access import RoleRequiredMixin, manages, role_required
from programs.enums import MANAGER_ROLES
from programs.models import Program
from programs.views.answers import done


class EncounterList(ProgramPageMixin, FilteredListView):
    queryset = Encounter.objects.with_people()
    filterset_class = EncounterFilter
    template_name = "pairs/encounter_list.html"

    def get_queryset(self):
        return super().get_queryset().of_program(self.program)

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        return super().get_context_data(
            counts=service.counts_of(self.program, today),
            can_edit=manages(self.request.user, self.program.organization),
            today=today,
            **kwargs,
        )


class EncounterPageMixin(RoleRequiredMixin, ServiceFormMixin):
    roles = RECORDER_ROLES
    template_name = "pairs/encounter_form.html"

    def get_success_url(self):
        if is_staff(self.request.user, self.program):
            return reverse("pairs:encounter_list", args=[self.program.pk])
        return reverse("participants:cabinet")

    def get_context_data(self, **kwargs):
        staff = is_staff(self.request.user, self.program)
        page = {"program": self.program} if staff else {}
        return super().get_context_data(**page | kwargs)


class EncounterCreate(EncounterPageMixin, CreateView):
    form_class = EncounterCreateForm
    heading = "Записать разовую встречу"
    lead = "Для ситуационного и скоростного наставничества пара и приказ не нужны."
    submit = "Записать встречу"
    done = "Встреча записана."

    @cached_property
    def program(self):
        """A manager's, otherwise one where the user himself is a mentor of the registry."""
        programs = Program.objects.with_role(self.request.user, MANAGER_ROLES)
        own = service.mentors_for(self.request.user).values("program")
        either = programs.filter(pk=self.kwargs["program_pk"]) | Program.objects.filter(
            pk__in=own
        ).filter(pk=self.kwargs["program_pk"])
        return get_object_or_404(either.distinct().select_related("organization"))

    def get_form_kwargs(self):
        own = {} if is_manager(self.request.user, self.program) else {"mentor": self.own_row()}
        return super().get_form_kwargs() | {"program": self.program} | own

    def own_row(self):
        return get_object_or_404(service.mentors_for(self.request.user), program=self.program)

    def get_initial(self):
        """The form of a pair leads here with the people and the kind chosen."""
        names = ("kind", "mentor", "mentee")
        chosen = {name: self.request.GET[name] for name in names if name in self.request.GET}
        return {"day": timezone.localdate(), "kind": "situational"} | chosen


class EncounterUpdate(EncounterPageMixin, UpdateView):
    form_class = EncounterForm
    heading = "Исправить запись о встрече"
    submit = "Сохранить"
    done = "Исправления сохранены."

    def get_queryset(self):
        found = Encounter.objects.recordable_by(self.request.user).with_people()
        return found.select_related("program__organization")

    @cached_property
    def program(self):
        return self.object.program

    @property
    def lead(self):
        return f"{self.object.mentor} – {self.object.mentee}"


@role_required(*RECORDER_ROLES)
def encounter_delete(request, pk):
    found = Encounter.objects.recordable_by(request.user).with_people()
    encounter = get_object_or_404(found, pk=pk)
    staff = is_staff(request.user, encounter.program)
    back = ("pairs:encounter_list", encounter.program_id) if staff else ("participants:cabinet",)
    if request.method == "POST":
        service.delete(encounter=encounter, by=request.user)
        return done(request, "Запись о встрече удалена.", *back)
    context = {
        "heading": "Удалить запись о встрече?",
        "text": f"{encounter}: {encounter.mentor} – {encounter.mentee}.",
        "submit": "Удалить запись",
        "danger": True,
        "cancel_url": reverse(back[0], args=back[1:]),
    }
    if staff:
        context["program"] = encounter.program
    return render(request, "confirm_page.html", context)
