"""Which word of a full name is the surname, the given name and the patronymic."""

import re
from enum import Enum, auto

PATRONYMIC = re.compile(r"(?:вна|чна|шна|[оеё]вич|[ьтмкв]ич)$")
SURNAME = re.compile(r"(?!яков$)..(?:[оеё]ва?|[сц]кий|[сц]кая)$")
SONS = frozenset({"оглы", "оглу", "огли", "угли", "улы", "уулу"})
DAUGHTERS = frozenset({"кызы", "гызы", "кизи"})
_PARTICLES = frozenset({"абд", "аль", "бен", "бин", "ван", "де", "дер", "ибн", "фон", "эль"})


class Role(Enum):
    SURNAME = auto()
    GIVEN = auto()
    PATRONYMIC = auto()
    FROZEN = auto()


def roles_of(words: list[str]) -> list[Role]:
    """One role for each lower-case word.

    Papers put the surname first. «Имя Отчество Фамилия» and «Имя Фамилия» are noticed by their
    endings, a former surname by its brackets.
    """
    roles = [
        Role.FROZEN if _is_frozen(words, place) else Role.SURNAME for place in range(len(words))
    ]
    free = [
        place
        for place, role in enumerate(roles)
        if role is Role.SURNAME and not words[place].startswith("(")
    ]
    for place, role in zip(free, _order([words[place] for place in free]), strict=True):
        roles[place] = role
    return roles


def _is_frozen(words: list[str], place: int) -> bool:
    """Initials, particles, and the father's name before «оглы» or «кызы»."""
    here, following = words[place], words[place + 1 : place + 2]
    kinship = SONS | DAUGHTERS
    is_initial = here.endswith(".") or len(here) == 1
    return is_initial or here in _PARTICLES | kinship or not kinship.isdisjoint(following)


def _order(words: list[str]) -> list[Role]:
    count = len(words)
    patronymic = next((place for place in range(1, count) if PATRONYMIC.search(words[place])), None)
    if patronymic == 1:
        return [Role.GIVEN, Role.PATRONYMIC, *[Role.SURNAME] * (count - 2)]
    if count == 2 and SURNAME.search(words[1]) and not SURNAME.search(words[0]):
        return [Role.GIVEN, Role.SURNAME]
    roles = [Role.SURNAME, *[Role.GIVEN] * (count - 1)][:count]
    if patronymic is not None:
        roles[patronymic] = Role.PATRONYMIC
    return roles
