"""Cases of a post: the head changes, everything that depends on it stays as written.

«заместитель директора по УВР, учитель химии» → «заместителю директора по УВР, учителю химии».
"""

import re
from functools import lru_cache

from participants.domain.declension import morphology
from participants.domain.declension.cases import check_case, recase
from participants.domain.declension.post_heads import begins_with_person, declined_head, stored_head

_SEPARATOR = re.compile(
    r"""( «[^»]*»+ | "[^"]*" | \s*[,;()]\s* | \s*(?<!\bи)/\s* | \s+[-–—]\s+
    | \s+(?:и|или|либо)\s+ )""",
    re.VERBOSE | re.IGNORECASE,
)
_ACTING = re.compile(r"(?:и\s*[./]?\s*о\b|вр\.?\s*и\.?\s*о\b|зам\.|зав\.|пом\.)", re.IGNORECASE)


def post(title: str, case: str) -> str:
    """The post in a case, capitals kept; an acting director («и. о. директора») does not change."""
    check_case(case)
    return _decline(title, case)


@lru_cache(maxsize=5_000)
def _decline(title: str, case: str) -> str:
    tidy = " ".join(title.split())
    if case == "nomn":
        return tidy
    pieces = _SEPARATOR.split(tidy)
    for place in range(0, len(pieces), 2):
        before = pieces[place - 1].strip() if place else ""
        if not before.endswith(("»", '"', ")")):
            pieces[place] = _segment(pieces[place], case, first=place == 0)
    return "".join(pieces)


def _segment(text: str, case: str, *, first: bool) -> str:
    """Decline the head a part of the title begins with; later parts must begin with a person."""
    if _ACTING.match(text):
        return text
    words = text.split(" ")
    start = next((place for place, word in enumerate(words) if not _is_skipped(word)), len(words))
    declined = _head(words[start:], case, first=first)
    changed = [recase(old, new) for old, new in zip(words[start:], declined, strict=False)]
    return " ".join([*words[:start], *changed, *words[start + len(changed) :]])


def _head(words: list[str], case: str, *, first: bool) -> list[str]:
    """The declined beginning of the words, in lower case; nothing where they begin with no head."""
    lower = [word.lower() for word in words]
    stored = stored_head(lower, case)
    if stored or not words or _is_abbreviation(words[0]):
        return stored
    return declined_head(lower, case) if first or begins_with_person(lower) else []


def _is_skipped(word: str) -> bool:
    """«гл.» and «временно» stand before the head and do not change."""
    return word.endswith(".") or word[:1].isdigit() or _is_adverb(word.lower())


def _is_adverb(word: str) -> bool:
    """«вновь принятый учитель», «недавно назначенный директор»."""
    return word == "вновь" or (word.endswith("о") and morphology.is_adverb(word))


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= 4
