from django.shortcuts import get_object_or_404
from django.urls import reverse

from programs.access import manager_required
from programs.forms.organization import OrganizationForm
from programs.models import Organization
from programs.views.answers import done, form_page, saved


@manager_required
def organization_update(request, pk):
    organization = get_object_or_404(Organization.objects.managed_by(request.user), pk=pk)
    form = OrganizationForm(request.POST or None, instance=organization)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Сведения об организации сохранены.", "programs:program_list")
    return form_page(
        request,
        form,
        heading="Сведения об организации",
        lead="Из них составляются шапки документов и страница «Наставничество».",
        submit="Сохранить сведения",
        cancel_url=reverse("programs:program_list"),
    )
