"""People typed by name in the text of an order: found in the program, so that cases are right."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError

from documents.domain.row_lines import Parts, parse_rows
from documents.kinds.orders.words import somebody
from documents.kinds.people import Named
from mentoring_portal.shared.names import name_key
from participants.models import Assignment, Mentee, Mentor

NAME = "фамилия, имя, отчество"


def read_people(text: str, document) -> list[Named]:
    return [person for person, _rest in read_lines(text, (NAME,), document)]


def read_lines(text: str, names: tuple[str, ...], document) -> list[tuple[Named, Parts]]:
    """Each line's person and its other parts; a name that the program lacks is refused."""
    return list(_read(text, names, known_people(document), document))


def _read(text, names, known: Mapping[str, Named], document) -> Iterator[tuple[Named, Parts]]:
    for number, row in enumerate(parse_rows(text, names), 1):
        if isinstance(row, str):
            raise ValidationError(f"Строка {number}: здесь не нужен знак «#».")
        person = known.get(name_key(row[0]))
        if person is None:
            raise ValidationError(
                f"Строка {number}: «{row[0]}» нет среди участников и ответственных программы. "
                "Проверьте фамилию, имя и отчество."
            )
        yield person, row[1:]


def known_people(document) -> dict[str, Named]:
    """Mentors, then mentees, then those with duties, by the key of the full name."""
    program = document.program
    rows = [
        *Assignment.objects.of_organization(program.organization),
        *Mentee.objects.of_program(program).select_related("person"),
        *Mentor.objects.of_program(program).select_related("person"),
    ]
    return {row.person.name_key: as_named(row, document) for row in rows}


def as_named(row, document) -> Named:
    if isinstance(row, Assignment):
        return Named(row.person, row.post)
    return somebody(row)
