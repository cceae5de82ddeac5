"""What is to be distributed: scores of pairs, places on both sides, who has somebody already."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]
Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]
PairOf = tuple[int, int]


@dataclass(frozen=True)
class Task:
    """Rows are mentees, columns are mentors; ``-inf`` is a pair that must not be.

    ``served`` mentees and ``busy`` mentors have somebody already: more is welcome, not urgent.
    """

    scores: Matrix
    mentor_places: Counts
    mentee_places: Counts
    served: Mask
    busy: Mask

    @property
    def allowed(self) -> Mask:
        return np.isfinite(self.scores)

    @property
    def is_single(self) -> bool:
        """Whether every pair would serve one more mentee."""
        most = np.where(self.served, 0, 1)
        return bool((self.mentee_places <= most).all())

    def without(self, pairs: Iterable[PairOf]) -> "Task":
        """What is left to do when ``pairs`` stand."""
        rows, columns = as_arrays(pairs)
        scores = self.scores.copy()
        scores[rows, columns] = -np.inf
        mentor_places = self.mentor_places - np.bincount(columns, minlength=scores.shape[1])
        mentee_places = self.mentee_places - np.bincount(rows, minlength=scores.shape[0])
        scores[mentee_places <= 0] = -np.inf
        scores[:, mentor_places <= 0] = -np.inf
        wanted = np.isfinite(scores)
        mentor_places = np.minimum(mentor_places, wanted.sum(axis=0))
        mentee_places = np.minimum(mentee_places, wanted.sum(axis=1))
        served, busy = self.served.copy(), self.busy.copy()
        served[rows], busy[columns] = True, True
        return Task(scores, mentor_places, mentee_places, served, busy)


@dataclass(frozen=True)
class Solution:
    """The pairs found; ``gap`` is how far above their total the best could be.

    ``proven``: nobody more can be served, and with that nothing is above the total.
    """

    pairs: list[PairOf]
    gap: float
    proven: bool


def task_of(
    scores: ArrayLike,
    mentor_places: ArrayLike | None,
    mentee_places: ArrayLike | None,
    forbidden: Iterable[PairOf],
) -> Task:
    given = np.array(scores, np.float64)
    rows, columns = as_arrays(forbidden)
    given[rows, columns] = -np.inf
    nobody = np.zeros(given.shape[0], bool), np.zeros(given.shape[1], bool)
    return Task(given, _places(given, mentor_places, 0), _places(given, mentee_places, 1), *nobody)


def _places(scores: Matrix, declared: ArrayLike | None, axis: int) -> Counts:
    """Nobody needs more places than there are people to take them; one by default."""
    wanted = np.isfinite(scores).sum(axis=axis)
    places = np.ones(len(wanted)) if declared is None else np.asarray(declared)
    return np.clip(places, 0, wanted).astype(np.int64)


def as_arrays(pairs: Iterable[PairOf]) -> tuple[Counts, Counts]:
    table = np.array(sorted(set(pairs)), np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]
