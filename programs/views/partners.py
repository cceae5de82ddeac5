from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from mentoring_portal.shared.lists import FilteredListView
from programs.access import RoleRequiredMixin, manager_required, manages
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.filters import PartnerFilter
from programs.forms.partner import PartnerForm
from programs.models import Partner
from programs.services.partner import delete_partner
from programs.views.answers import done, form_page, saved
from programs.views.own import program_for

LIST = "programs:partner_list"


class PartnerListView(RoleRequiredMixin, FilteredListView):
    """Partners of the program's organization: their contacts are for its own staff only."""

    roles = STAFF_ROLES
    model = Partner
    filterset_class = PartnerFilter
    template_name = "programs/partner_list.html"

    @cached_property
    def program(self):
        return program_for(self.request, self.kwargs["program_pk"], STAFF_ROLES)

    def get_queryset(self):
        return super().get_queryset().of_organization(self.program.organization)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        return context | {
            "program": self.program,
            "rows": [(row, row.agreement_state(today)) for row in context["page_obj"]],
            "can_edit": manages(self.request.user, self.program.organization),
        }


def partner_to_edit(request, program, pk):
    partners = Partner.objects.editable_by(request.user).of_organization(program.organization)
    return get_object_or_404(partners.select_related("organization"), pk=pk)


@manager_required
def partner_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    return edit(request, program, Partner(), heading="Новый партнёр", submit="Добавить партнёра")


@manager_required
def partner_update(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    partner = partner_to_edit(request, program, pk)
    return edit(request, program, partner, heading="Сведения о партнёре", submit="Сохранить")


def edit(request, program, partner, **words):
    form = PartnerForm(request.POST or None, instance=partner, organization=program.organization)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, f"{form.saved}: сведения сохранены.", LIST, program.pk)
    return form_page(
        request,
        form,
        program=program,
        trail=[("Партнёры", reverse(LIST, args=[program.pk]))],
        cancel_url=reverse(LIST, args=[program.pk]),
        **words,
    )


@manager_required
def partner_delete(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    partner = partner_to_edit(request, program, pk)
    if request.method == "POST":
        delete_partner(partner=partner, by=request.user)
        return done(request, "Партнёр удалён из списка.", LIST, program.pk)
    context = {
        "program": program,
        "trail": [("Партнёры", reverse(LIST, args=[program.pk]))],
        "heading": "Удалить партнёра?",
        "text": f"«{partner}» и сведения о соглашении будут удалены без возможности вернуть.",
        "submit": "Удалить партнёра",
        "danger": True,
        "cancel_url": reverse(LIST, args=[program.pk]),
    }
    return render(request, "confirm_page.html", context)
