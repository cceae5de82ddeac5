"""Where the apps meet: the way home by role, and the health check."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import PasswordChangeView
from django.contrib.messages.views import SuccessMessageMixin
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe

from programs.access import has_role
from programs.enums import STAFF_ROLES, Role
from programs.services import journal


def home(request):
    if has_role(request.user, *STAFF_ROLES):
        return redirect("monitoring:dashboard")
    if has_role(request.user, Role.MUNICIPAL):
        return redirect("monitoring:schools")
    if has_role(request.user, Role.PSYCHOLOGIST):
        return redirect("pairs:unpaired_home")
    return redirect("participants:cabinet")


class PasswordChange(SuccessMessageMixin, PasswordChangeView):
    """The user's own password. This session goes on, those on other devices end."""

    template_name = "form_page.html"
    success_url = reverse_lazy("home")
    success_message = "Пароль изменён. На других устройствах войдите заново."
    extra_context = {
        "heading": "Смена пароля",
        "lead": "Новый пароль знаете только вы: ни куратор, ни портал его не покажут.",
        "submit": "Сменить пароль",
        "cancel_url": reverse_lazy("home"),
    }

    def form_valid(self, form):
        journal.record(by=self.request.user, action="account.password", obj=self.request.user)
        return super().form_valid(form)


@login_not_required
def health(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def robots(request):
    """Search engines are for the pages that schools publish, not for the work inside."""
    text = "User-agent: *\nAllow: /o/\nAllow: /static/\nDisallow: /\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def favicon(request):
    """Browsers ask here whatever the page says, above all for a file opened by itself."""
    return redirect(static("img/favicon.svg"), permanent=True)
