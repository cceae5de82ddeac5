"""Whom a registered paper names, and what it tells about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from documents.domain.mentions import Index, Name, indexed, people_named, says, texts, words
from documents.models import Document
from mentoring_portal.shared.names import name_key
from participants.domain.distribution import NAME, POSITION, WORKPLACE
from participants.enums import AssignmentRole
from participants.models import Assignment, Mentee, Mentor, Person
from programs.models import Organization

ABOUT, ON_DUTY, OTHER = range(3)
Told = dict[int, set[str]]


@dataclass(frozen=True)
class Facts:
    """What the organization knows of its people: a constant number of queries."""

    names: Index
    posts: dict[int, set[str]]
    directors: set[int]
    places: dict[int, set[tuple[str, str]]]


def told(documents: Sequence[Document], organization: Organization) -> dict[int, Told]:
    """Paper → person → fields of a distribution consent that the paper needs.

    The director is left out: the law itself puts the head's name on the site (273-ФЗ, ст. 29).
    """
    prefetch_related_objects(documents, "pairs__mentor", "pairs__members__mentee")
    facts = facts_of(documents, organization)
    return {document.pk: told_by(document, facts) for document in documents}


def facts_of(documents: Sequence[Document], organization: Organization) -> Facts:
    people = Person.objects.filter(organization=organization, erased_on=None)
    posts, directors = defaultdict(set), set()
    duties = Assignment.objects.of_organization(organization)
    for person, role, post in duties.values_list("person", "role", "post"):
        posts[person].add(post)
        if role == AssignmentRole.DIRECTOR:
            directors.add(person)
    places = defaultdict(set)
    programs = {document.program_id for document in documents}
    for base in (Mentor, Mentee):
        rows = base.objects.filter(program__in=programs)
        for person, *place in rows.values_list("person", "position", "workplace"):
            places[person].add(tuple(place))
    names = people.values_list("pk", "last_name", "first_name", "patronymic")
    return Facts(indexed(Name(*name) for name in names), posts, directors, places)


def told_by(document: Document, facts: Facts) -> Told:
    page = words(document.snapshot)
    text = "\n".join(name_key(line) for line in texts(document.snapshot))
    about = set(subjects(document))

    def rank(person: int) -> int:
        return ABOUT if person in about else ON_DUTY if person in facts.posts else OTHER

    named = about | people_named(page, facts.names, rank)
    return {
        person: {NAME, *fields(person, page, text, facts)} for person in named - facts.directors
    }


def subjects(document: Document) -> Iterator[int]:
    """The people of the paper's pairs: named by it even if their names were mended since."""
    for pair in document.pairs.all():
        yield pair.mentor.person_id
        yield from (member.mentee.person_id for member in pair.members.all())


def fields(person: int, page: Sequence[str], text: str, facts: Facts) -> Iterator[str]:
    """What the paper prints of the person besides the name."""
    places = facts.places.get(person, ())
    positions, workplaces = zip(*places, strict=True) if places else ((), ())
    posts = facts.posts.get(person, ())
    if any(prints(text, position) for position in positions) or any(
        says(page, post) for post in posts
    ):
        yield POSITION
    if any(prints(text, workplace) for workplace in workplaces):
        yield WORKPLACE


def prints(text: str, phrase: str) -> bool:
    wanted = name_key(phrase)
    return bool(wanted) and wanted in text
