"""The proof: any prices bound any distribution, and only the best ones reach a bound."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from pairs.domain import solving
from pairs.domain.market import Market, Side
from pairs.domain.matching import assign
from pairs.domain.optimality import Prices, bound_of, lack_of

VALUES = st.sampled_from((-np.inf, -np.inf, -4.0, 0.0, 1.0, 3.0, 8.0))
PRICES = st.integers(-60, 60).map(float)
BONUS = 50.0  # more than three pairs of either side can gain or lose


@st.composite
def markets(draw):
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    values = draw(arrays.arrays(np.float64, (rows, columns), elements=VALUES))
    allowed = np.isfinite(values)
    return Market(values, *(draw(sides_of(allowed.sum(axis=axis))) for axis in (1, 0)))


def sides_of(pairs):
    places = arrays.arrays(np.int64, len(pairs), elements=st.integers(0, 3))
    first = arrays.arrays(np.float64, len(pairs), elements=st.sampled_from((0.0, BONUS)))
    return st.builds(Side, places.map(lambda most: np.minimum(most, pairs)), first)


def every_way(market):
    """All distributions that keep the rules, with what each is worth."""
    cells = np.argwhere(np.isfinite(market.values))
    for chosen in product((False, True), repeat=len(cells)):
        rows, columns = cells[list(chosen)].T
        by_mentee = np.bincount(rows, minlength=len(market.mentees.places))
        by_mentor = np.bincount(columns, minlength=len(market.mentors.places))
        if (by_mentee <= market.mentees.places).all() and (
            by_mentor <= market.mentors.places
        ).all():
            first = market.mentees.first[by_mentee > 0], market.mentors.first[by_mentor > 0]
            worth = market.values[rows, columns].sum() + sum(each.sum() for each in first)
            yield rows, columns, worth


@settings(max_examples=100, deadline=None)
@given(markets(), st.data())
def test_no_distribution_is_above_the_bound_of_any_prices(market, data):
    mentees, mentors = (
        data.draw(arrays.arrays(np.float64, size, elements=PRICES)) for size in market.values.shape
    )
    prices = Prices(mentees, mentors)

    bound = bound_of(market, prices)

    for rows, columns, worth in every_way(market):
        assert lack_of(market, prices, rows, columns) == bound - worth >= 0


@settings(max_examples=100, deadline=None)
@given(markets())
def test_at_the_prices_found_only_the_best_distributions_are_proven(market):
    taken, prices = solving.settled(market)

    ways = list(every_way(market))
    best = max(worth for _rows, _columns, worth in ways)
    assert lack_of(market, prices, *np.nonzero(taken)) == 0
    assert [lack_of(market, prices, *way[:2]) == 0 for way in ways] == [
        way[2] == best for way in ways
    ]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        pytest.param([0, 1], [0, 0], id="one place is given twice"),
        pytest.param([0, 0], [0, 1], id="one mentee is given twice"),
        pytest.param([0, 1], [0, 1], id="a forbidden pair is used"),
        pytest.param([0, 0], [0, 0], id="one pair is given twice"),
    ],
)
def test_an_impossible_distribution_is_never_proven(rows, columns):
    one = Side(np.array([1, 1]), np.zeros(2))
    market = Market(np.array([[5.0, 5.0], [5.0, -np.inf]]), one, one)
    prices = Prices(np.full(2, 5.0), np.zeros(2))

    assert lack_of(market, prices, np.array(rows), np.array(columns)) == np.inf


@pytest.mark.parametrize(
    ("mentees", "mentors"),
    [
        pytest.param([-1.0, 0.0], [0.0, 0.0], id="too low"),
        pytest.param([0.0, 0.0], [2.0, 0.0], id="too high"),
    ],
)
def test_wrong_prices_prove_nothing(monkeypatch, mentees, mentors):
    find = solving.settled

    def shifted(market):
        taken, prices = find(market)
        return taken, Prices(prices.mentees + mentees, prices.mentors + mentors)

    monkeypatch.setattr(solving, "settled", shifted)

    assert assign(np.ones((2, 2))).proven_optimal is False
