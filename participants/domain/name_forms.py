"""Cases of a person's name: the portal's own, unless somebody typed a better one."""

import re
from collections.abc import Mapping
from typing import Final

from participants.domain import declension

# The declension needs a sex; papers of somebody without one are declined as masculine.
DEFAULT_SEX: Final = "m"
CASE_LABELS = {
    "gent": "Родительный (нет кого?)",
    "datv": "Дательный (поручить кому?)",
    "accs": "Винительный (назначить кого?)",
    "ablt": "Творительный (назначен кем?)",
    "loct": "Предложный (говорить о ком?)",
}

_NAME = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")


def in_case(full_name: str, sex: str, corrected: Mapping[str, str], case: str) -> str:
    """The name as papers print it: what was typed by hand wins."""
    return corrected.get(case) or own_form(full_name, sex, case)


def own_form(full_name: str, sex: str, case: str) -> str:
    """The portal's own form, whatever was typed."""
    return declension.name(full_name, "f" if sex == "f" else DEFAULT_SEX, case)


def refusal(typed: str, full_name: str) -> str:
    """Why ``typed`` cannot be a case of ``full_name``; empty when it can.

    Papers shorten a name word by word («Ивановой М. П.»), so every word must stay in its place.
    """
    words = typed.split()
    if not all(_NAME.fullmatch(word) for word in words):
        return "Впишите только фамилию, имя и отчество: буквы, дефис, апостроф."
    if len(words) != len(full_name.split()):
        return f"Нужны те же слова, что и в имени «{full_name}», в том же порядке."
    return ""


def corrections(typed: Mapping[str, str], full_name: str, sex: str) -> dict[str, str]:
    """What is worth keeping: neither blanks nor what the portal says itself."""
    tidy = {case: " ".join(form.split()) for case, form in typed.items()}
    return {
        case: form for case, form in tidy.items() if form and form != own_form(full_name, sex, case)
    }


def still_true(corrected: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """After a change of the name: without the corrections that were made to the old one."""
    return {case: form for case, form in corrected.items() if before.get(case) != form}
