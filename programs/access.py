"""The second ring of access: which roles a view is for."""

from functools import wraps

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import PermissionDenied

from programs.enums import MANAGER_ROLES, STAFF_ROLES, Role
from programs.querysets import held_by


def roles_of(user):
    """The set of the user's roles in any organization: who may open a kind of page at all."""
    return frozenset(role for _organization, role in held_by(user))


def roles_at(user, organization):
    """The user's roles in this very organization: what of it he may see on a page.

    The curator of one school may be a mentor in another, and there he is only a mentor. The
    municipality's coordinator is one in every school below it.
    """
    above = Role.MUNICIPAL
    return frozenset(
        role
        for holder, role in held_by(user)
        if holder == organization.pk or (role == above and holder == organization.parent_id)
    )


def works_at(user, organization):
    """Whether ``user`` is of the staff of ``organization``: director, curator, group head."""
    return not roles_at(user, organization).isdisjoint(STAFF_ROLES)


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
    return not roles_at(user, organization).isdisjoint(MANAGER_ROLES)
