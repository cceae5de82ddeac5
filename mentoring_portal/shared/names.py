"""Full names: «Иванов И. И.», «И. И. Иванов», splitting and sorting."""

from typing import NamedTuple

NBSP = "\u00a0"
# Letters that look alike in the two alphabets: a common slip in school spreadsheets.
LOOKALIKES = str.maketrans("AaBCcEeHKkMOoPpTXxyё", "АаВСсЕеНКкМОоРрТХхуе")


class FullName(NamedTuple):
    last: str
    first: str = ""
    patronymic: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in self if part)


def split_name(text: str) -> FullName:
    """Surname first, then the given name; all that follows is the patronymic («Али оглы»)."""
    last, first, *rest = [*text.split(), "", ""]
    return FullName(last, first, " ".join(part for part in rest if part))


def initials(name: FullName) -> str:
    letters = (part[0].upper() + "." for part in (name.first, name.patronymic) if part)
    return NBSP.join(letters)


def short_name(name: FullName) -> str:
    """«Иванов И. И.», as names stand inside a text."""
    return NBSP.join(part for part in (name.last, initials(name)) if part)


def signature_name(name: FullName) -> str:
    """«И. И. Иванов», as names stand beside a signature."""
    return NBSP.join(part for part in (initials(name), name.last) if part)


def name_key(text: str) -> str:
    """One key for spellings that mean the same: case, spaces, ё/е and look-alike Latin letters."""
    return " ".join(text.translate(LOOKALIKES).casefold().replace("ё", "е").split())
