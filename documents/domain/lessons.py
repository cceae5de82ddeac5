"""Lessons as the curator types them: «date; time; topic; hours; leader», one a line."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.domain.row_lines import LineError

PARTS = ("дата", "время", "тема", "часов", "кто ведёт")
DIVIDER = ";"
MOST_HOURS = 24
DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
HOURS = re.compile(r"\d{1,3}([.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Lesson:
    """``time`` and ``leader`` may be empty: they are agreed upon later."""

    day: date
    time: str
    topic: str
    hours: Decimal
    leader: str


def parse_lessons(text: str) -> tuple[Lesson, ...]:
    """Raises LineError with the number of the line that cannot be read."""
    lines = enumerate(text.splitlines(), 1)
    return tuple(lesson(line, number) for number, line in lines if line.strip())


def lesson(line: str, number: int) -> Lesson:
    parts = [part.strip() for part in line.split(DIVIDER)]
    if len(parts) not in (4, 5):
        raise LineError(f"Строка {number}: нужно «{'; '.join(PARTS)}», а частей {len(parts)}.")
    day, time, topic, hours, *leader = parts
    if not topic:
        raise LineError(f"Строка {number}: нет темы занятия.")
    return Lesson(day_of(day, number), time, topic, hours_of(hours, number), "".join(leader))


def day_of(text: str, number: int) -> date:
    if DAY.fullmatch(text):
        with suppress(ValueError):
            day, month, year = map(int, text.split("."))
            return date(year, month, day)
    raise LineError(f"Строка {number}: «{text}» не дата, нужна вида 07.10.2026.")


def hours_of(text: str, number: int) -> Decimal:
    if not HOURS.fullmatch(text):
        raise LineError(f"Строка {number}: «{text}» не число часов.")
    hours = Decimal(text.replace(",", "."))
    if not 0 < hours <= MOST_HOURS:
        raise LineError(f"Строка {number}: часов в занятии больше 0 и не больше {MOST_HOURS}.")
    return hours


def total_hours(lessons: Iterable[Lesson]) -> Decimal:
    return sum((lesson.hours for lesson in lessons), Decimal(0))


def hours_cell(hours: Decimal) -> int | Decimal:
    """A number for a table: 2, 1,5."""
    return hours.normalize() if hours % 1 else int(hours)
