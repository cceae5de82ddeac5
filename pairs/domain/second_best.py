"""The next best mentor for one mentee, and what choosing it would cost everybody."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from pairs.domain.assignment import Assignment, distribute, reached
from pairs.domain.task import Mask, PairOf, Task, task_of


@dataclass(frozen=True)
class SecondBest:
    """``mentor`` is a column; the losses are of the whole distribution, below zero for a gain.

    ``pairs`` is the best distribution with that mentor.
    """

    mentor: int
    mentees_lost: int
    mentors_lost: int
    score_lost: float
    pairs: tuple[PairOf, ...]


def second_best(
    scores: ArrayLike,
    mentor_places: ArrayLike | None,
    pairs: Iterable[PairOf],
    pair: PairOf,
    mentee_places: ArrayLike | None = None,
    locked: Iterable[PairOf] = (),
    forbidden: Iterable[PairOf] = (),
    served: ArrayLike | None = None,
    busy: ArrayLike | None = None,
) -> SecondBest | None:
    """The mentor to take for ``pair`` if the present one were not there; none may be left.

    ``pairs`` is the distribution that ``pair`` belongs to: the mentee keeps all other mentors it
    has there. The price compares two answers of ``assign``: the best with the pair as it is and
    the best with another mentor in its place, everybody else being free to move. ``served``
    mentees and ``busy`` mentors have somebody outside ``pairs``: more is welcome, not urgent.
    """
    task = task_of(scores, mentor_places, mentee_places, forbidden)
    task = replace(task, served=_marks(served, task.served), busy=_marks(busy, task.busy))
    beside = {each for each in pairs if each[0] == pair[0]} - {pair}
    kept = {*locked, *beside} - {pair}
    without = _solve(_dearer(task, pair, kept), pair[0], kept, len(beside) + 1)
    mentor = _new_mentor(without, pair[0], {column for _row, column in beside})
    if mentor is None:
        return None
    best = _solve(task, pair[0], kept | {pair}, len(beside) + 1)
    before, after = reached(task, best), reached(task, without)
    return SecondBest(
        mentor=mentor,
        mentees_lost=before[0] - after[0],
        mentors_lost=before[1] - after[1],
        score_lost=best.total_score - _total(task, without),
        pairs=without.pairs,
    )


def _marks(given: ArrayLike | None, nobody: Mask) -> Mask:
    return nobody if given is None else np.asarray(given, bool)


def _dearer(task: Task, pair: PairOf, kept: set[PairOf]) -> Task:
    """The pair itself is out, and any other of this mentee outweighs all scores.

    The most mentees and the most mentors can be served with any one mentee among them, so the
    bonus changes nothing but the scores.
    """
    scores = task.scores.copy()
    known = np.abs(scores[np.isfinite(scores)])
    pairs = min(task.mentor_places.sum(), task.mentee_places.sum())
    scores[pair[0]] += 2 * float(known.max(initial=0.0)) * float(pairs) + 1
    scores[pair] = -np.inf
    standing = [column for row, column in kept if row == pair[0]]
    scores[pair[0], standing] = task.scores[pair[0], standing]
    return replace(task, scores=scores)


def _solve(task: Task, row: int, kept: set[PairOf], places: int) -> Assignment:
    limits = task.mentee_places.copy()
    limits[row] = places
    return distribute(replace(task, mentee_places=limits), kept)


def _new_mentor(found: Assignment, row: int, known: set[int]) -> int | None:
    mine = (column for each, column in found.pairs if each == row)
    return next((column for column in mine if column not in known), None)


def _total(task: Task, found: Assignment) -> float:
    return float(sum(task.scores[pair] for pair in found.pairs))
