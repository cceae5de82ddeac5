"""Prices of mentors to begin with: those of a smaller market of the same people.

There everybody has so many times fewer places, one pair may be taken more than once, and the
market is the bare kernel's, soon solved. Who has too few places for a share of them stands for a
neighbor. Such prices lie near the true ones, and where nobody has several mentors and the market
is small they are the true ones. A wrong guess costs time, never the answer.
"""

from dataclasses import dataclass

import numpy as np

from pairs.domain import kernel
from pairs.domain.market import Market
from pairs.domain.task import Counts, Matrix

# Cells of a larger kernel cost more time than better prices save.
LARGEST_KERNEL = 4_000_000


@dataclass(frozen=True)
class Opening:
    """What a place with each mentor costs, and the pairs of the kernel, some perhaps repeated."""

    prices: Matrix
    rows: Counts
    columns: Counts


def opening(market: Market) -> Opening:
    times = _times(market)
    mentees, mentors = (_thinned(side.places, times) for side in (market.mentees, market.mentors))
    mentee_of = np.repeat(np.arange(len(mentees)), mentees)
    values, first = market.values.take(mentee_of, axis=0), np.zeros(len(mentors))
    if times == 1 and min(mentees.max(initial=0), mentors.max(initial=0)) <= 1:
        is_first = np.diff(mentee_of, prepend=-1) > 0
        values += np.where(is_first, market.mentees.first[mentee_of], 0.0)[:, None]
        first = market.mentors.first
    copies, columns = kernel.dearest(values, mentors, first)
    return Opening(kernel.prices(values, first, copies, columns), mentee_of[copies], columns)


def _times(market: Market) -> int:
    """How many times fewer places: nobody usually has two of one pair, and the kernel is small."""
    mentees, mentors = market.mentees.places, market.mentors.places
    least = min(_usual(mentees), _usual(mentors))
    cells = int(mentees.sum()) * int(mentors.sum())
    return max(1, least, min(_usual(mentors), int(np.ceil((cells / LARGEST_KERNEL) ** 0.5))))


def _usual(places: Counts) -> int:
    """The mean of those who have any, rounded down."""
    return int(places.sum()) // max(1, int(np.count_nonzero(places)))


def _thinned(places: Counts, times: int) -> Counts:
    """Every so many-th place, counted through all people."""
    return np.diff((np.cumsum(places) + times // 2) // times, prepend=0)
