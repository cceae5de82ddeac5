"""The bare kernel: one mentor for each row, columns repeated once per place.

It solves a market whose mentees have one place each, and tells the lowest prices of mentors at
which everybody is content with what they were given.
"""

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from pairs.domain.task import Counts, Matrix


def dearest(values: Matrix, places: Counts, first: Matrix) -> tuple[Counts, Counts]:
    """Rows and columns of the dearest distribution; a pair that is worth nothing is left out.

    ``first`` is added to the worth of the pair that takes the first place of a column. Whoever has
    least to hope for goes first: that takes a quarter off the time of large tasks.
    """
    order = np.argsort(values.max(axis=1, initial=-np.inf), kind="stable")
    mentor_of = np.repeat(np.arange(len(places)), places)
    cost = _costs(values.take(order, axis=0), first, mentor_of)
    ranks, columns = linear_sum_assignment(cost)
    paid = cost[ranks, columns] < 0
    rows, mentors = order[ranks[paid]], mentor_of[columns[paid]]
    by_row = np.argsort(rows)
    return rows[by_row], mentors[by_row]


def _costs(values: Matrix, first: Matrix, mentor_of: Counts) -> Matrix:
    """What is worth nothing, or must not be, costs nothing: nobody need take it."""
    is_first = np.diff(mentor_of, prepend=-1) > 0
    as_they_are = is_first.all() and len(mentor_of) == len(first)
    worth = values if as_they_are else values.take(mentor_of, axis=1)
    cost = -worth - np.where(is_first, first[mentor_of], 0.0)
    return np.minimum(cost, 0.0, out=cost)


def prices(values: Matrix, first: Matrix, rows: Counts, columns: Counts) -> Matrix:
    """Of one more place with each mentor: below zero, down to ``-first``, while nobody asks.

    A mentor without places gets the price at which nobody asks either.
    """
    taken = np.bincount(columns, minlength=values.shape[1])
    start = np.where(taken > 1, 0.0, -first)
    unserved = np.delete(values, rows, axis=0)
    start = np.maximum(start, unserved.max(axis=0, initial=-np.inf))
    return _settled(start, *_envy(values, rows, columns))


def _envy(values: Matrix, rows: Counts, columns: Counts) -> tuple[Counts, Matrix]:
    """For each busy mentor: how much more any of the mentees there is worth elsewhere."""
    order = np.argsort(columns, kind="stable")
    busy, starts = np.unique(columns[order], return_index=True)
    mine = values[rows[order]]
    mine -= values[rows[order], columns[order]][:, None]
    return busy, np.maximum.reduceat(mine, starts, axis=0) if len(busy) else mine


def _settled(prices: Matrix, busy: Counts, envy: Matrix) -> Matrix:
    """Raise prices until nobody wants to move (Bellman–Ford over those that just rose).

    Chains of moves are no longer than the number of mentors.
    """
    moving = np.arange(len(busy))
    for _round in range(len(busy) + 1):
        if not len(moving):
            break
        asked = (prices[busy[moving], None] + envy[moving]).max(axis=0)
        raised = np.maximum(prices, asked)
        moving = np.flatnonzero(raised[busy] > prices[busy])
        prices = raised
    return prices
