"""Cases of a whole name: «Иванова Мария Петровна» → «Ивановой Марии Петровне»."""

import re
from functools import lru_cache

from participants.domain.declension.cases import CASES, Sex, check_case, check_sex, recase
from participants.domain.declension.given_names import given_name, patronymic
from participants.domain.declension.roles import Role, roles_of
from participants.domain.declension.surnames import surname

_LATIN = re.compile(r"[A-Za-z]")
_SPACES = re.compile(r"(\s)\s*")
_WORD = re.compile(r"^(\W*)(.*?)([^\w.]*)$", re.DOTALL)
_INFLECT = {Role.SURNAME: surname, Role.GIVEN: given_name, Role.PATRONYMIC: patronymic}


def name(full_name: str, sex: Sex, case: str) -> str:
    """The name in a case, with its capitals, initials and single spaces kept.

    A name with Latin letters is returned as it is: half a declined name would be worse than none.
    """
    check_sex(sex)
    check_case(case)
    return _decline(full_name, sex, case)


def forms(full_name: str, sex: Sex) -> dict[str, str]:
    """All six cases, for the preview in which a person corrects them."""
    return {case: name(full_name, sex, case) for case in CASES}


@lru_cache(maxsize=20_000)
def _decline(full_name: str, sex: Sex, case: str) -> str:
    tidy = _SPACES.sub(r"\1", full_name.strip())
    if case == "nomn" or _LATIN.search(tidy):
        return tidy
    pieces = re.split(r"(\s)", tidy)
    roles = roles_of([piece.lower().rstrip(",;") for piece in pieces[::2]])
    pieces[::2] = [
        piece if role is Role.FROZEN else _word(piece, role, sex, case)
        for piece, role in zip(pieces[::2], roles, strict=True)
    ]
    return "".join(pieces)


def _word(piece: str, role: Role, sex: Sex, case: str) -> str:
    """Decline what stands between brackets and commas."""
    match = _WORD.match(piece)
    if match is None or not match[2]:
        return piece
    before, word, after = match.groups()
    return before + recase(word, _INFLECT[role](word.lower(), sex, case)) + after
