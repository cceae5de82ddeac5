"""Rules of the School of mentors: hours, who may pass, and what a result needs."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring_portal.shared.dates import SchoolYear

LEARNING, PASSED, FAILED = "learning", "passed", "failed"
NO_DAY = "Укажите дату результата."
FUTURE = "Дата результата ещё не наступила."


@dataclass(frozen=True)
class Lesson:
    """``is_open``: not held yet, or held and nobody was marked: it is nobody's absence."""

    key: int
    hours: Decimal
    last_day: date
    is_open: bool = False


@dataclass(frozen=True)
class Progress:
    """How one mentor attends a course; ``needed`` lessons are enough to pass."""

    lessons: int
    attended: int
    open: int
    needed: int
    hours: Decimal
    all_hours: Decimal
    last_day: date | None = None

    @property
    def percent(self) -> int:
        """Rounded down, so that 69.9 never looks like the 70 that lets pass."""
        return 100 * self.attended // self.lessons if self.lessons else 0

    @property
    def is_enough(self) -> bool:
        return self.lessons > 0 and self.attended >= self.needed

    @property
    def suggestion(self) -> str:
        """A person decides; the portal only says what the marks speak for."""
        if self.is_enough:
            return PASSED
        can_still = self.attended + self.open >= self.needed
        return LEARNING if can_still else FAILED


def needed(lessons: int, share: int) -> int:
    """The least number of lessons that is ``share`` per cent of all."""
    return -(-lessons * share // 100)


def progress(lessons: Iterable[Lesson], attended: Container[int], share: int) -> Progress:
    rows = list(lessons)
    came = [row for row in rows if row.key in attended]
    return Progress(
        lessons=len(rows),
        attended=len(came),
        open=sum(row.is_open and row.key not in attended for row in rows),
        needed=needed(len(rows), share),
        hours=sum((row.hours for row in came), Decimal(0)),
        all_hours=sum((row.hours for row in rows), Decimal(0)),
        last_day=max((row.last_day for row in came), default=None),
    )


@dataclass(frozen=True)
class Verdict:
    """What a person decides of a mentor's training."""

    result: str
    day: date | None = None
    note: str = ""


def refusals(verdict: Verdict, found: Progress, today: date, year: SchoolYear) -> list[str]:
    """Why the result cannot be recorded, in words; empty when it can."""
    if verdict.result == LEARNING:
        return []
    days = day_refusals(verdict.day, found.last_day, today, year)
    return [*days, *note_refusals(verdict, found)]


def day_refusals(
    day: date | None, last_day: date | None, today: date, year: SchoolYear
) -> list[str]:
    if day is None:
        return [NO_DAY]
    if day > today:
        return [FUTURE]
    if doubt := year.doubt(day):
        return [doubt]
    if last_day and day < last_day:
        return [
            f"Дата результата раньше занятия {last_day:%d.%m.%Y}, на котором наставник ещё был."
        ]
    return []


def note_refusals(verdict: Verdict, found: Progress) -> list[str]:
    """Training may be passed by other ways, then it is written down by which."""
    if verdict.result != PASSED or found.is_enough or verdict.note.strip():
        return []
    return [
        f"Посещено занятий: {found.attended} из {found.lessons}, нужно {found.needed}. "
        "Напишите в примечании, почему обучение зачтено."
    ]
