"""A mentor is gone: who is given to whom, with the fewest changes to the rest."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairs.domain.replacement import Change, replace
from tests.pairs.test_assignment import fits, tasks


@st.composite
def losses(draw):
    """A task, a distribution that was possible before, and the mentors who are gone."""
    scores, mentors, mentees, locked, forbidden = draw(tasks())
    cells = [(int(row), int(column)) for row, column in np.ndindex(*scores.shape)]
    current = draw(st.lists(st.sampled_from(cells), unique=True)) if cells else []
    while not fits(current, mentors, mentees):
        current.pop()
    gone = draw(st.sets(st.sampled_from(range(len(mentors))))) if len(mentors) else set()
    return scores, mentors, mentees, locked, forbidden, current, gone


def best_of_all(scores, mentors, mentees, locked, forbidden, current, gone):
    allowed = [tuple(pair) for pair in np.argwhere(np.isfinite(scores)).tolist()]
    allowed = [pair for pair in allowed if pair not in forbidden and pair[1] not in gone]
    had = [max(1, sum(row == each for each, _ in current)) for row in range(len(mentees))]
    limits = np.minimum(mentees, had)
    ways = chain.from_iterable(combinations(allowed, n) for n in range(len(allowed) + 1))
    return max(
        aims(way, scores, locked, current, gone) for way in ways if fits(way, mentors, limits)
    )


def aims(pairs, scores, locked, current, gone):
    return (
        len(set(pairs) & set(locked)),
        len({row for row, _column in pairs}),
        -len({pair for pair in current if pair[1] not in gone} - set(pairs)),
        sum(float(scores[pair]) for pair in pairs),
    )


@settings(max_examples=1000, deadline=None)
@given(losses())
def test_no_other_replacement_is_better(loss):
    scores, mentors, mentees, locked, forbidden, current, gone = loss

    found = replace(scores, mentors, current, gone, mentees, locked, forbidden)

    assert aims(found.pairs, scores, locked, current, gone) == best_of_all(*loss)
    assert found.total_score == sum(float(scores[pair]) for pair in found.pairs)
    assert found.proven_optimal


def test_only_those_who_must_move_do():
    scores = np.array([[9.0, 5.0, 1.0], [1.0, 5.0, 9.0], [1.0, 5.0, 9.0]])

    found = replace(scores, [1, 2, 1], [(0, 0), (1, 1), (2, 2)], {0})

    assert found.pairs == ((0, 1), (1, 1), (2, 2))
    assert found.changes == (Change(0, (0,), (1,)),)
    assert found.moved == 0


def test_somebody_is_moved_when_that_serves_one_more():
    scores = np.array([[9.0, 5.0, -np.inf], [1.0, 5.0, 9.0]])

    found = replace(scores, [1, 1, 1], [(0, 0), (1, 1)], [0])

    assert found.changes == (Change(0, (0,), (1,)), Change(1, (1,), (2,)))
    assert found.moved == 1


def test_an_uneven_load_is_no_reason_to_move_anybody():
    scores = np.array([[1.0, 1.0], [1.0, 9.0]])

    found = replace(scores, [2, 1], [(0, 0), (1, 0)], [])

    assert (found.pairs, found.changes) == (((0, 0), (1, 0)), ())


@pytest.mark.parametrize("places", [1, 2])
def test_nobody_gets_more_mentors_than_before(places):
    found = replace(np.ones((1, 3)), [1, 1, 1], [(0, 0)], [0], [places])

    assert found.pairs == ((0, 1),)
