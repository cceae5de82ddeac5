"""What the base template needs on every page."""

from programs.access import roles_of
from programs.enums import MANAGER_ROLES


def portal(request):
    roles = roles_of(request.user) if hasattr(request, "user") else frozenset()
    return {
        "roles": roles,
        "is_manager": not roles.isdisjoint(MANAGER_ROLES),
    }
