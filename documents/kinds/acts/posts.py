"""Posts of many people at once: the papers that list a whole council ask for them in bulk."""

from collections.abc import Iterable
from datetime import date

from documents.kinds.people import Named
from participants.models import Assignment, Mentee, Mentor, Person


def named_all(people: Iterable[Person], program, day: date) -> list[Named]:
    """Each with the post of a duty or of this program's bases; three queries."""
    people = list(people)
    duties = Assignment.objects.in_force(day).filter(organization=program.organization)
    posts: dict[int, str] = {}
    for rows in (
        Mentee.objects.filter(program=program).values_list("person", "position"),
        Mentor.objects.filter(program=program).values_list("person", "position"),
        duties.order_by("-pk").values_list("person", "post"),
    ):
        posts |= {person: post for person, post in rows.filter(person__in=people) if post}
    return [Named(person, posts.get(person.pk, "")) for person in people]
