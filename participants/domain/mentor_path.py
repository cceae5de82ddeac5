"""Where a mentor is on the way from the base to the outcome: computed from facts, never ticked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PathStep(StrEnum):
    """In the order of the way."""

    BASE = "base"
    ANALYSIS = "analysis"
    SELECTION = "selection"
    TRAINING = "training"
    REGISTRY = "registry"
    PAIR = "pair"
    OUTCOME = "outcome"


class StepState(StrEnum):
    """``PASSED_BY``: nothing is recorded here, yet the mentor has gone further."""

    DONE = "done"
    GOING = "going"
    STOPPED = "stopped"
    PASSED_BY = "passed_by"
    AHEAD = "ahead"


TITLES = {
    PathStep.BASE: "В базе",
    PathStep.ANALYSIS: "Анализ потребностей",
    PathStep.SELECTION: "Отбор",
    PathStep.TRAINING: "Обучение",
    PathStep.REGISTRY: "Реестр",
    PathStep.PAIR: "Пара",
    PathStep.OUTCOME: "Итог",
}
REACHED = (StepState.DONE, StepState.GOING, StepState.STOPPED)
NOT_RECORDED, AHEAD = "не записано", "впереди"
LEARNING, PASSED, FAILED = "learning", "passed", "failed"


@dataclass(frozen=True)
class Result:
    """A course of the School of mentors: its code and the day of the result."""

    code: str
    day: date | None = None


@dataclass(frozen=True)
class PathFacts:
    """What the data say of one mentor; codes are those of the enums.

    ``registry_on`` is the day of coming into the registry, of a paused one that of the pause.
    """

    status: str
    listed_on: date | None = None
    analyzed_on: date | None = None
    decision: str = ""
    decided_on: date | None = None
    results: tuple[Result, ...] = ()
    registry_on: date | None = None
    paired_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class Step:
    code: PathStep
    state: StepState
    day: date | None = None
    words: str = ""

    @property
    def title(self) -> str:
        return TITLES[self.code]

    @property
    def number(self) -> int:
        return list(PathStep).index(self.code) + 1


Found = tuple[StepState, date | None, str]
NOTHING: Found = (StepState.AHEAD, None, AHEAD)


def path(facts: PathFacts) -> tuple[Step, ...]:
    """The seven steps; what lies behind the furthest one without a record is passed by."""
    found = [
        (StepState.DONE, facts.listed_on, "внесён в базу"),
        analysis(facts),
        selection(facts),
        training(facts.results),
        registry(facts),
        pair(facts),
        outcome(facts),
    ]
    furthest = max(index for index, (state, *_rest) in enumerate(found) if state in REACHED)
    return tuple(
        Step(code, *(behind(one) if index < furthest else one))
        for index, (code, one) in enumerate(zip(PathStep, found, strict=True))
    )


def behind(found: Found) -> Found:
    if found[0] == StepState.AHEAD:
        return (StepState.PASSED_BY, None, NOT_RECORDED)
    return found


def place(steps: Iterable[Step]) -> Step:
    """The furthest step where anything has happened."""
    return [step for step in steps if step.state in REACHED][-1]


def analysis(facts: PathFacts) -> Found:
    if facts.analyzed_on is None:
        return NOTHING
    return (StepState.DONE, facts.analyzed_on, "проведён")


def selection(facts: PathFacts) -> Found:
    known = {
        "admit": (StepState.DONE, "допущен"),
        "wait": (StepState.GOING, "решение отложено"),
        "decline": (StepState.STOPPED, "отклонён"),
    }
    if facts.decision in known:
        state, words = known[facts.decision]
        return (state, facts.decided_on, words)
    return (StepState.STOPPED, None, "отклонён") if facts.status == "declined" else NOTHING


def training(results: Iterable[Result]) -> Found:
    """One course passed is enough; a failed one only counts while no other goes on."""
    known = {result.code: result for result in results}
    if PASSED in known:
        return (StepState.DONE, known[PASSED].day, "прошёл обучение")
    if LEARNING in known:
        return (StepState.GOING, None, "учится")
    if FAILED in known:
        return (StepState.STOPPED, known[FAILED].day, "не прошёл обучение")
    return NOTHING


def registry(facts: PathFacts) -> Found:
    known = {
        "approved": (StepState.DONE, "в реестре"),
        "completed": (StepState.DONE, "был в реестре"),
        "paused": (StepState.GOING, "работа приостановлена"),
    }
    if facts.status not in known:
        return NOTHING
    state, words = known[facts.status]
    return (state, facts.registry_on, words)


def pair(facts: PathFacts) -> Found:
    if facts.paired_on is None:
        return NOTHING
    return (StepState.DONE, facts.paired_on, "закреплён приказом")


def outcome(facts: PathFacts) -> Found:
    known = {
        "completed": (StepState.DONE, "завершил программу"),
        "withdrawn": (StepState.STOPPED, "выбыл"),
    }
    if facts.status not in known:
        return NOTHING
    state, words = known[facts.status]
    return (state, facts.ended_on, words)
