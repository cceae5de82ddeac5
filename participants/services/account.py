"""Logins of mentors and mentees: given with a password that is shown once, stopped at once."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.passwords import new_password
from participants.models import Person
from programs.enums import Role
from programs.models import Membership
from programs.services import journal


@dataclass(frozen=True)
class Login:
    user: AbstractBaseUser
    password: str


def roles_in_bases(person: Person) -> list[Role]:
    roles = []
    if person.mentors.in_base().exists():
        roles.append(Role.MENTOR)
    if person.mentees.in_base().exists():
        roles.append(Role.MENTEE)
    return roles


@transaction.atomic
def give(*, person: Person, by) -> Login:
    """A login for the person's roles, or a new password for the one that was stopped or lost.

    A parent has no role: the login shows the own card and those of the children, nothing else.
    """
    roles = roles_in_bases(person)
    if not roles and not person.represented.exists():
        raise ValidationError(
            "Вход получают наставники, наставляемые и законные представители: внесите человека "
            "в базу или в представители ребёнка."
        )
    password = new_password()
    user = person.user or get_user_model()(username=f"person{person.pk}")
    ensure_not_staff(user)
    user.is_active = True
    user.set_password(password)
    user.save()
    if person.user_id is None:
        person.user = user
        person.save(update_fields=["user"])
    for role in roles:
        Membership.objects.get_or_create(
            user=user, organization_id=person.organization_id, role=role
        )
    journal.record(by=by, action="account.give", obj=person, organization=person.organization)
    return Login(user, password)


@transaction.atomic
def stop(*, person: Person, by) -> None:
    """The login no longer opens anything, also in browsers where it is open now."""
    if person.user is None:
        raise ValidationError("У этого человека нет входа в портал.")
    ensure_not_staff(person.user)
    person.user.is_active = False
    person.user.save(update_fields=["is_active"])
    journal.record(by=by, action="account.stop", obj=person, organization=person.organization)


def ensure_not_staff(user: AbstractBaseUser) -> None:
    """A curator must not take over the director's login, or an administrator's, from a card."""
    if user.pk is None:
        return
    others = user.memberships.exclude(role__in=[Role.MENTOR, Role.MENTEE])
    if user.is_staff or user.is_superuser or others.exists():
        raise ValidationError("Этим входом управляет администратор портала.")
