from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from mentoring_portal.shared.lists import FilteredListView
from participants.filters import ApplicationFilter
from participants.forms.application import AcceptForm, DeclineForm, answer_lines
from participants.forms.apply import HEADINGS
from participants.models import Application, ApplicationLink
from participants.services import application as service
from participants.views.participants import detail_of, managed, program_for
from programs.access import RoleRequiredMixin, manager_required, staff_required
from programs.enums import STAFF_ROLES
from programs.views.answers import done, form_page, saved

RELATED = ("program__organization", "person", "decided_by")
ACCEPTED = {
    "mentee": "Заявка принята: это кандидат в базе наставляемых.",
    "mentor": "Заявка принята: это кандидат в базе наставников.",
}


class ApplicationListView(RoleRequiredMixin, FilteredListView):
    """The pile of a program: what people sent, newest first."""

    roles = STAFF_ROLES
    model = Application
    filterset_class = ApplicationFilter
    template_name = "participants/application_list.html"
    context_object_name = "applications"

    @cached_property
    def program(self):
        return program_for(self.request, self.kwargs["program_pk"], STAFF_ROLES)

    def get_queryset(self):
        mine = Application.objects.of_program(self.program).visible_to(self.request.user)
        return mine.with_twins().select_related("person")

    def get_context_data(self, **kwargs):
        links = ApplicationLink.objects.of_program(self.program)
        return super().get_context_data(**kwargs) | {
            "program": self.program,
            "can_edit": managed(self.request, self.program),
            "has_links": links.exists(),
        }


@require_safe
@staff_required
def application_detail(request, pk):
    mine = Application.objects.visible_to(request.user).with_twins()
    application = get_object_or_404(mine.select_related(*RELATED), pk=pk)
    context = {
        "program": application.program,
        "application": application,
        "heading": HEADINGS[application.kind],
        "lines": answer_lines(application),
        "can_edit": managed(request, application.program),
    }
    return render(request, "participants/application_detail.html", context)


@manager_required
def application_accept(request, pk):
    application = editable(request, pk)
    form = AcceptForm(request.POST or None, application=application)
    # A mentor nobody looks like has no question at all: the button itself is the answer.
    form.is_bound = request.method == "POST"

    def accept():
        return service.accept(application=application, by=request.user, **form.decision())

    if form.is_bound and saved(form, accept):
        return done(request, ACCEPTED[application.kind], detail_of(form.saved))
    lead = "Ответы станут строкой базы: человек будет в ней кандидатом, согласия соберите отдельно."
    return form_page(request, form, lead=lead, **page(application, "Принять заявку", "Принять"))


@manager_required
def application_decline(request, pk):
    application = editable(request, pk)
    form = DeclineForm(request.POST or None)

    def decline():
        return service.decline(application=application, by=request.user, **form.cleaned_data)

    if form.is_bound and saved(form, decline):
        message = f"{application} отклонена, ответы стёрты."
        return done(request, message, "participants:application_list", application.program_id)
    lead = "Сначала сообщите человеку о решении: вместе с ответами сотрутся его имя и телефон."
    return form_page(
        request, form, lead=lead, **page(application, "Отклонить заявку", "Отклонить и стереть")
    )


def editable(request, pk):
    """Only what still waits for a decision: the rest is shown, not decided again."""
    mine = Application.objects.editable_by(request.user).select_related(*RELATED)
    return get_object_or_404(mine.new(), pk=pk)


def page(application, heading, submit):
    """Words of a form about one application."""
    program = application.program
    detail = reverse("participants:application_detail", args=[application.pk])
    return {
        "program": program,
        "heading": f"{heading}: {application.title}",
        "submit": submit,
        "cancel_url": detail,
        "trail": [
            ("Заявки", reverse("participants:application_list", args=[program.pk])),
            (application.title, detail),
        ],
    }
