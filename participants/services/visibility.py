"""«Кто видит мои данные»: roles and people of the school who see a person's data."""

from dataclasses import dataclass
from datetime import date

from participants.domain.consent import AGE_OF_MAJORITY
from participants.enums import AssignmentRole
from participants.models import Assignment, Person, Representative
from programs.enums import Role
from programs.models import Membership

EVERYTHING = (
    "карточку, строки баз, заявку до решения, согласия и их сканы, справки, анализ потребностей, "
    "встречи с заметками и отзывы"
)
SEES = {
    Role.DIRECTOR: f"{EVERYTHING}; может исправлять",
    Role.CURATOR: f"{EVERYTHING}; может исправлять",
    Role.GROUP_HEAD: "то же, что директор и куратор; исправлять не может",
}
DUTIES = {
    Role.DIRECTOR: AssignmentRole.DIRECTOR,
    Role.CURATOR: AssignmentRole.CURATOR,
    Role.GROUP_HEAD: AssignmentRole.GROUP_HEAD,
}


@dataclass(frozen=True)
class Viewer:
    """A role, who holds it, and what it sees."""

    role: str
    names: tuple[str, ...]
    sees: str


def viewers(person: Person, day: date) -> list[Viewer]:
    """The staff with a login; a constant number of queries."""
    organization = person.organization
    names = names_by_role(person, day)
    found = [
        Viewer(role.label, tuple(names[role]), sees) for role, sees in SEES.items() if names[role]
    ]
    if organization.parent_id:
        figures = "только цифры и утверждённые отчёты, без имён"
        found.append(Viewer(Role.MUNICIPAL.label, (), figures))
    return found


def names_by_role(person: Person, day: date) -> dict[Role, list[str]]:
    """Names of logins; a login without a card is named by who holds the duty, else by the role."""
    organization = person.organization
    memberships = Membership.objects.filter(
        organization=organization, role__in=SEES, user__is_active=True
    )
    held = Assignment.objects.in_force(day).of_organization(organization)
    duties = {duty.role: duty.person.full_name for duty in held}
    names: dict[Role, list[str]] = {role: [] for role in SEES}
    for membership in memberships.select_related("user__person").order_by("pk"):
        role = Role(membership.role)
        card = getattr(membership.user, "person", None)
        name = card.full_name if card else duties.get(DUTIES[role], "имя в портале не указано")
        if name not in names[role]:
            names[role].append(name)
    return names


def children_of(user, day: date) -> list[Person]:
    """Minors whom the user represents; at eighteen the data become the child's own business."""
    links = Representative.objects.filter(person__user=user).select_related("child__organization")
    children = [link.child for link in links.order_by("child__name_key", "pk")]
    return [child for child in children if (child.age_on(day) or 0) < AGE_OF_MAJORITY]
