"""The best distribution by prices: whole pairs and the proof come out together.

Prices to begin with are a guess. At any prices it is clear who wants which pairs; a flow gives them
out as far as people's places fit together, and cheapest detours shift the prices for those who
still lack pairs, until nobody does. What is given then reaches the bound of the prices.
"""

from collections.abc import Iterable

import numpy as np

from pairs.domain import clearing
from pairs.domain.detours import repriced
from pairs.domain.market import Market, market_of
from pairs.domain.opening import opening
from pairs.domain.optimality import Prices, lack_of
from pairs.domain.task import Mask, Matrix, PairOf, Solution, Task, as_pairs

PROVEN = 1e-9
GRAINS = (1.0, 2.0**-10)


def solve(task: Task, kept: Iterable[PairOf] = ()) -> Solution:
    """The aims are the usual ones; before them, as many of the pairs ``kept`` as can be."""
    if not task.allowed.any():
        return Solution([], 0.0, proven=True)
    market = market_of(task, kept)
    taken, prices = settled(market)
    rows, columns = np.nonzero(taken)
    gap = lack_of(market, prices, rows, columns) / market.unit + 2 * market.rounded * len(rows)
    return judged(task.scores[task.allowed], as_pairs(rows, columns), gap)


def settled(market: Market) -> tuple[Mask, Prices]:
    """Pairs that everybody wants, and the prices at which they do."""
    start = opening(market)
    prices = clearing.first_prices(market, start.prices)
    taken = clearing.wanted(market, prices, start)
    books = clearing.books_of(market, prices, taken)
    while not books.are_even:
        taken = clearing.traded(market, prices, taken, books)
        books = clearing.books_of(market, prices, taken)
        if not books.are_even:
            prices = repriced(market, prices, taken, books)
            books = clearing.books_of(market, prices, taken)
    return taken, prices


def judged(known: Matrix, pairs: list[PairOf], gap: float) -> Solution:
    """Totals of scores on a grid go in steps: what is less than a step is a rounding."""
    step = next((grain for grain in GRAINS if _is_whole(known / grain)), 0.0)
    if step and gap < step / 2:
        return Solution(pairs, 0.0, proven=True)
    largest = float(np.abs(known).max())
    is_rounding = not step and gap <= PROVEN * largest * max(1, len(pairs))
    return Solution(pairs, max(gap, 0.0), proven=is_rounding)


def _is_whole(numbers: Matrix) -> bool:
    return bool((numbers == np.rint(numbers)).all())
