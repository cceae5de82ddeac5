"""Where people work or study, told apart by words: one workplace, or at least one settlement."""

import re
from functools import lru_cache

TEXTS_REMEMBERED = 20_000

_MARKS = re.compile(r"[^a-zа-я0-9№]+")
_SETTLEMENT = re.compile(
    r"(?<![а-я])(?:г|с|п|д|ст|пос|пгт|рп|город|село|посёлок|поселок|деревня|станица|аул|хутор|х)"
    r"(?:\.\s*|\s+)([А-ЯЁ][А-Яа-яЁё-]+(?:\s+[А-ЯЁ][а-яё-]+)?)"
)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def workplace_key(text: str) -> str:
    """One spelling of one name: without quotes, case and «ё»."""
    return _MARKS.sub(" ", text.casefold().replace("ё", "е")).strip()


@lru_cache(maxsize=TEXTS_REMEMBERED)
def settlement(text: str) -> str:
    """«МБОУ СОШ № 9, г. Ромашково» → «ромашково»; empty when the text names none."""
    found = _SETTLEMENT.search(text)
    return found[1].casefold().replace("ё", "е") if found else ""
