"""After the trial meeting each side says whether the two suit each other."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class TrialState(StrEnum):
    """What the answers make of a pair, in the order in which the curator looks at them."""

    REFUSED = "refused"
    OVERDUE = "overdue"
    WAITING = "waiting"
    SETTLED = "settled"
    FITS = "fits"
    NONE = "none"


@dataclass(frozen=True)
class Answers:
    """``asked`` are the sides, ``settled`` the refusals on which the curator has decided."""

    asked: int
    answered: int
    refused: int
    settled: int


def due_on(trial_day: date, days: int) -> date:
    """The last day of the term; the answer is late on the next one."""
    return trial_day + timedelta(days=days)


def state(trial_day: date | None, days: int, answers: Answers, today: date) -> TrialState:
    """One «не подошли» outweighs whatever the others say, and needs no term to count."""
    if trial_day is None:
        return TrialState.NONE
    if answers.refused:
        return TrialState.REFUSED
    if answers.answered < answers.asked:
        return TrialState.OVERDUE if today > due_on(trial_day, days) else TrialState.WAITING
    return TrialState.SETTLED if answers.settled else TrialState.FITS
