"""A task in whole numbers: what each pair is worth and what a first pair adds.

The order of aims is kept by one bonus for anybody's first pair, of both sides alike, that no change
of scores outweighs, and a dearer one for a pair that is to be kept if it can be. A better
distribution differs from a worse one by rounds of moves in which everybody stands once, and one of
these rounds betters the aims in their order. Such a round never gains a first pair of one side
while it loses one of the other, so one bonus serves both (Mendelsohn and Dulmage). Whole numbers
that float64 holds exactly make equal equal; scores too fine for that are rounded, and it is told
by how much.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import frexp

import numpy as np

from pairs.domain.blocks import blocks
from pairs.domain.task import Counts, Mask, Matrix, PairOf, Task, as_arrays

# A pair to be kept is worth four bonuses, prices and losses are sums of a few such pairs at most:
# room for 64 bonuses is left below 2**53.
DEAREST_BONUS = 2**47
KEPT = 4
FINEST = 2.0**1000


@dataclass(frozen=True)
class Side:
    """Places of each mentee or each mentor, and the bonus of the first pair there (or none).

    There are no more places than pairs allowed.
    """

    places: Counts
    first: Matrix


@dataclass(frozen=True)
class Market:
    """``values`` are whole numbers (mentees × mentors), ``-inf`` where a pair must not be.

    A score is ``unit`` times finer there, and off by ``rounded`` at most.
    """

    values: Matrix
    mentees: Side
    mentors: Side
    unit: float = 1.0
    rounded: float = 0.0


def market_of(task: Task, kept: Iterable[PairOf] = ()) -> Market:
    """Where every pair serves one more mentee only the differences of scores count.

    As many of the pairs ``kept`` as can be go before everything else.
    """
    fewer, (lowest, highest) = min(task.scores.shape), _range(task)
    offset = lowest if task.is_single else 0.0
    largest = max(highest - offset, offset - lowest)
    unit = _unit(largest, fewer)
    values, rounded = _worths(task.scores, offset, unit)
    bonus = 2 * fewer * float(np.rint(largest * unit)) + 1
    values[as_arrays(kept, values.shape)] += KEPT * bonus
    return Market(
        values,
        _side(task.mentee_places, task.served, bonus),
        _side(task.mentor_places, task.busy, bonus),
        unit,
        rounded,
    )


def _range(task: Task) -> tuple[float, float]:
    """The lowest score and the highest, of those allowed."""
    highest = float(task.scores.max())
    return float(np.where(task.allowed, task.scores, highest).min()), highest


def _worths(scores: Matrix, offset: float, unit: float) -> tuple[Matrix, float]:
    """Scores in whole units, and by how much one is off at most."""
    values, rounded = np.empty_like(scores), 0.0
    for rows in blocks(scores.shape):
        exact = scores[rows] - offset
        np.rint(exact * unit, out=values[rows])
        with np.errstate(invalid="ignore"):  # what is not allowed gives NaN, which fmax passes over
            off = np.abs(values[rows] / unit - exact)
        rounded = max(rounded, float(np.fmax.reduce(off, axis=None, initial=0.0)))
    return values, rounded


def _side(places: Counts, had: Mask, bonus: float) -> Side:
    return Side(places, np.where(had, 0.0, bonus))


def _unit(largest: float, fewer: int) -> float:
    """The finest power of two at which the bonus is not above the dearest one."""
    most = (DEAREST_BONUS - 1) / (2 * fewer)
    return 2.0 ** (frexp(min(most / largest, FINEST))[1] - 1) if largest else 1.0
