"""A guess of the sex for import; the card stores the answer, a guess never decides an order."""

import re

from participants.domain.declension import petrovich
from participants.domain.declension.cases import Sex
from participants.domain.declension.roles import DAUGHTERS, SONS, Role, roles_of
from participants.domain.declension.surname_words import NOUNS_LIKE_POSSESSIVES

_HIS = re.compile(r"..(?:[оеё]в|ин|[сц]кий)$")
_HER = re.compile(r"..(?:[оеё]ва|[иы]на|[сц]кая|ная)$")


def guess_sex(full_name: str) -> Sex | None:
    """By the patronymic, else by given name and surname unless they contradict; None if unsure."""
    words = full_name.lower().split()
    by_role = dict(zip(roles_of(words), words, strict=True))
    return (
        _by_kinship(words)
        or _by_patronymic(by_role.get(Role.PATRONYMIC, ""))
        or _by_names(by_role.get(Role.GIVEN, ""), by_role.get(Role.SURNAME, ""))
    )


def _by_kinship(words: list[str]) -> Sex | None:
    last = words[-1].rpartition("-")[2] if words else ""
    if last in SONS:
        return "m"
    return "f" if last in DAUGHTERS else None


def _by_patronymic(word: str) -> Sex | None:
    if not word:
        return None
    return "m" if word.endswith("ич") else "f"


def _by_names(given: str, surname: str) -> Sex | None:
    guesses = {_by_surname(surname), petrovich.sex_of_given_name(given) if given else None} - {None}
    return guesses.pop() if len(guesses) == 1 else None


def _by_surname(word: str) -> Sex | None:
    if word in NOUNS_LIKE_POSSESSIVES:
        return None
    if _HIS.search(word):
        return "m"
    return "f" if _HER.search(word) else None
