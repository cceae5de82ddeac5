"""Cases of given names and patronymics: pytrovich with what it lacks. Words are lower case."""

from participants.domain.declension import petrovich
from participants.domain.declension.cases import Sex
from participants.domain.declension.rules import inflect, rule

_CORRECTIONS = (
    rule("m", r"^(?:юша|ходжа|баша)$", 1, "и е у ой е"),
    rule("m", r"ия$", 1, "и и ю ей и"),
    rule("m", r"ек$", 0, "а у а ом е"),
    rule("m", r"[цчщ]$", 0, "а у а ем е"),
    rule("f", r"^(?:адель|ассоль|этель|эстель)$", 1, "и и ь ью и"),
    rule("f", r"[жчщ]а$", 1, "и е у ей е"),
    rule("f", r"[аеёиоуы]а$|нь$"),
)


def given_name(word: str, sex: Sex, case: str) -> str:
    """A man's double name changes in its last part (Магомед-Амина), a woman's in both."""
    *first, last = word.split("-")
    if sex == "f":
        first = [_single(part, sex, case) for part in first]
    return "-".join([*first, _single(last, sex, case)])


def patronymic(word: str, sex: Sex, case: str) -> str:
    *first, last = word.split("-")
    return "-".join([*first, petrovich.patronymic(last, sex, case)])


def _single(word: str, sex: Sex, case: str) -> str:
    return inflect(word, sex, case, _CORRECTIONS) or petrovich.given_name(word, sex, case)
