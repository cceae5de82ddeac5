"""Full names: «Иванов И. И.», «И. И. Иванов», splitting and sorting."""

import re
from typing import NamedTuple

NBSP = "\u00a0"
# Letters that look alike in the two alphabets: a common slip in school spreadsheets.
LOOKALIKES = str.maketrans("AaBCcEeHKkMOoPpTXxyё", "АаВСсЕеНКкМОоРрТХхуе")
NAME_IN_TEXT = re.compile(
    rf"(?P<before>\b[А-ЯЁ][а-яё]+[ {NBSP}])?"
    rf"(?<!\w)(?P<initials>[А-ЯЁ]\.(?:[ {NBSP}]?[А-ЯЁ]\.)?)"
    rf"(?P<after>[ {NBSP}][А-ЯЁ][а-яё])?"
)


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


def bound_names(text: str) -> str:
    """Typed words with hard spaces inside the names that have initials."""
    return NAME_IN_TEXT.sub(_bound_name, text)


def _bound_name(found: re.Match[str]) -> str:
    """«Директор Л. П. Ветрова»: the word before the initials is a surname if none stands after."""
    before, initials, after = (found[part] or "" for part in ("before", "initials", "after"))
    initials = initials.replace(" ", NBSP)
    if before.endswith(NBSP):
        return before + initials + after
    if after:
        return before + initials + after.replace(" ", NBSP)
    return before.replace(" ", NBSP) + initials


def name_key(text: str) -> str:
    """One key for spellings that mean the same: case, spaces, ё/е and look-alike Latin letters."""
    return " ".join(text.translate(LOOKALIKES).casefold().replace("ё", "е").split())
