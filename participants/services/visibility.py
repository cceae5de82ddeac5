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
    "оценки и решения об отборе, выбор на групповой встрече, встречи с заметками и отзывы"
)
SEES = {
    Role.DIRECTOR: f"{EVERYTHING}; может исправлять",
    Role.CURATOR: f"{EVERYTHING}, записи о психологической поддержке; может исправлять",
    Role.GROUP_HEAD: "то же, что директор; исправлять не может",
    Role.PSYCHOLOGIST: (
        "пока у наставляемого нет пары – имя, класс, запрос, форму наставничества, почему пары "
        "ещё нет, и записи о психологической поддержке"
    ),
}
DUTIES = {
    Role.DIRECTOR: AssignmentRole.DIRECTOR,
    Role.CURATOR: AssignmentRole.CURATOR,
    Role.GROUP_HEAD: AssignmentRole.GROUP_HEAD,
    Role.PSYCHOLOGIST: AssignmentRole.PSYCHOLOGIST,
}


@dataclass(frozen=True)
class Viewer:
    """A role, who holds it, and what it sees."""

    role: str
    names: tuple[str, ...]
    sees: str


ADMINISTRATOR = Viewer(
    "администратор портала", (), "обслуживает сервер и копии базы; в работе школы не участвует"
)


def viewers(person: Person, day: date) -> list[Viewer]:
    """The staff with a login; a constant number of queries."""
    organization = person.organization
    names = names_by_role(person, day)
    found = [
        Viewer(role.label, tuple(names[role]), sees) for role, sees in SEES.items() if names[role]
    ]
    found += parents(person, day)
    if organization.parent_id:
        figures = "только цифры и утверждённые отчёты, без имён"
        found.append(Viewer(Role.MUNICIPAL.label, (), figures))
    return [*found, ADMINISTRATOR]


def parents(person: Person, day: date) -> list[Viewer]:
    """Representatives of a minor who can sign in."""
    if not is_minor(person, day):
        return []
    links = person.representatives.filter(person__user__is_active=True).select_related("person")
    names = tuple(link.person.full_name for link in links)
    return [Viewer("законный представитель", names, "эту страницу")] if names else []


def is_minor(person: Person, day: date) -> bool:
    """Somebody whose age is unknown is protected like a child."""
    return (person.age_on(day) or 0) < AGE_OF_MAJORITY


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
    return [child for child in children if is_minor(child, day)]
