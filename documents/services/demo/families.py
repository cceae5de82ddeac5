"""Parents of the pupils of the demo school, made in bulk; nothing here is left to chance."""

from collections.abc import Iterable
from dataclasses import dataclass

from documents.services.demo import words
from participants.domain.consent import AGE_OF_MAJORITY
from participants.enums import OccupationKind, Relation, Sex
from participants.models import Mentee, Mentor, Occupation, Person, Representative

# Every eighth family has not been written down yet, every fifth child has two parents here.
UNKNOWN, TWO = 8, 5


@dataclass(frozen=True)
class Parent:
    child: Person
    person: Person
    relation: str


def make_families(rows: Iterable[Mentor | Mentee], year) -> None:
    """Three bulk inserts, whatever the size of the school."""
    children = [
        row.person for row in rows if (row.person.age_on(year.start) or 0) < AGE_OF_MAJORITY
    ]
    parents = [parent for n, child in enumerate(children) for parent in family(n, child)]
    for parent in parents:
        parent.person.set_derived()
    Person.objects.bulk_create([parent.person for parent in parents])
    Occupation.objects.bulk_create(
        Occupation(person=parent.person, kind=OccupationKind.PARENT) for parent in parents
    )
    Representative.objects.bulk_create(
        Representative(child=parent.child, person=parent.person, relation=parent.relation)
        for parent in parents
    )


def family(n: int, child: Person) -> list[Parent]:
    if n % UNKNOWN == UNKNOWN - 1:
        return []
    sexes = (Sex.FEMALE, Sex.MALE) if n % TWO == 0 else (Sex.FEMALE,)
    return [parent(n, child, sex) for sex in sexes]


def parent(n: int, child: Person, sex: str) -> Parent:
    """The surname of the child in the form of the parent's sex."""
    is_male = sex == Sex.MALE
    surname = child.last_name if child.sex == Sex.MALE else child.last_name.removesuffix("а")
    first = words.MALE[n % len(words.MALE)][0]
    grandfather = words.MALE[(n + 3) % len(words.MALE)]
    person = Person(
        organization=child.organization,
        last_name=surname if is_male else f"{surname}а",
        first_name=first if is_male else words.FEMALE[n % len(words.FEMALE)],
        patronymic=grandfather[1] if is_male else grandfather[2],
        sex=sex,
        birth_year=1978 + n % 10,
        phone=f"8 (000) 000-{n // 100:02}-{n % 100:02}",
    )
    return Parent(child, person, Relation.FATHER if is_male else Relation.MOTHER)
