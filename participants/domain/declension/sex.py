"""A guess of the sex for import; the card stores the answer, a guess never decides an order."""

import re

from participants.domain.declension import petrovich
from participants.domain.declension.cases import Sex
from participants.domain.declension.roles import DAUGHTERS, SONS, Role, roles_of
from participants.domain.declension.rules import word_set
from participants.domain.declension.surname_words import NOUNS_LIKE_POSSESSIVES

_HIS = re.compile(r"..(?:[оеё]в|ин|[сц]кий|[гкх]ий|[нв]ый)$")
_HER = re.compile(r"..(?:[оеё]ва|[иы]на|[вгклнрсхцчшщ]ая)$")
# Endings that women's names of the Caucasus share with men's: such a name proves nothing by itself.
_DOUBTFUL = re.compile(r"(?:[аеиуэя]|[ая][тймнз]|ин|ет|ез|иш|ь)$")
_MEN = word_set(
    """
    иван роман степан богдан руслан рамзан аслан герман султан тимерлан константин валентин
    мартин николай марат мурат ренат ринат булат талгат азамат адам ислам илья никита фома
    лука игорь данила кузьма лазарь муса иса
    """
)


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
    guesses = {_by_surname(surname), _by_given_name(given)} - {None}
    return guesses.pop() if len(guesses) == 1 else None


def _by_given_name(word: str) -> Sex | None:
    guess = petrovich.sex_of_given_name(word) if word else None
    if guess == "m" and _DOUBTFUL.search(word):
        return "m" if word in _MEN else None
    return guess


def _by_surname(word: str) -> Sex | None:
    if word in NOUNS_LIKE_POSSESSIVES:
        return None
    if _HIS.search(word):
        return "m"
    return "f" if _HER.search(word) else None
