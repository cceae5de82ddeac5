"""Lessons as the curator types them: «date; time; topic; hours; leader», one a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from documents.domain.row_lines import LineError

PARTS = ("дата", "время", "тема", "часов", "кто ведёт")
DIVIDER = ";"
MOST_HOURS = 24


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
    try:
        day, month, year = map(int, text.split("."))
        return date(year, month, day)
    except ValueError:
        raise LineError(f"Строка {number}: «{text}» не дата, нужна вида 07.10.2026.") from None


def hours_of(text: str, number: int) -> Decimal:
    try:
        hours = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise LineError(f"Строка {number}: «{text}» не число часов.") from None
    if not 0 < hours <= MOST_HOURS:
        raise LineError(f"Строка {number}: часов в занятии от 1 до {MOST_HOURS}.")
    return hours


def total_hours(lessons: Iterable[Lesson]) -> Decimal:
    return sum((lesson.hours for lesson in lessons), Decimal(0))


def hours_text(hours: Decimal) -> str:
    """«2», «1,5»"""
    return f"{hours:f}".rstrip("0").rstrip(".").replace(".", ",") if hours % 1 else f"{hours:.0f}"
