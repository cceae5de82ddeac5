"""«Отбор наставников»: the list of candidates, the sheet of each, bulk admission, the registry."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.plurals import counted
from participants.domain.selection import OUTCOMES
from participants.filters import SelectionFilter
from participants.forms.selection import AdmissionForm, SelectionForm
from participants.models import Mentor
from participants.services import selection as service
from participants.services import selection_registry as registry
from participants.services.candidate import candidate_facts
from participants.services.mentor_history import history_of
from participants.views import participants
from programs.access import manager_required, staff_required, works_at
from programs.enums import MANAGER_ROLES
from programs.views.answers import saved, words_of

PEOPLE = participants.PEOPLE
LIST = "participants:selection_list"
REGISTERED = "Включены в реестр наставников"
CHECK_DAY = "Если комиссия решала заново, исправьте дату."


class SelectionListView(participants.ParticipantListView):
    """Everyone whom the commission may judge, with the sum and the decision."""

    model = Mentor
    filterset_class = SelectionFilter
    template_name = "participants/selection_list.html"
    url_name = LIST

    def get_queryset(self):
        return super().get_queryset().in_selection().with_points().select_related("program")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "standings": service.standings(context["rows"]),
            "has_criteria": self.program.selection_criteria.exists(),
            "admitted": registry.admitted(self.program).count(),
            "admission": AdmissionForm(),
        }


@require_safe
@staff_required
def selection_detail(request, pk):
    mentor = mentor_to_see(request, pk)
    return sheet(request, mentor, SelectionForm(standing=service.standing(mentor)))


@require_POST
@manager_required
def selection_record(request, pk):
    mentors = Mentor.objects.editable_by(request.user).with_places().with_cards()
    mentor = get_object_or_404(mentors, pk=pk)
    form = SelectionForm(request.POST, standing=service.standing(mentor))
    if not saved(form, lambda: form.save_by(request.user)):
        return sheet(request, mentor, form)
    outcome = OUTCOMES.get(form.saved.decision, "решения ещё нет")
    messages.success(request, f"{mentor}: оценка записана, {outcome}.")
    if form.keeps_old_day:
        day = short_date(form.saved.decided_on)
        messages.warning(
            request, f"Решение изменилось, а дата осталась прежней: {day}. {CHECK_DAY}"
        )
    return redirect("participants:selection_detail", mentor.pk)


def mentor_to_see(request, pk):
    """The staff of the school only: a mentor does not read what was written about him."""
    mentors = Mentor.objects.visible_to(request.user).with_places().with_cards()
    mentor = get_object_or_404(mentors, pk=pk)
    if not works_at(request.user, mentor.program.organization):
        return get_object_or_404(Mentor.objects.none(), pk=pk)
    return mentor


def sheet(request, mentor, form):
    today = timezone.localdate()
    context = {
        "program": mentor.program,
        "mentor": mentor,
        "form": form,
        "standing": form.standing,
        "facts": candidate_facts(mentor, today),
        "history": history_of(Mentor.objects.visible_to(request.user).of_same_person(mentor)),
        "can_edit": participants.editable(request, mentor),
    }
    return render(request, "participants/selection_detail.html", context)


@require_POST
@manager_required
def selection_admit(request, program_pk):
    program = participants.program_for(request, program_pk, MANAGER_ROLES)
    chosen = participants.selected(request, SelectionListView, program)
    form = AdmissionForm(request.POST)
    for invalid in (chosen, form):
        if not invalid.is_valid():
            messages.error(request, participants.first_error(invalid))
            return participants.back_to(SelectionListView, program, request)
    if saved(form, lambda: form.save_by(request.user, list(chosen.chosen))):
        tell(request, form.saved, "Допущены")
    else:
        messages.error(request, participants.first_error(form))
    return participants.back_to(SelectionListView, program, request)


def tell(request, admission, words):
    if admission.admitted:
        messages.success(request, f"{words}: {counted(admission.admitted, *PEOPLE)}.")
    for mentor, why in admission.refused:
        messages.warning(request, f"{mentor.person.short_name}: {why[:1].lower()}{why[1:]}")


@require_POST
@manager_required
def selection_register(request, program_pk):
    program = participants.program_for(request, program_pk, MANAGER_ROLES)
    try:
        tell(request, registry.register_admitted(program=program, by=request.user), REGISTERED)
    except ValidationError as refusal:
        messages.error(request, words_of(refusal))
    return redirect(LIST, program.pk)
