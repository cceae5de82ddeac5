"""People of a program by class, for papers that a class brings in one pile."""

from collections import defaultdict
from datetime import date

from participants.domain.school_class import class_key, class_of
from participants.models import Mentee, Mentor
from participants.services.consent import missing_of, participants_of
from programs.models import Program

Rows = list[Mentor | Mentee]


def classes(program: Program) -> dict[str, Rows]:
    """Class → its people by name, each once also when they stand in both bases; two queries."""
    found: dict[str, dict[int, Mentor | Mentee]] = defaultdict(dict)
    for row in participants_of(program):
        if name := class_of(row.position):
            found[name][row.person_id] = row
    return {
        name: sorted(found[name].values(), key=lambda row: row.person.name_key)
        for name in sorted(found, key=class_key)
    }


def with_lacks(rows: Rows, day: date) -> Rows:
    """The same rows, each with ``lacks``: kinds of consent that are missing; one query."""
    lacking = missing_of(rows, day)
    for row in rows:
        row.lacks = lacking[row.person_id]
    return rows
