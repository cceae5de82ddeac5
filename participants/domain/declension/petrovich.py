"""The only door to the pytrovich library."""

from functools import cache

from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from participants.domain.declension.cases import Sex

_CASES = {
    "gent": Case.GENITIVE,
    "datv": Case.DATIVE,
    "accs": Case.ACCUSATIVE,
    "ablt": Case.INSTRUMENTAL,
    "loct": Case.PREPOSITIONAL,
}
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
_SEXES: dict[Gender, Sex] = {Gender.MALE: "m", Gender.FEMALE: "f"}


@cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


@cache
def _detector() -> PetrovichGenderDetector:
    return PetrovichGenderDetector()


def given_name(word: str, sex: Sex, case: str) -> str:
    return _maker().make(NamePart.FIRSTNAME, _GENDERS[sex], _CASES[case], word)


def patronymic(word: str, sex: Sex, case: str) -> str:
    return _maker().make(NamePart.MIDDLENAME, _GENDERS[sex], _CASES[case], word)


def sex_of_given_name(word: str) -> Sex | None:
    return _SEXES.get(_detector().detect(firstname=word))
