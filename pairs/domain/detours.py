"""Prices at which more can be given to those who lack pairs, found by the cheapest detours.

Who lacks pairs looks for somebody who has too many: by giving a pair, by taking one back, through
places filled and emptied; each step loses what it falls short of gaining at present prices. When
everybody's price is shifted by the distance, no pair given turns into a loss, and the cheapest
detours lose nothing: the next flow can use all of them at once (the primal-dual method for flows of
least cost, with Dijkstra's order kept for batches of mentees).
"""

import numpy as np

from pairs.domain.balance import Books, loss_of_less, loss_of_more
from pairs.domain.market import Market
from pairs.domain.optimality import Prices
from pairs.domain.task import Counts, Mask, Matrix

# So many of the nearest mentees look around at once: fewer mean more steps, more mean more in vain.
BATCH = 32


def repriced(market: Market, prices: Prices, taken: Mask, books: Books) -> Prices:
    search = _Search(market, prices, taken, books)
    search.run()
    edge = search.edge()
    mentees, mentors = np.minimum(search.mentees, edge), np.minimum(search.mentors, edge)
    ground = min(search.ground, edge)
    return Prices(prices.mentees + mentees - ground, prices.mentors - mentors + ground)


class _Search:
    """Distances from those who lack pairs, growing smaller until none can."""

    def __init__(self, market: Market, prices: Prices, taken: Mask, books: Books) -> None:
        self.values, self.prices = market.values, prices
        self.rows, self.columns = np.nonzero(taken)
        self.heads, self.starts = np.unique(self.rows, return_index=True)
        given = self.values[self.rows, self.columns]
        self.back = given - prices.mentees[self.rows] - prices.mentors[self.columns]
        sides = (
            (market.mentees, prices.mentees, books.mentees.filled),
            (market.mentors, prices.mentors, books.mentors.filled),
        )
        self.mentee_more, self.mentor_more = (loss_of_more(*side) for side in sides)
        self.mentee_less, self.mentor_less = (loss_of_less(*side) for side in sides)
        self.mentees = np.where(books.mentees.lacking > 0, 0.0, np.inf)
        self.mentors = np.where(books.mentors.lacking < 0, 0.0, np.inf)
        self.ground = 0.0 if books.surplus > 0 else np.inf
        self.mentees_over = np.flatnonzero(books.mentees.lacking < 0)
        self.mentors_over = np.flatnonzero(books.mentors.lacking > 0)
        self.is_ground_over = books.surplus < 0
        self.waiting = self.mentees == 0

    def edge(self) -> float:
        """How far the farthest of those is who have too many: nobody beyond matters."""
        mentees, mentors = self.mentees[self.mentees_over], self.mentors[self.mentors_over]
        ground = self.ground if self.is_ground_over else 0.0
        return max(float(mentees.max(initial=0.0)), float(mentors.max(initial=0.0)), ground)

    def run(self) -> None:
        changed = True
        while changed:
            near = self._nearest()
            changed = self._step(near) or bool(len(near))

    def _nearest(self) -> Counts:
        near = np.flatnonzero(self.waiting & (self.mentees < self.edge()))
        if len(near) > BATCH:
            near = near[np.argpartition(self.mentees[near], BATCH)[:BATCH]]
        self.waiting[near] = False
        return near

    def _step(self, near: Counts) -> bool:
        """From the mentees ``near`` to mentors, to the ground and back; whether that is nearer."""
        mentors = self._mentors_by(near)
        ground = min(
            self.ground,
            float((self.mentees + self.mentee_less).min(initial=np.inf)),
            float((mentors + self.mentor_more).min(initial=np.inf)),
        )
        mentors = np.minimum(mentors, ground + self.mentor_less)
        mentees = np.minimum(self.mentees, ground + self.mentee_more)
        if len(self.rows):
            by_pairs = np.minimum.reduceat(mentors[self.columns] + self.back, self.starts)
            mentees[self.heads] = np.minimum(mentees[self.heads], by_pairs)
        nearer = mentees < self.mentees
        changed = bool(nearer.any()) or ground < self.ground or bool((mentors < self.mentors).any())
        self.waiting |= nearer
        self.mentees, self.mentors, self.ground = mentees, mentors, ground
        return changed

    def _mentors_by(self, near: Counts) -> Matrix:
        """Giving a mentee one of the pairs that are not given."""
        if not len(near):
            return self.mentors
        offers = self.values[near] - (self.mentees + self.prices.mentees)[near, None]
        position = np.full(len(self.mentees), -1)
        position[near] = np.arange(len(near))
        mine = position[self.rows]
        given = mine >= 0
        offers[mine[given], self.columns[given]] = -np.inf
        return np.minimum(self.mentors, self.prices.mentors - offers.max(axis=0))
