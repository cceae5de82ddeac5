"""How many pairs everybody wants at given prices, and how far what is given is from that.

Who is paid for a place (a price above zero) wants all of them filled; for less than nothing, down
to the bonus of the first pair, just one; at the edge between, any number from the one to the other.
"""

from dataclasses import dataclass

import numpy as np

from pairs.domain.market import Side
from pairs.domain.task import Counts, Matrix


@dataclass(frozen=True)
class Balance:
    """Of one side. ``filled`` places are the nearest to the pairs given that is wanted.

    ``lacking`` is how many pairs are missing to that, below zero where there are too many;
    ``spare`` places could be filled and ``loose`` ones emptied at no loss.
    """

    filled: Counts
    lacking: Counts
    spare: Counts
    loose: Counts


def balance(side: Side, prices: Matrix, given: Counts) -> Balance:
    """``given`` counts the pairs of each."""
    one = np.minimum(side.places, 1)
    least = np.where(prices > 0, side.places, np.where(prices + side.first > 0, one, 0))
    most = np.where(prices >= 0, side.places, np.where(prices + side.first >= 0, one, 0))
    filled = np.clip(given, least, most)
    return Balance(filled, filled - given, most - filled, filled - least)


def loss_of_more(side: Side, prices: Matrix, filled: Counts) -> Matrix:
    """What filling one place more loses; infinite where there is none."""
    bonus = np.where(filled == 0, side.first, 0.0)
    return np.where(filled < side.places, -prices - bonus, np.inf)


def loss_of_less(side: Side, prices: Matrix, filled: Counts) -> Matrix:
    """What emptying one place loses; infinite where none is filled."""
    bonus = np.where(filled == 1, side.first, 0.0)
    return np.where(filled > 0, prices + bonus, np.inf)


@dataclass(frozen=True)
class Books:
    """Both sides. ``surplus`` is how many more places are filled by mentors than by mentees."""

    mentees: Balance
    mentors: Balance

    @property
    def surplus(self) -> int:
        return int(self.mentors.filled.sum()) - int(self.mentees.filled.sum())

    @property
    def are_even(self) -> bool:
        return not (self.mentees.lacking.any() or self.mentors.lacking.any())
