"""Who was at a meeting of the council, and how the protocol says it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.exceptions import ValidationError

from documents.domain.placeholders import BLANK
from documents.domain.row_lines import parse_rows
from documents.kinds.acts.posts import named_all
from documents.kinds.people import Named, named, on_duty
from mentoring_portal.shared.plurals import counted
from participants.enums import AssignmentRole

# More people than this stand in a list at the end, with their number in the head.
LISTED = 10
OTHERS = ("Фамилия Имя Отчество", "должность")


@dataclass(frozen=True)
class Presence:
    """``rows`` are (full name, post) of all who are named, the chair and the secretary first."""

    chair: Named | None
    secretary: Named | None
    listed: tuple[tuple[str, str], ...]
    number: int

    @cached_property
    def rows(self) -> tuple[tuple[str, str], ...]:
        heads = [row_of(human) for human in (self.chair, self.secretary) if human]
        return tuple(dict.fromkeys([*heads, *self.listed]))

    @property
    def total(self) -> int:
        """How many may vote; 0 while nobody has said who came."""
        return self.number or (len(self.rows) if self.listed else 0)

    @property
    def is_long(self) -> bool:
        return self.total > LISTED

    @property
    def words(self) -> str:
        if self.is_long:
            return f"{people_words(self.total)} (список прилагается)"
        names = [", ".join(filter(None, row)) for row in self.listed]
        return "; ".join(names) or (people_words(self.total) if self.total else BLANK)


def people_words(number: int) -> str:
    return counted(number, "человек", "человека", "человек")


def presence(document, content, day: date) -> Presence:
    """Raises ValidationError when fewer people are said to be there than are named."""
    chosen = named_all(content["present"], document.program, day)
    typed = [row for row in parse_rows(content["others"], OTHERS) if not isinstance(row, str)]
    found = Presence(
        chair=head(document, content["chair"], AssignmentRole.COUNCIL_CHAIR, day),
        secretary=head(document, content["secretary"], AssignmentRole.COUNCIL_SECRETARY, day),
        listed=tuple(dict.fromkeys([*map(row_of, chosen), *typed])),
        number=content["number"] or 0,
    )
    refuse_wrong(found, content["members"] or 0)
    return found


def refuse_wrong(found: Presence, members: int) -> None:
    if found.listed and found.total < len(found.rows):
        raise ValidationError(
            f"Присутствовало {found.total}, а названо {len(found.rows)} вместе с председателем "
            "и секретарём. Исправьте число или список."
        )
    if members and found.total > members:
        raise ValidationError(
            f"Присутствовало {found.total}, а в составе совета {members}. Исправьте число."
        )


def head(document, person, role: AssignmentRole, day: date) -> Named | None:
    """The one whom the curator chose, else who holds the duty on the day of the meeting."""
    if person:
        return named(person, document.program, day)
    return on_duty(document.program.organization, role, day)


def row_of(human: Named) -> tuple[str, str]:
    return (human.person.full_name, human.post)


def short(human: Named | None) -> str:
    """«Ветрова И. П., директор»"""
    if human is None:
        return BLANK
    return ", ".join(filter(None, (human.person.short_name, human.post)))
