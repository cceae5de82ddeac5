"""From any prices to those at which everybody has what they want."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from pairs.domain import clearing, solving
from pairs.domain.detours import repriced
from pairs.domain.kernel import dearest
from pairs.domain.market import market_of
from pairs.domain.opening import Opening, opening
from pairs.domain.task import task_of

FEW = arrays.arrays(np.float64, (6, 5), elements=st.sampled_from([-np.inf, -2, 0, 1, 2, 3]))
PLACES = st.integers(1, 3)
MENTORS = st.lists(PLACES, min_size=5, max_size=5)
MENTEES = st.lists(PLACES, min_size=6, max_size=6)
BIDS = arrays.arrays(np.float64, 5, elements=st.integers(-9, 9).map(lambda bid: 2.0**30 * bid))
GUESSES = BIDS.map(lambda bids: Opening(bids, np.arange(5), np.arange(5)))


def market(scores, mentors, mentees):
    return market_of(task_of(scores, mentors, mentees).without([]))


def begun(given, start):
    """Prices, pairs and books after the first flow."""
    prices = clearing.first_prices(given, start.prices)
    taken = clearing.wanted(given, prices, start)
    taken = clearing.traded(given, prices, taken, clearing.books_of(given, prices, taken))
    return prices, taken, clearing.books_of(given, prices, taken)


def gains(given, prices):
    return given.values - prices.mentees[:, None] - prices.mentors


def is_stable(given, prices, taken):
    """Nobody has a pair that loses or lacks one that gains; places are filled as prices say."""
    books, gained = clearing.books_of(given, prices, taken), gains(given, prices)
    sides = books.mentees, books.mentors
    return (
        (gained[taken] >= 0).all()
        and (gained[~taken] <= 0).all()
        and all((side.spare >= 0).all() and (side.loose >= 0).all() for side in sides)
    )


@settings(max_examples=150, deadline=None)
@given(FEW, MENTORS, MENTEES, GUESSES)
def test_every_step_from_any_prices_is_stable_and_leaves_fewer_lacking(
    scores, mentors, mentees, guess
):
    given = market(np.where(np.eye(6, 5), 1.0, scores), mentors, mentees)
    prices, taken, books = begun(given, guess)

    while not books.are_even:
        before = lacking(books)
        assert is_stable(given, prices, taken)
        prices = repriced(given, prices, taken, books)
        books = clearing.books_of(given, prices, taken)
        assert is_stable(given, prices, taken)
        taken = clearing.traded(given, prices, taken, books)
        books = clearing.books_of(given, prices, taken)
        assert lacking(books) < before

    assert (taken.sum(axis=0) <= given.mentors.places).all()
    assert (taken.sum(axis=1) <= given.mentees.places).all()


def lacking(books):
    """Moves that are still to be made."""
    sides = np.abs(books.mentees.lacking).sum() + np.abs(books.mentors.lacking).sum()
    return int(sides) + abs(books.surplus)


@settings(max_examples=100, deadline=None)
@given(FEW, MENTORS, MENTEES, GUESSES)
def test_a_wrong_guess_of_prices_costs_nothing_but_time(scores, mentors, mentees, guess):
    given = market(np.where(np.eye(6, 5), 1.0, scores), mentors, mentees)
    usual, _prices = solving.settled(given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "opening", lambda market: guess)
        taken, _prices = solving.settled(given)

    assert aims(given, taken) == aims(given, usual)


def aims(given, taken):
    people = int(taken.any(axis=1).sum()), int(taken.any(axis=0).sum())
    return *people, given.values[taken].sum()


@pytest.mark.parametrize(("mentor_places", "mentee_places"), [(1, 1), (4, 1), (1, 3)])
@pytest.mark.parametrize("marks", [3, 1000])
def test_where_no_pair_can_be_taken_twice_the_first_prices_settle_everything(
    mentor_places, mentee_places, marks
):
    scores = np.random.default_rng(2).integers(0, marks, (60, 25))
    given = market(scores, [mentor_places] * 25, [mentee_places] * 60)

    start = opening(given)

    prices = clearing.first_prices(given, start.prices)
    taken = clearing.wanted(given, prices, start)

    assert clearing.books_of(given, prices, taken).are_even
    assert set(zip(*np.nonzero(taken), strict=True)) == set(
        zip(start.rows, start.columns, strict=True)
    )


def test_everybody_equal_is_settled_by_the_first_prices():
    given = market(np.ones((9, 9)), [3] * 9, [3] * 9)

    _prices, taken, _books = begun(given, opening(given))

    assert (taken.sum(axis=0).tolist(), taken.sum(axis=1).tolist()) == ([3] * 9, [3] * 9)


def test_a_kernel_too_large_is_made_of_fewer_people(monkeypatch):
    scores = np.random.default_rng(3).integers(0, 50, (200, 60)).astype(float)
    given, sizes = market(scores, [4] * 60, [1] * 200), []
    usual, _prices = solving.settled(given)

    def counted(values, places, first):
        sizes.append((len(values), int(places.sum())))
        return dearest(values, places, first)

    monkeypatch.setattr("pairs.domain.opening.LARGEST_KERNEL", 10_000)
    monkeypatch.setattr("pairs.domain.kernel.dearest", counted)
    taken, _prices = solving.settled(given)

    assert sizes == [(67, 80)]
    assert aims(given, taken) == aims(given, usual)
