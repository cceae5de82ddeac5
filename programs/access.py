"""The second ring of access: which roles a view is for."""

from functools import wraps

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import PermissionDenied

from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role


def roles_of(user):
    """The set of the user's roles in any organization, read once per request."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_portal_roles"):
        user._portal_roles = frozenset(user.memberships.values_list("role", flat=True))
    return user._portal_roles


def has_role(user, *roles):
    return not roles_of(user).isdisjoint(roles)


def role_required(*roles):
    """Refuse with 403 a signed-in user who holds none of ``roles``."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not has_role(request.user, *roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


class RoleRequiredMixin(UserPassesTestMixin):
    """A class view for ``roles``; everyone else signed in gets 403."""

    roles = ()
    raise_exception = True

    def test_func(self):
        return has_role(self.request.user, *self.roles)


manager_required = role_required(*MANAGER_ROLES)
staff_required = role_required(*STAFF_ROLES)
viewer_required = role_required(*STAFF_ROLES, Role.MUNICIPAL)


def manages(user, organization):
    """Whether ``user`` may change what belongs to ``organization``: its director or curator."""
    return user.memberships.filter(organization=organization, role__in=MANAGER_ROLES).exists()
