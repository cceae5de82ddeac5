from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from participants.filters import MentorFilter
from participants.forms.mentor import MentorForm
from participants.models import Mentor
from participants.services.base_table import mentors_xlsx
from participants.services.clearance import shown_of
from participants.services.consent import missing_of
from participants.services.enrollment import next_moves
from participants.services.mentor_history import history_of
from participants.services.mentor_path import other_years, paths, places
from participants.services.selection import standing
from participants.services.wish import wished
from participants.views import moves, participants
from programs.access import manager_required, role_required, staff_required, works_at
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role


class MentorListView(participants.ParticipantListView):
    model = Mentor
    filterset_class = MentorFilter
    template_name = "participants/mentor_list.html"
    url_name = "participants:mentor_list"

    def get_queryset(self):
        return super().get_queryset().with_places()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = places(context["rows"])
        for row in context["rows"]:
            row.step = found[row.pk]
        return context


@require_safe
@staff_required
def mentor_export(request, program_pk):
    return participants.export(
        request, program_pk, view=MentorListView, make=mentors_xlsx, noun="База наставников"
    )


@require_POST
@manager_required
def mentor_approve(request, program_pk):
    return participants.approve(request, program_pk, view=MentorListView)


@require_POST
@manager_required
def mentor_consents(request, program_pk):
    return participants.record_pile(request, program_pk, view=MentorListView)


@require_POST
@manager_required
def mentor_move(request, pk):
    return moves.move(request, pk, model=Mentor)


@require_safe
@role_required(*STAFF_ROLES, Role.MENTOR)
def mentor_detail(request, pk):
    mentors = Mentor.objects.visible_to(request.user).with_places().with_cards()
    mentor = get_object_or_404(mentors, pk=pk)
    today = timezone.localdate()
    is_staff = works_at(request.user, mentor.program.organization)
    context = {
        "program": mentor.program,
        "mentor": mentor,
        "moves": next_moves(mentor),
        "lacks": missing_of([mentor], today)[mentor.person_id],
        "can_edit": participants.editable(request, mentor),
        "is_staff": is_staff,
    }
    inner = inner_facts(mentor, request.user, today) if is_staff else {}
    return render(request, "participants/mentor_detail.html", context | inner)


def inner_facts(mentor, user, today):
    """What the card shows the staff only."""
    rows = list(Mentor.objects.visible_to(user).of_same_person(mentor))
    return {
        "standing": standing(mentor),
        "steps": paths([mentor], with_days=True)[mentor.pk],
        "other_years": other_years(mentor, rows),
        "history": history_of(rows),
        "analyses": mentor.analyses.all(),
        "wished": wished(mentor),
    } | shown_of(mentor.person, today)


@manager_required
def mentor_create(request, program_pk):
    program = participants.program_for(request, program_pk, MANAGER_ROLES)
    return edit(request, Mentor(program=program))


@manager_required
def mentor_update(request, pk):
    mentors = Mentor.objects.editable_by(request.user).with_cards()
    return edit(request, get_object_or_404(mentors, pk=pk))


def edit(request, mentor):
    return participants.edit(
        request,
        participant=mentor,
        form_class=MentorForm,
        noun="наставник",
    )
