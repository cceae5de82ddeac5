"""The best distribution of mentees among mentors' places, with its proof.

Objective, in this order: most mentees served, most mentors busy, the highest total score. The
order is kept by bonuses: a place is worth more than all scores and all first places together, a
mentor's first place more than all scores. Everything is a whole number below 2**53, so float64
arithmetic is exact and equal is equal.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from pairs.domain.optimality import Market, is_optimal

EXACT = 2**53
FINEST = 20  # scores with fractions are taken to 2**-20

Matrix = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Assignment:
    """Pairs of a row and a column of the scores, in the order of rows."""

    pairs: tuple[tuple[int, int], ...]
    total: float
    proven_optimal: bool

    @property
    def mentees_served(self) -> int:
        return len(self.pairs)

    @property
    def mentors_served(self) -> int:
        return len({column for _row, column in self.pairs})


def assign(scores: ArrayLike, mentor_places: ArrayLike | None = None) -> Assignment:
    """Distribute rows (mentees) among columns (mentors); ``-inf`` is a pair that must not be.

    A mentor takes up to ``mentor_places`` mentees, one by default. There is always an answer:
    who cannot be served is simply in no pair.
    """
    given = np.asarray(scores, np.float64)
    market = _market(given, _places(given, mentor_places))
    rows, columns = _solve(market)
    return Assignment(
        pairs=tuple(zip(rows.tolist(), columns.tolist(), strict=True)),
        total=float(given[rows, columns].sum()),
        proven_optimal=is_optimal(market, rows, columns),
    )


def _places(scores: Matrix, declared: ArrayLike | None) -> Counts:
    """No mentor needs more places than there are mentees to take them."""
    wanted = np.isfinite(scores).sum(axis=0)
    places = np.ones(scores.shape[1]) if declared is None else np.asarray(declared)
    return np.clip(places, 0, wanted).astype(np.int64)


def _market(scores: Matrix, places: Counts) -> Market:
    allowed = np.isfinite(scores)
    served = min(len(scores), int(places.sum()))
    busy = min(served, int(np.count_nonzero(places)))
    lowest, spread = _range(scores[allowed])
    unit = _unit(scores[allowed], spread, served, busy)
    first, place = _bonuses(round(spread * unit), served, busy)
    values = np.where(allowed, np.rint((scores - lowest) * unit) + place, -np.inf)
    return Market(values, places, first)


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
    """The kernel, with columns repeated once per place; a forbidden pair is worth nothing.

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
    cost[:, firsts] -= market.first * (cost[:, firsts] < 0)
    return cost
