"""Prices of mentors to begin with, when people may have several.

They are those of the same people where one pair may be taken more than once and everybody has
about as many times fewer places: that is the bare kernel, soon solved. Such prices lie near the
true ones and often are the true ones. A wrong guess costs time, never the answer.
"""

from dataclasses import dataclass

import numpy as np

from pairs.domain import single
from pairs.domain.optimality import Market, find_prices
from pairs.domain.task import Counts, Matrix, Task

FINENESS = 2.0**20  # scores go to the kernel as whole numbers: prices of fractions may never settle


@dataclass(frozen=True)
class Opening:
    """What a place with each mentor costs, and the pairs of the kernel, some perhaps repeated."""

    prices: Matrix
    rows: Counts
    columns: Counts


def opening(task: Task) -> Opening:
    market, mentee_of = _smaller(task)
    copies, columns = single.dearest(market)
    found = find_prices(market, copies, columns)
    prices = market.first if found is None else found.other / FINENESS
    return Opening(prices, mentee_of[copies], columns)


def _smaller(task: Task) -> tuple[Market, Counts]:
    """A row for every place of a mentee, and whose it is."""
    times = max(1, min(_usual(task.mentee_places), _usual(task.mentor_places)))
    mentees, mentors = -(-task.mentee_places // times), -(-task.mentor_places // times)
    mentee_of = np.repeat(np.arange(len(mentees)), mentees)
    values = np.rint(task.scores * FINENESS)[mentee_of]
    return Market(values, mentors, np.zeros(len(mentors))), mentee_of


def _usual(places: Counts) -> int:
    """The mean of those who have any, rounded down."""
    return int(places.sum()) // max(1, int(np.count_nonzero(places)))
