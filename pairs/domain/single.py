"""One mentor for each mentee: the bare kernel with columns repeated once per place.

The order of aims is kept by bonuses: a place is worth more than all scores and all first places
together, a mentor's first place more than all scores. Everything is a whole number below 2**53,
so float64 arithmetic is exact and equal is equal.
"""

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from pairs.domain.optimality import Market, is_optimal
from pairs.domain.task import Counts, Mask, Matrix, Solution, Task

EXACT = 2**53
FINEST = 20  # scores with fractions are taken to 2**-20


def solve(task: Task) -> Solution:
    market = _market(task.scores, task.mentor_places, task.busy)
    rows, columns = _solve(market)
    proven = is_optimal(market, rows, columns)
    gap = 0.0 if proven else _highest(task) - float(task.scores[rows, columns].sum())
    return Solution(list(zip(rows.tolist(), columns.tolist(), strict=True)), gap, proven)


def _highest(task: Task) -> float:
    """Everybody with the dearest mentor: nothing can be above that."""
    return float(task.scores.max(axis=1, initial=0.0).sum())


def _market(scores: Matrix, places: Counts, taken: Mask) -> Market:
    allowed = np.isfinite(scores)
    served = min(len(scores), int(places.sum()))
    busy = min(served, int(np.count_nonzero(places)))
    lowest, spread = _range(scores[allowed])
    unit = _unit(scores[allowed], spread, served, busy)
    first, place = _bonuses(round(spread * unit), served, busy)
    values = np.where(allowed, np.rint((scores - lowest) * unit) + place, -np.inf)
    return Market(values, places, np.where(taken, 0.0, first))


def _range(scores: Matrix) -> tuple[float, float]:
    if not len(scores):
        return 0.0, 0.0
    lowest = float(scores.min())
    return lowest, float(scores.max()) - lowest


def _bonuses(highest: int, served: int, busy: int) -> tuple[int, int]:
    """What a mentor's first place adds, and what any place adds."""
    first = served * highest + 1
    return first, busy * first + served * highest + 1


def _unit(scores: Matrix, spread: float, served: int, busy: int) -> float:
    """A power of two that makes whole numbers of the scores and leaves the sums exact."""
    whole = np.array_equal(scores, np.rint(scores))
    unit = 1.0 if whole else 2.0**FINEST
    while not _fits(int(spread * unit) + 1, served, busy):
        unit /= 2
    return unit


def _fits(highest: int, served: int, busy: int) -> bool:
    first, place = _bonuses(highest, served, busy)
    return 2 * (served + 1) * (place + first + highest) < EXACT


def _solve(market: Market) -> tuple[Counts, Counts]:
    """A forbidden pair is worth nothing.

    Whoever has least to hope for goes first: that takes a quarter off the time of large tasks.
    """
    order = np.argsort(market.values.max(axis=1, initial=-np.inf), kind="stable")
    mentor_of = np.repeat(np.arange(len(market.places)), market.places)
    cost = _costs(market, order, mentor_of)
    ranks, columns = linear_sum_assignment(cost)
    paid = cost[ranks, columns] < 0
    rows, mentors = order[ranks[paid]], mentor_of[columns[paid]]
    by_row = np.argsort(rows)
    return rows[by_row], mentors[by_row]


def _costs(market: Market, order: Counts, mentor_of: Counts) -> Matrix:
    values = market.values[order]
    cost = np.where(np.isfinite(values), -values, 0.0)[:, mentor_of]
    firsts = np.flatnonzero(np.diff(mentor_of, prepend=-1))
    cost[:, firsts] -= market.first[mentor_of[firsts]] * (cost[:, firsts] < 0)
    return cost
