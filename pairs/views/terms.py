from django.urls import reverse
from django.views.generic import UpdateView

from pairs.forms.terms import TermsForm
from pairs.services.terms import terms_of
from pairs.views.pages import ProgramPageMixin, ServiceFormMixin
from programs.enums import MANAGER_ROLES


class TermsUpdate(ProgramPageMixin, ServiceFormMixin, UpdateView):
    roles = MANAGER_ROLES
    form_class = TermsForm
    heading = "Сроки ожидания"
    lead = "Когда портал напомнит о том, кто ждёт пару, и о паре, которая не ответила."
    submit = "Сохранить"
    done = "Сроки сохранены."

    def get_object(self):
        return terms_of(self.program)

    def get_success_url(self):
        return reverse("pairs:unpaired_list", args=[self.program.pk])
