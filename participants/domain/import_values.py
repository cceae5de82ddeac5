"""Single cells of a base: text, dates, years of birth, marks.

Every reader returns a :class:`Reading`: the value, and a Russian sentence when the cell is wrong
(``error``) or was understood with a doubt (``warning``). An empty cell is never wrong here.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from mentoring_portal.shared.dates import MONTHS_GENITIVE, short_date

T = TypeVar("T")


class Reading(NamedTuple, Generic[T]):
    value: T
    error: str = ""
    warning: str = ""


class Birth(NamedTuple):
    year: int | None = None
    day: date | None = None


EXCEL_EPOCH = date(1899, 12, 30)
SERIALS = range(10_000, 80_000)  # 1927–2119: dates that lost their format
EARLIEST_YEAR = 1990
YEARS_AHEAD = 10
LEAST_AGE, GREATEST_AGE = 4, 100
QUOTE_LENGTH = 40

NOTHING = frozenset(("", "-", "–", "—", "нет", "н/д", "не указано", "не указана", "не указан", "?"))
NO_DATE: Reading[date | None] = Reading(None)
DATE_ADVICE = "Запишите дату так: 01.09.2026."

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TAIL = r"(?:\s*г(?:\.|ода?)?)?"
_TIME = r"(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DAY_FIRST = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})" + _TAIL + _TIME)
_YEAR_FIRST = re.compile(r"(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})" + _TIME)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:-?[еог]{1,3})?\s+)?([а-я]{3,9})\.?,?\s+(\d{4})" + _TAIL)
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})" + _TAIL)
_YEAR = re.compile(r"(\d{4})(?:\s*[-–/]\s*\d{2,4})?\s*(?:г.*|уч.*)?")
_BIRTH_YEAR = re.compile(r"(?:г\W*р\W*|рожд\w*\s*)?(\d{4})\s*(?:год\w*|г)?[\s.]*(?:р\w*)?\.?")
_AGE = re.compile(r"(\d{1,3})\s*(?:полных\s*)?(?:лет|года?|л)\.?")
_NUMBER = re.compile(r"\d+(?:[.,]0+)?")
_MONTH_STEMS = {name[:3]: number for number, name in enumerate(MONTHS_GENITIVE, start=1)}
_MONTH_STEMS["май"] = 5


def cell_text(cell: Any) -> str:
    """The cell as the person sees it, inner spaces and all; dates as 01.09.2026."""
    if isinstance(cell, str):
        return cell if cell.isprintable() else _CONTROL.sub("", cell)
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else "да" if cell else "нет"
    if isinstance(cell, date):
        return _written_date(cell)
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


@lru_cache(maxsize=1024)
def _written_date(day: date) -> str:
    return short_date(day) if day.year >= 1000 else day.isoformat()


def clean_text(cell: Any) -> str:
    """The text with its spaces put in order."""
    return " ".join(cell_text(cell).split())


def quoted(text: str) -> str:
    """A piece of the cell for a message, never a whole essay."""
    return f"«{text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + '…'}»"


def is_nothing(text: str) -> bool:
    return text.strip().casefold() in NOTHING


def read_date(cell: Any, today: date) -> Reading[date | None]:
    """A date of the program, in any of the ways schools write one."""
    if cell == "":
        return NO_DATE
    reading = _any_date(cell)
    day = reading.value
    if day and not EARLIEST_YEAR <= day.year <= today.year + YEARS_AHEAD:
        return Reading(None, error=f"Проверьте год в дате {quoted(clean_text(cell))}.")
    return reading


def _any_date(cell: Any) -> Reading[date | None]:
    if isinstance(cell, datetime):
        return Reading(cell.date())
    if isinstance(cell, date):
        return Reading(cell)
    number = _whole_number(cell)
    if number in SERIALS:
        return Reading(EXCEL_EPOCH + timedelta(days=number))
    return _date_text(clean_text(cell).casefold())


def _whole_number(cell: Any) -> int:
    """The cell as a whole number, or -1: numbers may come as text or with «.0»."""
    if isinstance(cell, bool):
        return -1
    if isinstance(cell, int):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else -1
    if isinstance(cell, str) and len(cell) < 12 and _NUMBER.fullmatch(cell.strip()):
        return int(float(cell.strip().replace(",", ".")))
    return -1


@lru_cache(maxsize=4096)
def _date_text(text: str) -> Reading[date | None]:
    if is_nothing(text):
        return Reading(None)
    plain = re.sub(r"[«»\"']", "", text).rstrip(" .,;") if text else ""
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3))):
        match = pattern.fullmatch(plain)
        if match:
            year, month, day = (int(match[group]) for group in order)
            return _calendar_day(year + 2000 if year < 100 else year, month, day, text)
    return _date_in_words(plain, text)


def _date_in_words(plain: str, text: str) -> Reading[date | None]:
    match = _IN_WORDS.fullmatch(plain)
    month = _MONTH_STEMS.get(match[2][:3]) if match else None
    if match and month and match[1]:
        return _calendar_day(int(match[3]), month, int(match[1]), text)
    if match and month:
        return _month_only(int(match[3]), month, text)
    match = _MONTH_YEAR.fullmatch(plain)
    if match:
        return _month_only(int(match[2]), int(match[1]), text)
    if _YEAR.fullmatch(plain):
        return Reading(None, warning=f"В дате {quoted(text)} нет дня и месяца: она не записана.")
    return Reading(None, error=f"Дата {quoted(text)} не разобрана. {DATE_ADVICE}")


def _month_only(year: int, month: int, text: str) -> Reading[date | None]:
    reading = _calendar_day(year, month, 1, text)
    if reading.value is None:
        return reading
    taken = short_date(reading.value)
    return reading._replace(warning=f"В дате {quoted(text)} нет дня: записано {taken}.")


def _calendar_day(year: int, month: int, day: int, text: str) -> Reading[date | None]:
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return Reading(None, error=f"Даты {quoted(text)} не бывает. {DATE_ADVICE}")


def read_birth(cell: Any, today: date) -> Reading[Birth]:
    """A year or a full date of birth: «2012», «2012 г.р.», «12.05.2012», «14 лет»."""
    if isinstance(cell, date):
        reading = _birth_of_day(_any_date(cell), cell)
    else:
        reading = _birth_text(cell, today)
    if reading.value.year is None:
        return reading
    return _plausible(reading, today)


def _birth_text(cell: Any, today: date) -> Reading[Birth]:
    text = clean_text(cell).casefold()
    number = _whole_number(cell)
    if number in SERIALS:
        return _birth_of_day(_any_date(cell), cell)
    match = _BIRTH_YEAR.fullmatch(str(number) if 1000 <= number <= 9999 else text)
    if match:
        return Reading(Birth(int(match[1])))
    if _AGE.fullmatch(text):
        return read_age(text, today)
    dated = re.sub(r"[\s.]*г[\s.]*р[\s.]*$", "", text)
    return _birth_of_day(_date_text(dated), cell)


def _birth_of_day(reading: Reading[date | None], cell: Any) -> Reading[Birth]:
    if reading.value and not reading.warning:
        return Reading(Birth(reading.value.year, reading.value))
    if reading.value:
        return Reading(Birth(reading.value.year))
    if reading.error or reading.warning:
        text = quoted(clean_text(cell))
        return Reading(Birth(), error=f"Год рождения {text} не разобран. Запишите так: 2012.")
    return Reading(Birth())


def read_age(cell: Any, today: date) -> Reading[Birth]:
    """An age in full years; the year of birth that follows from it may be one less."""
    text = clean_text(cell).casefold()
    match = _AGE.fullmatch(text) or re.fullmatch(r"(\d{1,3})", text)
    if match is None:
        wrong = f"Возраст {quoted(text)} не разобран. Запишите число полных лет."
        return Reading(Birth(), error="" if is_nothing(text) else wrong)
    year = today.year - int(match[1])
    doubt = f"Год рождения посчитан по возрасту: {year} (может быть {year - 1})."
    return _plausible(Reading(Birth(year), warning=doubt), today)


def _plausible(reading: Reading[Birth], today: date) -> Reading[Birth]:
    year, day = reading.value
    age = today.year - (year or 0)
    if age < 0 or (day and day > today):
        return Reading(Birth(), error=f"Год рождения {year} ещё не наступил или дата в будущем.")
    if not is_possible_year(year or 0, today):
        return Reading(Birth(), error=f"Проверьте год рождения {year}: возраст выходит {age}.")
    return reading


def is_possible_year(birth_year: int, today: date) -> bool:
    """The same bounds for a table and for a form: what came in can be saved again."""
    return LEAST_AGE <= today.year - birth_year <= GREATEST_AGE
