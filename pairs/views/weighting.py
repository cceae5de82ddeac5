"""The weights of the matching by form, and how large its groups may be."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView, UpdateView

from pairs.forms.weighting import GroupLimitsForm, WeightingForm
from pairs.services import weighting
from pairs.services.terms import terms_of
from pairs.views.pages import ProgramPageMixin, ServiceFormMixin, program_or_404
from programs.access import manager_required
from programs.enums import MANAGER_ROLES, MentoringForm

ANY = "any"
ANEW = "Новый подбор считает по ним; черновик пар пока прежний."


def form_code(request):
    """The form asked for; «any» stands for mentees whose form is not known."""
    name = request.GET.get("form", MentoringForm.STUDENT_STUDENT)
    if name not in (ANY, *MentoringForm.values):
        raise Http404
    return "" if name == ANY else name


def weighting_url(program_pk, code):
    return f"{reverse('pairs:weighting_update', args=[program_pk])}?form={code or ANY}"


class WeightingUpdate(ProgramPageMixin, ServiceFormMixin, FormView):
    roles = MANAGER_ROLES
    template_name = "pairs/weighting_form.html"
    form_class = WeightingForm
    done = f"Веса сохранены. {ANEW}"

    @cached_property
    def code(self):
        return form_code(self.request)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"program": self.program, "code": self.code}

    def get_success_url(self):
        return weighting_url(self.program.pk, self.code)

    def get_context_data(self, **kwargs):
        changed = weighting.changed_forms(self.program)
        tabs = [(name or ANY, title, name in changed) for name, title in weighting.FORMS]
        return super().get_context_data(
            tabs=tabs, code=self.code or ANY, is_changed=self.code in changed, **kwargs
        )


@require_POST
@manager_required
def weighting_reset(request, program_pk):
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    code = form_code(request)
    weighting.reset(program=program, form=code, by=request.user)
    messages.success(request, f"Веса снова рекомендуемые. {ANEW}")
    return redirect(weighting_url(program.pk, code))


class GroupLimitsUpdate(ProgramPageMixin, ServiceFormMixin, UpdateView):
    roles = MANAGER_ROLES
    form_class = GroupLimitsForm
    heading = "Размер групп"
    lead = "Подбор не собирает группу больше наибольшей и отмечает группы меньше наименьшей."
    submit = "Сохранить"
    done = "Размер групп сохранён."

    def get_object(self):
        return terms_of(self.program)

    def get_success_url(self):
        return reverse("pairs:matching", args=[self.program.pk])
