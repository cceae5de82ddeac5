"""Where the apps meet: the way home by role, and the health check."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import redirect

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
