"""Who took part in an event of the program."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from participants.enums import ParticipantStatus
from participants.models import Attendance, Person
from programs.domain.agreement import has_words
from programs.models import Event
from programs.services import journal

# A candidate may come and look; who was declined is not of the program.
STRANGERS = (ParticipantStatus.DECLINED,)
MENTORS, MENTEES, OTHERS = "Наставники", "Наставляемые", "Уже не в базах программы"


@dataclass(frozen=True)
class Group:
    """People of one role; somebody in both bases counts as a mentor."""

    title: str
    people: list[Person]


def groups_of(event: Event, words: str = "") -> list[Group]:
    """Whom the marks may name, mentors first; ``words`` narrow by the name."""
    mentors = in_base(event.program.mentors)
    mentees = in_base(event.program.mentees)
    marked = Person.objects.filter(attendances__event=event).order_by("name_key", "pk")
    seen: set[int] = set()
    groups = []
    for title, people in ((MENTORS, mentors), (MENTEES, mentees), (OTHERS, marked)):
        new = [person for person in people if person.pk not in seen]
        seen.update(person.pk for person in new)
        groups.append(Group(title, [row for row in new if has_words([row.full_name], words)]))
    return [group for group in groups if group.people]


def in_base(base) -> list[Person]:
    rows = base.exclude(status__in=STRANGERS).filter(person__erased_on=None)
    return [row.person for row in rows.select_related("person").order_by("person__name_key", "pk")]


def marked_of(event: Event) -> set[int]:
    return set(event.attendances.values_list("person", flat=True))


def attended(event: Event) -> list[Group]:
    """Those who took part, by role."""
    marked = marked_of(event)
    groups = [
        Group(group.title, [person for person in group.people if person.pk in marked])
        for group in groups_of(event)
    ]
    return [group for group in groups if group.people]


@transaction.atomic
def mark_attendance(
    *, event: Event, shown: Iterable[int], chosen: Iterable[int], today: date, by
) -> int:
    """Of the people ``shown`` exactly ``chosen`` took part; nobody else is touched.

    Returns how many took part in all.
    """
    if event.starts_on > today:
        raise ValidationError("Событие ещё не началось: участников отмечают в день проведения.")
    shown, chosen, marked = set(shown), set(chosen), marked_of(event)
    added, removed = sorted((chosen & shown) - marked), sorted((marked & shown) - chosen)
    event.attendances.filter(person__in=removed).delete()
    Attendance.objects.bulk_create(Attendance(event=event, person_id=pk) for pk in added)
    if added or removed:
        organization = event.program.organization
        details = {"added": added, "removed": removed}
        journal.record(
            by=by, action="attendance.mark", obj=event, organization=organization, **details
        )
    return len(marked) + len(added) - len(removed)
