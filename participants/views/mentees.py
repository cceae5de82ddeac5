from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from participants.filters import MenteeFilter
from participants.forms.mentee import MenteeForm
from participants.models import Mentee, NeedsAnalysis
from participants.services.base_table import mentees_xlsx
from participants.services.consent import missing_of
from participants.services.enrollment import next_moves
from participants.services.wish import wished
from participants.views import moves, participants
from programs.access import manager_required, role_required, staff_required, works_at
from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role


class MenteeListView(participants.ParticipantListView):
    model = Mentee
    filterset_class = MenteeFilter
    template_name = "participants/mentee_list.html"
    url_name = "participants:mentee_list"


@require_safe
@staff_required
def mentee_export(request, program_pk):
    return participants.export(
        request, program_pk, view=MenteeListView, make=mentees_xlsx, noun="База наставляемых"
    )


@require_POST
@manager_required
def mentee_approve(request, program_pk):
    return participants.approve(request, program_pk, view=MenteeListView)


@require_POST
@manager_required
def mentee_consents(request, program_pk):
    return participants.record_pile(request, program_pk, view=MenteeListView)


@require_POST
@manager_required
def mentee_move(request, pk):
    return moves.move(request, pk, model=Mentee)


@require_safe
@role_required(*STAFF_ROLES, Role.MENTEE)
def mentee_detail(request, pk):
    mentees = Mentee.objects.visible_to(request.user).with_cards()
    mentee = get_object_or_404(mentees, pk=pk)
    context = {
        "program": mentee.program,
        "mentee": mentee,
        "moves": next_moves(mentee),
        "lacks": missing_of([mentee], timezone.localdate())[mentee.person_id],
        "can_edit": participants.editable(request, mentee),
        "is_staff": works_at(request.user, mentee.program.organization),
        "wished": wished(mentee),
        "analyses": NeedsAnalysis.objects.visible_to(request.user).of_mentee(mentee),
    }
    return render(request, "participants/mentee_detail.html", context)


@manager_required
def mentee_create(request, program_pk):
    program = participants.program_for(request, program_pk, MANAGER_ROLES)
    return edit(request, Mentee(program=program))


@manager_required
def mentee_update(request, pk):
    mentees = Mentee.objects.editable_by(request.user).with_cards()
    return edit(request, get_object_or_404(mentees, pk=pk))


def edit(request, mentee):
    return participants.edit(
        request,
        participant=mentee,
        form_class=MenteeForm,
        noun="наставляемый",
    )
