"""Writing down a meeting of support, correcting and deleting it."""

from functools import cached_property

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import CreateView, UpdateView

from pairs.forms.support import SupportForm
from pairs.models import SupportRecord
from pairs.services import support
from pairs.views.pages import ServiceFormMixin
from programs.access import RoleRequiredMixin, role_required
from programs.enums import SUPPORT_ROLES


def page_of(user, mentee):
    """Where a record stands; the list for whoever may not open the page of the mentee now."""
    if support.supports(user, mentee):
        return reverse("pairs:unpaired_detail", args=[mentee.pk])
    return reverse("pairs:unpaired_list", args=[mentee.program_id])


def trail_of(mentee, page):
    listed = reverse("pairs:unpaired_list", args=[mentee.program_id])
    return [("Без пары", listed), *([(str(mentee), page)] if page != listed else [])]


class SupportFormMixin(RoleRequiredMixin, ServiceFormMixin):
    roles = SUPPORT_ROLES
    form_class = SupportForm
    heading = "Встреча поддержки"
    submit = "Записать"
    done = "Записано. Видят куратор и педагог-психолог."

    def get_success_url(self):
        return page_of(self.request.user, self.mentee)

    def get_context_data(self, **kwargs):
        page = {
            "program": self.mentee.program,
            "lead": str(self.mentee),
            "trail": trail_of(self.mentee, self.get_success_url()),
        }
        return super().get_context_data(**page | kwargs)


class SupportCreate(SupportFormMixin, CreateView):
    @cached_property
    def mentee(self):
        mentees = support.supported_by(self.request.user)
        return get_object_or_404(mentees, pk=self.kwargs["mentee_pk"])

    def get_form_kwargs(self):
        record = support.new_record(self.mentee, self.request.user)
        return super().get_form_kwargs() | {"instance": record}


class SupportUpdate(SupportFormMixin, UpdateView):
    submit = "Сохранить"
    done = "Исправления сохранены."

    def get_queryset(self):
        return SupportRecord.objects.editable_by(self.request.user).with_people()

    @cached_property
    def mentee(self):
        return self.object.mentee


@role_required(*SUPPORT_ROLES)
def support_delete(request, pk):
    records = SupportRecord.objects.editable_by(request.user).with_people()
    record = get_object_or_404(records, pk=pk)
    mentee = record.mentee
    url = page_of(request.user, mentee)
    if request.method == "POST":
        support.delete(record=record, by=request.user)
        messages.success(request, "Запись удалена.")
        return redirect(url)
    page = {
        "program": mentee.program,
        "heading": "Удалить запись о поддержке",
        "text": f"{mentee}: {record}. Вернуть её нельзя.",
        "submit": "Удалить",
        "danger": True,
        "cancel_url": url,
        "trail": trail_of(mentee, url),
    }
    return render(request, "confirm_page.html", page)
