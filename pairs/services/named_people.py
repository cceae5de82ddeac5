"""Finding the people whom a table names in the column of the other side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from participants.domain.duplicates import NameKey, Same, identity, same_person
from participants.domain.import_names import read_name
from participants.models import Mentee, Mentor

Row = Mentor | Mentee


@dataclass(frozen=True)
class Found:
    """``rows`` may be one person for sure, several to choose from, or nobody."""

    rows: tuple[Row, ...]
    by_initials: bool = False

    @property
    def row(self) -> Row | None:
        return self.rows[0] if len(self.rows) == 1 else None


class People:
    """The base of one side, looked up by surname."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_surname: dict[str, list[tuple[NameKey, Row]]] = defaultdict(list)
        for row in rows:
            key = identity(*row.person.name).key
            self._by_surname[key.last].append((key, row))

    def find(self, text: str) -> Found:
        """Full names first; initials only when they fit one person of the base."""
        name = read_name(text).name
        if not name.last:
            return Found(())
        wanted = identity(*name)
        near = self._by_surname.get(wanted.key.last, ())
        likeness = [(same_person(wanted, identity(*key)), row) for key, row in near]
        for level in (Same.YES, Same.MAYBE):
            rows = tuple(row for same, row in likeness if same is level)
            if rows:
                return Found(rows, by_initials=level is Same.MAYBE)
        return Found(())
