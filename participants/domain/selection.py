"""Rules of selecting mentors: the sum of points, and what a decision of the commission needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring_portal.shared.dates import SchoolYear

UNDECIDED, ADMIT, WAIT, DECLINE = "", "admit", "wait", "decline"
CANDIDATE, APPROVED, DECLINED = "candidate", "approved", "declined"
# What became of a candidate, where the decision itself is a verb.
OUTCOMES = {ADMIT: "допущен", WAIT: "отложено", DECLINE: "отклонён"}
# Whom the commission has not let into the registry.
HELD_BACK = (WAIT, DECLINE)
NO_DAY = "Укажите дату решения."
FUTURE = "Дата решения ещё не наступила."
WHY = {
    DECLINE: "Напишите, почему кандидат отклонён.",
    WAIT: "Напишите, почему решение отложено и чего ждёт комиссия.",
}
IN_REGISTRY = "Наставник уже в реестре. Сначала верните его в кандидаты на карточке."
GONE = "Решение записывают о кандидате. Сначала верните наставника в кандидаты на карточке."
# (state of the row, decision) → its next state.
MOVES = {
    (CANDIDATE, UNDECIDED): CANDIDATE,
    (CANDIDATE, ADMIT): CANDIDATE,
    (CANDIDATE, WAIT): CANDIDATE,
    (CANDIDATE, DECLINE): DECLINED,
    (DECLINED, UNDECIDED): CANDIDATE,
    (DECLINED, ADMIT): CANDIDATE,
    (DECLINED, WAIT): CANDIDATE,
    (DECLINED, DECLINE): DECLINED,
    (APPROVED, ADMIT): APPROVED,
}


@dataclass(frozen=True)
class Mark:
    """A line of the checklist; ``points`` is None while the commission has not judged it."""

    title: str
    most: int
    is_required: bool = False
    points: int | None = None


@dataclass(frozen=True)
class Score:
    """``marked`` of ``lines`` criteria have points."""

    points: int
    most: int
    marked: int
    lines: int

    @property
    def percent(self) -> int | None:
        """Whole per cent of the greatest sum, halves up; None without criteria."""
        return (200 * self.points + self.most) // (2 * self.most) if self.most else None


def score(marks: Iterable[Mark]) -> Score:
    rows = list(marks)
    given = [row.points for row in rows if row.points is not None]
    return Score(sum(given), sum(row.most for row in rows), len(given), len(rows))


def refusals(
    decision: str,
    marks: Iterable[Mark],
    reason: str,
    day: date | None,
    today: date,
    year: SchoolYear,
) -> list[str]:
    """Why this decision cannot be recorded, in words; empty when it can."""
    if decision == UNDECIDED:
        return []
    found = [lacking(mark) for mark in marks if decision == ADMIT and is_lacking(mark)]
    if decision in WHY and not reason.strip():
        found.append(WHY[decision])
    return [*found, *day_refusals(day, today, year)]


def day_refusals(day: date | None, today: date, year: SchoolYear) -> list[str]:
    if day is None:
        return [NO_DAY]
    if day > today:
        return [FUTURE]
    return [doubt] if (doubt := year.doubt(day)) else []


def is_lacking(mark: Mark) -> bool:
    """A required criterion without points shuts the way, however great the sum is."""
    return mark.is_required and not mark.points


def lack_of(mark: Mark) -> str:
    what = "нет балла" if mark.points is None else "ноль баллов"
    return f"{what} по обязательному критерию «{mark.title}»."


def lacking(mark: Mark) -> str:
    return f"Допустить нельзя: {lack_of(mark)}"


def registry_refusal(marks: Iterable[Mark]) -> str:
    """Criteria may come after the decision: what an admitted candidate owes now, or nothing."""
    lacks = (lack_of(mark) for mark in marks if is_lacking(mark))
    return next((f"В реестр включить нельзя: {what}" for what in lacks), "")


def zero_in_registry(status: str, decision: str, marks: Iterable[Mark]) -> list[str]:
    """An admission is checked with its marks anyway; without it a zero shuts the registry too."""
    if (status, decision) != (APPROVED, UNDECIDED):
        return []
    lacks = [lack_of(mark) for mark in marks if mark.is_required and mark.points == 0]
    return [f"{IN_REGISTRY} Сейчас у него {what}" for what in lacks]


def out_of_range(marks: Iterable[Mark]) -> list[str]:
    return [
        f"По критерию «{mark.title}» ставят от 0 до {mark.most}."
        for mark in marks
        if mark.points is not None and not 0 <= mark.points <= mark.most
    ]


def status_refusal(status: str, decision: str) -> str:
    """Why a row in this state cannot get the decision; empty when it can."""
    if (status, decision) in MOVES:
        return ""
    return IN_REGISTRY if status == APPROVED else GONE
