"""What is given at given prices: what gains, and as much of what neither gains nor loses as fits.

Which of the latter is taken is a flow from those who lack pairs to those who have too many of them.
It runs along pairs that may be given (from a mentee to a mentor) or taken back (the other way), and
through the ground, from which places are filled and to which they are emptied at no loss.
"""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import maximum_flow  # type: ignore[import-untyped]

from pairs.domain.balance import Books, balance
from pairs.domain.blocks import blocks
from pairs.domain.market import Market
from pairs.domain.opening import Opening
from pairs.domain.optimality import Prices
from pairs.domain.task import Counts, Mask, Matrix

Arcs = tuple[Counts, Counts, Counts]


def first_prices(market: Market, mentors: Matrix) -> Prices:
    """Of mentees' places: what the last of them gains at the prices of mentors, if it does."""
    places, bonus = market.mentees.places, market.mentees.first
    best, last = np.zeros(len(places)), np.zeros(len(places))
    most = max(1, int(places.max()))
    for part in blocks(market.values.shape):
        gains = market.values[part] - mentors
        gains.partition(gains.shape[1] - most, axis=1)
        dearest = np.sort(gains[:, -most:], axis=1)
        best[part] = dearest[:, -1]
        last[part] = dearest[np.arange(len(gains)), -np.maximum(places[part], 1)]
    wanting = np.where(last > 0, last, np.clip(best, -bonus, 0.0))
    return Prices(np.where(places > 0, wanting, 0.0), mentors)


def wanted(market: Market, prices: Prices, start: Opening) -> Mask:
    """The pairs that gain, and those of the opening that do not lose."""
    chosen = np.zeros(market.values.shape, bool)
    for part in blocks(chosen.shape):
        gains = market.values[part] - prices.mentors
        np.greater(gains, prices.mentees[part, None], out=chosen[part])
    rows, columns = start.rows, start.columns
    paid = prices.mentees[rows] + prices.mentors[columns]
    chosen[rows, columns] |= market.values[rows, columns] == paid
    return chosen


def books_of(market: Market, prices: Prices, taken: Mask) -> Books:
    return Books(
        balance(market.mentees, prices.mentees, np.count_nonzero(taken, axis=1)),
        balance(market.mentors, prices.mentors, np.count_nonzero(taken, axis=0)),
    )


def traded(market: Market, prices: Prices, taken: Mask, books: Books) -> Mask:
    """The pairs after as many as can have got what they lack, without any loss."""
    rows, columns = _ties(market, prices)
    many, people = len(taken), sum(taken.shape)
    is_free = ~taken[rows, columns]
    mentors = many + columns
    ties = np.where(is_free, rows, mentors), np.where(is_free, mentors, rows), np.ones_like(rows)
    network = _network(people + 3, [ties, *_of_books(books)])
    flow = maximum_flow(network, people + 1, people + 2).flow.tocoo()
    moved = (flow.row < many) & (flow.col >= many) & (flow.col < people) & (flow.data != 0)
    after = taken.copy()
    after[flow.row[moved], flow.col[moved] - many] = flow.data[moved] > 0
    return after


def _ties(market: Market, prices: Prices) -> tuple[Counts, Counts]:
    """The pairs that neither gain nor lose."""
    equal = np.zeros(market.values.shape, bool)
    for part in blocks(equal.shape):
        gains = market.values[part] - prices.mentors
        np.equal(gains, prices.mentees[part, None], out=equal[part])
    rows, columns = np.nonzero(equal)
    return rows, columns


def _of_books(books: Books) -> Iterator[Arcs]:
    """Mentees come first, then mentors, the ground, the source and the sink."""
    mentees, mentors = books.mentees, books.mentors
    many, people = len(mentees.filled), len(mentees.filled) + len(mentors.filled)
    ground, source, sink = np.arange(people, people + 3)[:, None]
    mentee, mentor = np.arange(many), np.arange(many, people)
    yield ground, mentee, mentees.spare
    yield mentee, ground, mentees.loose
    yield mentor, ground, mentors.spare
    yield ground, mentor, mentors.loose
    yield source, mentee, mentees.lacking
    yield mentee, sink, -mentees.lacking
    yield source, mentor, -mentors.lacking
    yield mentor, sink, mentors.lacking
    yield source, ground, np.array([books.surplus])
    yield ground, sink, np.array([-books.surplus])


def _network(nodes: int, arcs: list[Arcs]) -> csr_array:
    parts = [np.broadcast_arrays(*arc) for arc in arcs]
    tails, heads, room = (np.concatenate(part) for part in zip(*parts, strict=True))
    there = room > 0
    room = room[there].astype(np.int32)
    return csr_array((room, (tails[there], heads[there])), shape=(nodes, nodes))
