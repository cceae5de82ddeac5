"""The best distribution of mentees among mentors, with its proof.

Objective, in this order: locked pairs kept, most mentees served, most mentors busy, the highest
total score. There is always an answer: who cannot be served is listed with the reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from pairs.domain import locks, solving
from pairs.domain.task import Counts, Mask, PairOf, Solution, Task, as_arrays, served_by, task_of

Side = Literal["mentee", "mentor"]
Reason = Literal["forbidden", "no_places", "taken"]


@dataclass(frozen=True)
class Left:
    """Somebody without a pair.

    ``forbidden``: no pair with anybody is allowed; ``no_places``: nobody of those allowed has a
    place, or there is none here; ``taken``: all these places went to others.
    """

    side: Side
    number: int
    reason: Reason


@dataclass(frozen=True)
class Assignment:
    """Pairs of a row and a column of the scores, in the order of rows.

    No distribution that keeps as many locked pairs and serves as many people has a total above
    ``bound``; ``proven_optimal`` says that ``total_score`` reaches it, up to the rounding of
    fractions.
    """

    pairs: tuple[PairOf, ...]
    total_score: float
    proven_optimal: bool
    bound: float
    shortage: tuple[Left, ...] = ()

    @property
    def mentees_served(self) -> int:
        return len({row for row, _column in self.pairs})

    @property
    def mentors_served(self) -> int:
        return len({column for _row, column in self.pairs})


def assign(
    scores: ArrayLike,
    mentor_places: ArrayLike | None = None,
    mentee_places: ArrayLike | None = None,
    locked: Iterable[PairOf] = (),
    forbidden: Iterable[PairOf] = (),
) -> Assignment:
    """Distribute rows (mentees) among columns (mentors); ``-inf`` is a pair that must not be.

    A mentor takes up to ``mentor_places`` mentees and a mentee up to ``mentee_places`` mentors,
    one by default. A locked pair stands unless it is not allowed (``forbidden`` included) or its
    people have no places for all their locked pairs: then as many as possible stand.
    """
    return distribute(task_of(scores, mentor_places, mentee_places, forbidden), locked)


def distribute(task: Task, locked: Iterable[PairOf] = ()) -> Assignment:
    """The same for a task made by hand, where some may be served or busy already."""
    wanted = locks.possible(task, locked)
    if not locks.fit(task, wanted):
        return _answer(task, solving.solve(task.without([]), wanted))
    found = solving.solve(task.without(wanted))
    return _answer(task, replace(found, pairs=[*wanted, *found.pairs]))


def reached(task: Task, found: Assignment) -> tuple[int, int, float]:
    """The aims in their order; who had somebody before counts for nothing."""
    served, busy = served_by(task, *as_arrays(found.pairs, task.scores.shape))
    return served, busy, found.total_score


def _answer(task: Task, found: Solution) -> Assignment:
    pairs = tuple(sorted(set(found.pairs)))
    total = float(task.scores[as_arrays(pairs, task.scores.shape)].sum())
    left = tuple(_left(task, pairs))
    return Assignment(pairs, total, found.proven, total + found.gap, left)


def _left(task: Task, pairs: tuple[PairOf, ...]) -> Iterator[Left]:
    rows, columns = as_arrays(pairs, task.scores.shape)
    sides: tuple[tuple[Side, Counts, Mask, Counts, Counts], ...] = (
        ("mentee", rows, task.allowed, task.mentee_places, task.mentor_places),
        ("mentor", columns, task.allowed.T, task.mentor_places, task.mentee_places),
    )
    for side, paired, allowed, own, others in sides:
        for number in np.setdiff1d(np.arange(len(own)), paired).tolist():
            yield Left(side, number, _reason(allowed[number], own[number], others))


def _reason(allowed: Mask, own: int, others: Counts) -> Reason:
    if not allowed.any():
        return "forbidden"
    return "taken" if own and others[allowed].any() else "no_places"
