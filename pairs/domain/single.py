"""One mentor for each mentee: the bare kernel with columns repeated once per place.

The order of aims is kept by bonuses: a place is worth more than all scores and all first places
together, a mentor's first place more than all scores. Worths are whole numbers that float64 holds
exactly, so equal is equal; scores too fine for that are rounded, and the bound says by how much.
"""

from math import frexp

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from pairs.domain.optimality import EXACT, Market, is_optimal
from pairs.domain.task import Counts, Mask, Matrix, Solution, Task, as_pairs

FINEST = 2.0**1000


def solve(task: Task) -> Solution:
    market, rounded = _market(task.scores, task.mentor_places, task.busy)
    rows, columns = dearest(market)
    proven = is_optimal(market, rows, columns)
    pairs = as_pairs(rows, columns)
    gap = _highest(task) - float(task.scores[rows, columns].sum())
    return Solution(pairs, 2 * rounded * len(pairs) if proven else gap, proven)


def _highest(task: Task) -> float:
    """Everybody with the dearest mentor: nothing can be above that."""
    return float(task.scores.max(axis=1, initial=0.0).sum())


def _market(scores: Matrix, places: Counts, taken: Mask) -> tuple[Market, float]:
    """What pairs are worth, and by how much a score may be off there."""
    allowed = np.isfinite(scores)
    known = scores[allowed]
    served = min(len(scores), int(places.sum()))
    busy = min(served, int(np.count_nonzero(places[~taken])))
    lowest = float(known.min(initial=np.inf)) if len(known) else 0.0
    unit = _unit(float((known - lowest).max(initial=0.0)), served, busy)
    worth = np.rint((known - lowest) * unit)
    rounded = float(np.abs(worth / unit - (known - lowest)).max(initial=0.0))
    first, place = _bonuses(int(worth.max(initial=0.0)), served, busy)
    values = np.full(scores.shape, -np.inf)
    values[allowed] = worth + place
    return Market(values, places, np.where(taken, 0.0, first)), rounded


def _bonuses(highest: int, served: int, busy: int) -> tuple[int, int]:
    """What a mentor's first place adds, and what any place adds."""
    first = served * highest + 1
    return first, busy * first + served * highest + 1


def _unit(spread: float, served: int, busy: int) -> float:
    """The finest power of two at which a pair with both bonuses is still exact, twice over."""
    most = (EXACT // 4 - busy - 3) // (served * busy + 2 * served + 1) - 1
    return 2.0 ** (frexp(min(most / spread, FINEST))[1] - 1) if spread else 1.0


def dearest(market: Market) -> tuple[Counts, Counts]:
    """Rows and columns of the dearest distribution; a pair that is worth nothing is left out.

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
