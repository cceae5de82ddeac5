"""What a mentor offers, in numbers when the words allow it: hours a month and wished ages.

A month is counted as four weeks and twenty working days, a school year as nine months:
the portal compares mentors, it does not pay them.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from participants.domain.import_values import cell_text

WEEKS_A_MONTH = 4
WORKING_DAYS_A_MONTH = 20
MONTHS_A_YEAR = 9
MOST_HOURS = 300.0
AGES = range(5, 80)

_WORDS = {
    "полчаса": "0.5 часа",
    "полтора": "1.5",
    "полутора": "1.5",
    "один": "1",
    "одного": "1",
    "два": "2",
    "две": "2",
    "двух": "2",
    "три": "3",
    "трех": "3",
    "четыре": "4",
    "пять": "5",
    "шесть": "6",
    "восемь": "8",
    "десять": "10",
}
_WORD = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b")
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s*[-–—]\s*\d+(?:[.,]\d+)?)?\s*(ч|мин)[а-я.]*")
_HOUR = re.compile(r"\b(?:по\s+)?час[ау]?\b")
_TIMES = re.compile(r"(\d+)(?:\s*[-–—]\s*\d+)?\s*раза?\b")
_PERIODS = (
    (re.compile(r"нед|еженед"), WEEKS_A_MONTH),
    (re.compile(r"мес|ежемес"), 1),
    (re.compile(r"\bдень|\bдня\b|ежедн|/\s*дн"), WORKING_DAYS_A_MONTH),
    (re.compile(r"\bгод\b|\bгода\b|/\s*год"), 1 / MONTHS_A_YEAR),
)
_RANGE = re.compile(r"(\d{1,2})\s*(?:лет|года?|кл\w*\.?)?\s*(?:[-–—−…]|\.\.\.?|до|по)\s*(\d{1,2})")
_FROM = re.compile(
    r"(?:\bот|\bс|(?<!не )старше|не младше)\s*(\d{1,2})"
    r"|(\d{1,2})\s*(?:\+|(?:лет )?и старше)"
)
_UP_TO = re.compile(r"(?:до|(?<!не )младше|не старше)\s*(\d{1,2})|(\d{1,2})\s*(?:лет )?и младше")
_ONE = re.compile(r"\d{1,2}")
_GRADES = re.compile(r"\bкл")
_SCHOOLS = (
    (re.compile(r"начальн|младш"), (7, 11)),
    (re.compile(r"старшекл|старшая школа|старши"), (15, 18)),
    (re.compile(r"средн|подрост"), (11, 15)),
)


@lru_cache(maxsize=2048)
def hours_month(text: str) -> float | None:
    """Hours a month: «2 часа в неделю» → 8; of a range the smaller; «по запросу» → None."""
    plain = _WORD.sub(lambda word: _WORDS[word[0]], text[:200].casefold().replace("ё", "е"))
    factor = next((times for pattern, times in _PERIODS if pattern.search(plain)), None)
    hours = _hours(plain)
    if factor is None or hours is None:
        return None
    times = _TIMES.search(plain)
    total = round(hours * factor * (int(times[1]) if times else 1), 1)
    return total if 0 < total <= MOST_HOURS else None


def _hours(plain: str) -> float | None:
    length = _LENGTH.search(plain)
    if length is None:
        return 1.0 if _HOUR.search(plain) else None
    amount = float(length[1].replace(",", "."))
    return amount / 60 if length[2] == "мин" else amount


def wished_ages(cell: Any) -> tuple[int | None, int | None]:
    """The least and the greatest age: «13–17», «от 10 лет», «5–7 классы»; «любой» → no limits.

    A date means that Excel took «10–14» for the 14th of October.
    """
    if isinstance(cell, date):
        return _limits(cell.day, cell.month)
    return _ages(cell_text(cell))


@lru_cache(maxsize=2048)
def _ages(text: str) -> tuple[int | None, int | None]:
    plain = text[:200].casefold()
    bounds = _bounds(plain)
    if bounds is None:
        return next((ages for word, ages in _SCHOOLS if word.search(plain)), (None, None))
    least, greatest = bounds
    if _GRADES.search(plain):  # a pupil of the first grade is seven or eight
        return _limits(least and least + 6, greatest and greatest + 7)
    return _limits(least, greatest)


def _bounds(plain: str) -> tuple[int | None, int | None] | None:
    found = _RANGE.search(plain)
    if found:
        low, high = sorted((int(found[1]), int(found[2])))
        return low, high
    found = _UP_TO.search(plain)
    if found:
        return None, int(found[1] or found[2])
    found = _FROM.search(plain)
    if found:
        return int(found[1] or found[2]), None
    numbers = [int(number) for number in _ONE.findall(plain)]
    return (min(numbers), max(numbers)) if numbers else None


def _limits(least: int | None, greatest: int | None) -> tuple[int | None, int | None]:
    if any(age is not None and age not in AGES for age in (least, greatest)):
        return None, None
    if least is not None and greatest is not None:
        least, greatest = sorted((least, greatest))
    return least, greatest
