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
    other = _elsewhere(task, pair, beside, kept - beside)
    mentor = next((column for row, column in other.pairs if row == pair[0]), None)
    if mentor is None:
        return None
    after = _together(task, other, beside)
    best = distribute(_limited(task, pair[0], len(beside) + 1), kept | {pair})
    then, now = reached(task, best), reached(task, after)
    return SecondBest(mentor, then[0] - now[0], then[1] - now[1], then[2] - now[2], after.pairs)


def _marks(given: ArrayLike | None, nobody: Mask) -> Mask:
    return nobody if given is None else np.asarray(given, bool)


def _elsewhere(task: Task, pair: PairOf, beside: set[PairOf], locked: set[PairOf]) -> Assignment:
    """The best for the rest when ``pair`` is out and its mentee must have somebody else.

    The place is as urgent as a first one, though ``beside`` stand, and any other mentor there
    outweighs all scores. The most mentees and the most mentors can be served with any one mentee
    among them, so this changes nothing else.
    """
    rest = _limited(task, pair[0], len(beside) + 1).without(beside)
    served, scores = rest.served.copy(), rest.scores
    served[pair[0]] = False
    known = np.abs(scores[np.isfinite(scores)])
    most = min(rest.mentor_places.sum(), rest.mentee_places.sum())
    scores[pair[0]] += 2 * float(known.max(initial=0.0)) * float(most) + 1
    scores[pair] = -np.inf
    return distribute(replace(rest, scores=scores, served=served), locked)


def _limited(task: Task, row: int, places: int) -> Task:
    limits = task.mentee_places.copy()
    limits[row] = places
    return replace(task, mentee_places=limits)


def _together(task: Task, found: Assignment, beside: set[PairOf]) -> Assignment:
    """With the pairs that stand beside, at the scores that people see."""
    pairs = tuple(sorted({*found.pairs, *beside}))
    total = float(sum(task.scores[each] for each in pairs))
    return replace(found, pairs=pairs, total_score=total)
