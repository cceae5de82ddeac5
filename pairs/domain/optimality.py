"""The proof that a distribution cannot be bettered: prices that leave nothing to gain.

Every place of a mentee and of a mentor has a price; it may be below zero, but not by more than the
bonus of a first pair there. No distribution at all is worth more than the bound: the places at
their prices, the bonuses above them, and what pairs are worth above the prices of both places
(linear-programming duality, for any prices whatever). So when a distribution reaches the bound, it
is the best. The prices are looked for in one place and checked here: a mistake in the search can
lose a proof, never forge one.
"""

from dataclasses import dataclass
from math import inf

import numpy as np

from pairs.domain.blocks import blocks
from pairs.domain.market import Market, Side
from pairs.domain.task import Counts, Matrix


@dataclass(frozen=True)
class Prices:
    """Of one place of each mentee and of each mentor, whole numbers."""

    mentees: Matrix
    mentors: Matrix


def lack_of(market: Market, prices: Prices, rows: Counts, columns: Counts) -> float:
    """By how much the bound of the prices is above the worth of the pairs.

    Infinite for pairs that are not allowed or exceed the places: nothing is proven of them.
    """
    if not _is_possible(market, rows, columns):
        return inf
    return float(bound_of(market, prices) - _worth(market, rows, columns))


def bound_of(market: Market, prices: Prices) -> int:
    """What no distribution can be worth more than."""
    mentees = _revenue(market.mentees, prices.mentees)
    return mentees + _revenue(market.mentors, prices.mentors) + _gains(market, prices)


def _revenue(side: Side, prices: Matrix) -> int:
    """The most that places bring in at their prices, the first of them with its bonus."""
    first = np.maximum(prices + side.first, 0.0)[side.places > 0]
    others = np.repeat(np.maximum(prices, 0.0), np.maximum(side.places - 1, 0))
    return _sum(first) + _sum(others)


def _gains(market: Market, prices: Prices) -> int:
    """What pairs are worth above the prices of both places, without those that are not."""
    total = 0
    for rows in blocks(market.values.shape):
        above = market.values[rows] - prices.mentees[rows, None] - prices.mentors
        total += _sum(above[above > 0])
    return total


def _worth(market: Market, rows: Counts, columns: Counts) -> int:
    mentees, mentors = np.unique(rows), np.unique(columns)
    bonuses = _sum(market.mentees.first[mentees]) + _sum(market.mentors.first[mentors])
    return _sum(market.values[rows, columns]) + bonuses


def _is_possible(market: Market, rows: Counts, columns: Counts) -> bool:
    """Whether the pairs are allowed, each there once, and nobody has more of them than places."""
    once = len(np.unique(rows * market.values.shape[1] + columns)) == len(rows)
    allowed = bool(np.isfinite(market.values[rows, columns]).all())
    return once and allowed and _fit(market.mentees, rows) and _fit(market.mentors, columns)


def _fit(side: Side, taken: Counts) -> bool:
    return bool((np.bincount(taken, minlength=len(side.places)) <= side.places).all())


def _sum(whole: Matrix) -> int:
    """Each number is exact in float64, their sum need not be."""
    return sum(map(int, whole.tolist()))
