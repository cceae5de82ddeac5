"""A mentor is gone: whoever was led is given to others with the fewest changes to the rest."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from pairs.domain.assignment import Assignment, distribute
from pairs.domain.task import Counts, Matrix, PairOf, Task, as_arrays, task_of


@dataclass(frozen=True)
class Change:
    """Mentors (columns) of one mentee (row) before and after."""

    mentee: int
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True)
class Replacement:
    """The new distribution; ``changes`` are in the order of mentees.

    ``moved`` counts the pairs of other mentors that could not stay.
    """

    pairs: tuple[PairOf, ...]
    changes: tuple[Change, ...]
    moved: int
    total_score: float
    proven_optimal: bool

    @property
    def mentees_served(self) -> int:
        return len({row for row, _column in self.pairs})


def replace(
    scores: ArrayLike,
    mentor_places: ArrayLike | None,
    current: Iterable[PairOf],
    gone: Collection[int],
    mentee_places: ArrayLike | None = None,
    locked: Iterable[PairOf] = (),
    forbidden: Iterable[PairOf] = (),
) -> Replacement:
    """The distribution without the mentors ``gone``.

    Objective, in this order: locked pairs kept, most mentees served, most of the ``current``
    pairs of other mentors kept, the highest total score. Nobody gets more mentors than before;
    who had none may get one. A current pair that the scores do not allow cannot stay.
    """
    before = _by_mentee(current)
    task = task_of(scores, mentor_places, mentee_places, forbidden)
    places = _without(task.mentor_places, gone)
    limits = np.minimum(task.mentee_places, _had(before, len(task.mentee_places)))
    staying = {(row, column) for row in before for column in before[row] if column not in gone}
    kept = [pair for pair in locked if pair[1] not in gone]
    dear = _dearer(task.scores, staying, int(min(places.sum(), limits.sum())))
    busy = np.ones_like(task.busy)  # an even load is no reason to move anybody
    found = distribute(Task(dear, places, limits, task.served, busy), kept)
    return _told(task.scores, found, before, staying)


def _by_mentee(pairs: Iterable[PairOf]) -> dict[int, tuple[int, ...]]:
    found = defaultdict(list)
    for row, column in sorted(set(pairs)):
        found[row].append(column)
    return {row: tuple(columns) for row, columns in found.items()}


def _without(places: Counts, gone: Collection[int]) -> Counts:
    left = places.copy()
    left[list(gone)] = 0
    return left


def _had(before: dict[int, tuple[int, ...]], mentees: int) -> Counts:
    """How many mentors each mentee had, one at least."""
    return np.array([len(before.get(row, (0,))) for row in range(mentees)], np.int64)


def _dearer(scores: Matrix, staying: set[PairOf], pairs: int) -> Matrix:
    """One pair that stays outweighs all scores together."""
    known = np.abs(scores[np.isfinite(scores)])
    dear = scores.copy()
    dear[as_arrays(staying, scores.shape)] += 2 * float(known.max(initial=0.0)) * pairs + 1
    return dear


def _told(
    scores: Matrix, found: Assignment, before: dict[int, tuple[int, ...]], staying: set[PairOf]
) -> Replacement:
    after = _by_mentee(found.pairs)
    changes = (
        Change(row, before.get(row, ()), after.get(row, ())) for row in sorted({*before, *after})
    )
    return Replacement(
        pairs=found.pairs,
        changes=tuple(change for change in changes if change.before != change.after),
        moved=len(staying.difference(found.pairs)),
        total_score=float(scores[as_arrays(found.pairs, scores.shape)].sum()),
        proven_optimal=found.proven_optimal,
    )
