"""The proof that a distribution cannot be bettered: prices that leave nothing to gain.

Every mentee has a gain and every mentor a price of the first place and of each other one, none
below zero. If no pair is worth more than its gain and price together, no distribution at all is
worth more than the sum of gains and prices (linear-programming duality). So when a distribution
reaches that sum, it is the best. The prices are looked for in one place and checked in another:
a mistake in the search can lose a proof, never forge one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Counts = NDArray[np.int64]
EXACT = 2**53


@dataclass(frozen=True)
class Market:
    """What each pair is worth (whole numbers, ``-inf`` where forbidden) and the places.

    A mentor's ``first`` is added to the worth of the pair that takes the first place there.
    """

    values: Matrix
    places: Counts
    first: Matrix


@dataclass(frozen=True)
class Prices:
    gains: Matrix
    first: Matrix
    other: Matrix


def is_optimal(market: Market, rows: Counts, columns: Counts) -> bool:
    """Whether giving ``rows`` the places of ``columns`` is possible and provably the best."""
    if not _is_possible(market, rows, columns):
        return False
    found = find_prices(market, rows, columns)
    return found is not None and _proves(market, found, _worth(market, rows, columns))


def _is_possible(market: Market, rows: Counts, columns: Counts) -> bool:
    taken = np.bincount(columns, minlength=len(market.places))
    once = len(np.unique(rows)) == len(rows)
    allowed = bool(np.isfinite(market.values[rows, columns]).all())
    return once and allowed and bool((taken <= market.places).all())


def _worth(market: Market, rows: Counts, columns: Counts) -> int:
    return _sum(market.values[rows, columns]) + _sum(market.first[np.unique(columns)])


def _sum(whole: Matrix) -> int:
    """Each number is exact in float64, their sum need not be."""
    return sum(map(int, whole.tolist()))


def _proves(market: Market, prices: Prices, worth: int) -> bool:
    """The certificate by itself: nothing below zero, no pair left wanting, sums equal."""
    several = market.places > 1
    open_first = market.places > 0
    afford = np.where(several, prices.other, np.inf)
    afford = np.where(open_first, np.minimum(afford, prices.first - market.first), np.inf)
    wanting = market.values > prices.gains[:, None] + afford
    if wanting.any() or not _are_whole(prices.gains, prices.first, prices.other):
        return False
    others = np.repeat(prices.other[several], (market.places - 1)[several])
    return _sum(prices.gains) + _sum(prices.first[open_first]) + _sum(others) == worth


def _are_whole(*prices: Matrix) -> bool:
    """None below zero, and none too large or too fine for exact sums."""
    every = np.concatenate(prices)
    return bool(((every >= 0) & (every < EXACT) & (every == np.floor(every))).all())


def find_prices(market: Market, rows: Counts, columns: Counts) -> Prices | None:
    """The lowest prices at which everybody is content with what they were given.

    One number per mentor is enough: the price of one more place, below zero while the mentor
    is not asked for. The price of the first place is that plus its bonus.
    """
    taken = np.bincount(columns, minlength=len(market.places))
    start = np.where(taken > 1, 0.0, -market.first)
    unserved = np.delete(market.values, rows, axis=0)
    start = np.maximum(start, unserved.max(axis=0, initial=-np.inf))
    prices = _settle(start, *_envy(market, rows, columns))
    if prices is None:
        return None
    gains = np.zeros(len(market.values))
    gains[rows] = market.values[rows, columns] - prices[columns]
    return Prices(gains, np.maximum(prices + market.first, 0), np.maximum(prices, 0))


def _envy(market: Market, rows: Counts, columns: Counts) -> tuple[Counts, Matrix]:
    """For each busy mentor: how much more any of the mentees there is worth elsewhere."""
    order = np.argsort(columns, kind="stable")
    busy, starts = np.unique(columns[order], return_index=True)
    mine = market.values[rows[order]]
    mine -= market.values[rows[order], columns[order]][:, None]
    return busy, np.maximum.reduceat(mine, starts, axis=0) if len(busy) else mine


def _settle(prices: Matrix, busy: Counts, envy: Matrix) -> Matrix | None:
    """Raise prices until nobody wants to move (Bellman–Ford over those that just rose).

    Chains of moves are no longer than the number of mentors; if prices still rise after that,
    there is a round of moves that gains something, so the distribution was not the best.
    """
    moving = np.arange(len(busy))
    for _round in range(len(busy) + 1):
        if not len(moving):
            return prices
        asked = (prices[busy[moving], None] + envy[moving]).max(axis=0)
        raised = np.maximum(prices, asked)
        moving = np.flatnonzero(raised[busy] > prices[busy])
        prices = raised
    return None
