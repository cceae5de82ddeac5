"""Logins of the demo school."""

import secrets

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

from programs.enums import Role
from programs.models import Membership, Organization


@transaction.atomic
def fresh_logins() -> list[dict]:
    """One login a role with a new password. Refused unless every organization is invented."""
    organizations = Organization.objects.all()
    if not organizations or organizations.filter(is_demo=False).exists():
        raise ValidationError("Входы показывают только для учебного примера: загрузите load_demo.")
    demo = Membership.objects.filter(organization__is_demo=True)
    return [fresh_login(role, demo) for role in Role if demo.filter(role=role).exists()]


def fresh_login(role: Role, memberships) -> dict:
    user = get_user_model().objects.get(
        pk=memberships.filter(role=role).order_by("pk").values("user")[:1]
    )
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return {"role": role.value, "username": user.username, "password": password}
