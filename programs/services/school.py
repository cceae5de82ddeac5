"""The first start of a real school: its organization and the logins of those who run it."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.passwords import new_password
from programs.enums import Role
from programs.models import Membership, Organization
from programs.services import journal
from programs.services.legal_act import preload


@transaction.atomic
def create_school(*, organization: Organization, logins: dict[Role, str]) -> dict[Role, str]:
    """Save the organization and make a login per role; returns the passwords, stored nowhere.

    Refused beside the demo school: its papers and its public passwords must not mix with real ones.
    """
    if Organization.objects.filter(is_demo=True).exists():
        raise ValidationError(
            "В базе учебный пример. Настоящую организацию заводят в чистой базе данных."
        )
    organization.slug = organization.slug or free_slug()
    organization.full_clean()
    organization.save()
    journal.record(
        by=None, action="organization.create", obj=organization, organization=organization
    )
    preload(organization=organization)
    return {role: give_login(organization, role, name) for role, name in logins.items()}


def free_slug() -> str:
    """«school», or the first free of «school-2», «school-3»…"""
    taken = set(Organization.objects.values_list("slug", flat=True))
    numbered = (f"school-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in ("school", *numbered) if slug not in taken)


def give_login(organization: Organization, role: Role, username: str) -> str:
    password = new_password()
    user = get_user_model()(username=username)
    user.set_password(password)
    user.full_clean()
    user.save()
    membership = Membership.objects.create(user=user, organization=organization, role=role)
    journal.record(by=None, action="membership.create", obj=membership, organization=organization)
    return password
