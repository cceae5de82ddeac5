"""What the base template needs on every page."""

from programs.access import roles_of
from programs.enums import MANAGER_ROLES, STAFF_ROLES


def portal(request):
    roles = roles_of(request.user) if hasattr(request, "user") else frozenset()
    return {
        "roles": roles,
        "is_staff_of_school": not roles.isdisjoint(STAFF_ROLES),
        "is_manager": not roles.isdisjoint(MANAGER_ROLES),
    }
