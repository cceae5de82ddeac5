"""Prices that settle a task with several mentors, and what happens when they do not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from pairs.domain import several
from pairs.domain.clearing import bound_of, cleared
from pairs.domain.opening import opening
from pairs.domain.task import task_of

FEW = arrays.arrays(np.float64, (6, 5), elements=st.sampled_from([-np.inf, 0, 1, 2, 3]))
PLACES = st.integers(0, 3)


def task(scores, mentors, mentees):
    return task_of(scores, mentors, mentees).without([])


@settings(max_examples=300, deadline=None)
@given(FEW, st.lists(PLACES, min_size=5, max_size=5), st.lists(PLACES, min_size=6, max_size=6))
def test_pairs_that_clear_the_market_fit_the_places_and_reach_the_bound(scores, mentors, mentees):
    wanted = task(scores, mentors, mentees)
    prices = opening(wanted).prices

    taken = cleared(wanted, prices)

    if taken is not None:
        assert (taken.sum(axis=0) <= wanted.mentor_places).all()
        assert (taken.sum(axis=1) <= wanted.mentee_places).all()
        assert taken[wanted.mentee_places > 0].any(axis=1).all()
        assert taken[:, wanted.mentor_places > 0].any(axis=0).all()
        assert wanted.scores[taken].sum() == bound_of(wanted, prices)


def test_everybody_equal_is_settled_by_the_first_prices():
    wanted = task(np.ones((9, 9)), [3] * 9, [3] * 9)

    taken = cleared(wanted, opening(wanted).prices)

    assert (taken.sum(axis=0).tolist(), taken.sum(axis=1).tolist()) == ([3] * 9, [3] * 9)


def test_prices_that_leave_somebody_alone_settle_nothing():
    wanted = task([[5.0, 1.0], [5.0, 1.0]], [1, 1], [2, 2])

    assert cleared(wanted, np.array([0.0, 0.0])) is None
    assert cleared(wanted, np.array([5.0, 1.0])).sum(axis=0).tolist() == [1, 1]


@pytest.mark.parametrize("seed", range(4))
def test_the_linear_program_comes_to_the_same_total(seed, monkeypatch):
    chance = np.random.default_rng(seed)
    wanted = task(chance.integers(0, 3, (40, 40)), [3] * 40, [3] * 40)
    settled = several.solve(wanted)
    assert cleared(wanted, opening(wanted).prices) is not None

    monkeypatch.setattr(several, "cleared", lambda task, prices: None)
    solved = several.solve(wanted)

    assert total(wanted, settled) == total(wanted, solved)
    assert (settled.gap, settled.proven) == (solved.gap, solved.proven) == (0, True)


def total(wanted, found):
    return sum(wanted.scores[pair] for pair in found.pairs)
