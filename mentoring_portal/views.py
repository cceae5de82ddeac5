"""Where the apps meet: the way home by role, and the health check."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from programs.access import has_role
from programs.enums import STAFF_ROLES, Role


def home(request):
    if has_role(request.user, *STAFF_ROLES):
        return redirect("monitoring:dashboard")
    if has_role(request.user, Role.MUNICIPAL):
        return redirect("monitoring:schools")
    return redirect("participants:cabinet")


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
