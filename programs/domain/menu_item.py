"""An item of the navigation and the roles that see it."""

from collections.abc import Iterable
from dataclasses import dataclass

STAFF = frozenset({"director", "curator", "mo_head"})
MANAGERS = frozenset({"director", "curator"})
VIEWERS = STAFF | {"municipal_coordinator"}
PEOPLE = frozenset({"mentor", "mentee"})
PSYCHOLOGIST = frozenset({"psychologist"})


@dataclass(frozen=True)
class MenuItem:
    """``nouns`` are the URL names that belong to the item: «mentor» covers ``mentor_detail``."""

    title: str
    url_name: str
    nouns: tuple[str, ...] = ()
    roles: frozenset[str] = STAFF
    stages: tuple[str, ...] = ()

    def holds(self, view_name: str) -> bool:
        return view_name == self.url_name or view_name.startswith(
            tuple(f"{noun}_" for noun in self.nouns)
        )


@dataclass(frozen=True)
class MenuSection:
    title: str
    items: tuple[MenuItem, ...]


def for_roles(items: Iterable[MenuItem], roles: frozenset[str]) -> list[MenuItem]:
    return [item for item in items if not item.roles.isdisjoint(roles)]
