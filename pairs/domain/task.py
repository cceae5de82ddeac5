"""What is to be distributed: scores of pairs, places on both sides, who has somebody already."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import index

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]
Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]
PairOf = tuple[int, int]
LARGEST = 1e100


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
        rows, columns = as_arrays(pairs, self.scores.shape)
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
    mentor_places: ArrayLike | None = None,
    mentee_places: ArrayLike | None = None,
    forbidden: Iterable[PairOf] = (),
) -> Task:
    """The task in arrays; ``ValueError`` when there is no sense in it.

    A number of places below zero is none.
    """
    given = _scores(scores, mentor_places, mentee_places)
    given[as_arrays(forbidden, given.shape)] = -np.inf
    nobody = np.zeros(given.shape[0], bool), np.zeros(given.shape[1], bool)
    mentors = _places("mentor_places", given, mentor_places, 0)
    return Task(given, mentors, _places("mentee_places", given, mentee_places, 1), *nobody)


def _scores(scores: ArrayLike, mentors: ArrayLike | None, mentees: ArrayLike | None) -> Matrix:
    given = np.array(scores, np.float64)
    if given.shape == (0,):  # a list of no rows does not say how long they would be
        given = given.reshape(0, 0 if mentors is None else len(np.atleast_1d(mentors)))
    if given.ndim != 2:
        raise ValueError(f"Scores must be a matrix of mentees × mentors, not {given.ndim}-D.")
    if not ((np.abs(given) <= LARGEST) | (given == -np.inf)).all():
        raise ValueError(f"Scores must be numbers within ±{LARGEST:g}, or -inf for «not allowed».")
    return given


def _places(name: str, scores: Matrix, declared: ArrayLike | None, axis: int) -> Counts:
    """Nobody needs more places than there are people to take them; one by default."""
    wanted = np.isfinite(scores).sum(axis=axis)
    places = np.ones(len(wanted)) if declared is None else np.array(declared, np.float64)
    if places.shape != wanted.shape:
        raise ValueError(f"{name} must be {len(wanted)} numbers, got {places.shape}.")
    if np.isnan(places).any() or (places != np.floor(places)).any():
        raise ValueError(f"{name} must be whole numbers.")
    return np.clip(places, 0, wanted).astype(np.int64)


def as_arrays(pairs: Iterable[PairOf], shape: tuple[int, ...]) -> tuple[Counts, Counts]:
    """Rows and columns of the pairs, each once and in order; none may lie outside the matrix."""
    chosen = sorted({(index(row), index(column)) for row, column in pairs})
    table = np.array(chosen, np.int64).reshape(-1, 2)
    if ((table < 0) | (table >= shape)).any():
        raise ValueError(f"A pair lies outside the {shape[0]} × {shape[1]} scores.")
    return table[:, 0], table[:, 1]


def as_pairs(rows: Counts, columns: Counts) -> list[PairOf]:
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def served_by(task: Task, rows: Counts, columns: Counts) -> tuple[int, int]:
    """How many mentees and mentors have somebody with these pairs who had nobody before."""
    mentees, mentors = np.unique(rows), np.unique(columns)
    return int((~task.served[mentees]).sum()), int((~task.busy[mentors]).sum())
