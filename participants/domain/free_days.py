"""Free days as people write them («пн, ср», «вторник и четверг», «пн–пт») to codes."""

import re

WEEK = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
GROUPS = {"будн": WEEK[:5], "выходн": WEEK[5:], "ежедн": WEEK, "любо": WEEK, "кажд": WEEK}
# Full names and short ones; an ending may follow: «по средам», «субботу».
NAMES = {
    "понедельник": "пн",
    "вторник": "вт",
    "сред": "ср",
    "четверг": "чт",
    "пятниц": "пт",
    "суббот": "сб",
    "воскресен": "вс",
}
RANGE = re.compile(r"([а-я]+)\.?\s*(?:[-–—]|\b(?:по|до)\b)\s*([а-я]+)")


def parse_days(text: str) -> frozenset[str]:
    """Codes of ``WEEK``; words that are not days are left out."""
    plain = text.casefold().replace("ё", "е")
    found = {day for word in re.findall(r"[а-я]+", plain) for day in _days(word)}
    for first, last in RANGE.findall(plain):
        found.update(_between(_days(first), _days(last)))
    return frozenset(found)


def _days(word: str) -> tuple[str, ...]:
    if word in WEEK:
        return (word,)
    named = tuple(code for stem, code in NAMES.items() if word.startswith(stem))
    grouped = (days for stem, days in GROUPS.items() if word.startswith(stem))
    return named or next(grouped, ())


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
    if len(first) != 1 or len(last) != 1:
        return ()
    start, end = WEEK.index(first[0]), WEEK.index(last[0])
    return WEEK[start : end + 1]
