"""Locked and forbidden pairs, several mentors for a mentee, the bound, who is left and why."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.optimize import linprog

from pairs.domain.matching import Left, assign

SCORES = st.sampled_from((-np.inf, -np.inf, -2.0, 0.0, 1.0, 3.0, 7.25))


@st.composite
def tasks(draw, *, fitting=False, least=0, most=3):
    """Scores, places of both sides, locked pairs (``fitting`` together or not), forbidden ones."""
    rows, columns = draw(st.integers(least, most)), draw(st.integers(least, most))
    scores = draw(arrays.arrays(np.float64, (rows, columns), elements=SCORES))
    mentors = draw(arrays.arrays(np.int64, columns, elements=st.integers(0, 3)))
    mentees = draw(arrays.arrays(np.int64, rows, elements=st.integers(0, 2)))
    cells = [(int(row), int(column)) for row, column in np.ndindex(rows, columns)]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=3)) if cells else []
    locked = [cell for cell in chosen if draw(st.booleans())]
    forbidden = [cell for cell in chosen if cell not in locked]
    locked = [cell for cell in locked if np.isfinite(scores[cell])]
    while fitting and not fits(locked, mentors, mentees):
        locked.pop()
    return scores, mentors, mentees, locked, forbidden


def fits(pairs, mentors, mentees):
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    return all(rows.count(row) <= mentees[row] for row in rows) and all(
        columns.count(column) <= mentors[column] for column in columns
    )


def aims(pairs, scores, locked):
    return (
        len(set(pairs) & set(locked)),
        len({row for row, _column in pairs}),
        len({column for _row, column in pairs}),
        sum(float(scores[pair]) for pair in pairs),
    )


def best_of_all(scores, mentors, mentees, locked, forbidden):
    allowed = [tuple(pair) for pair in np.argwhere(np.isfinite(scores)).tolist()]
    allowed = [pair for pair in allowed if pair not in forbidden]
    ways = chain.from_iterable(combinations(allowed, n) for n in range(len(allowed) + 1))
    return max(aims(way, scores, locked) for way in ways if fits(way, mentors, mentees))


@settings(max_examples=1000, deadline=None)
@given(tasks())
def test_no_other_distribution_is_better(task):
    scores, mentors, mentees, locked, forbidden = task

    found = assign(scores, mentors, mentees, locked, forbidden)

    assert aims(found.pairs, scores, locked) == best_of_all(*task)
    assert found.proven_optimal
    assert found.total_score == found.bound == aims(found.pairs, scores, locked)[-1]


@pytest.mark.parametrize("marks", [4, 101], ids=["many equal", "few equal"])
@pytest.mark.parametrize("places", [4, 12], ids=["too few places", "places enough"])
@pytest.mark.parametrize("several", [1, 3])
def test_a_large_task_equals_an_independent_linear_program(several, places, marks):
    """HiGHS gets the whole task at once, its aims weighed by bonuses."""
    chance = np.random.default_rng(5)
    scores = chance.integers(0, marks, (120, 45)).astype(float)
    scores[chance.random(scores.shape) < 0.6] = -np.inf
    mentors, mentees = chance.integers(0, places, 45), chance.integers(0, several + 1, 120)

    found = assign(scores, mentors, mentees)

    assert (found.mentees_served, found.mentors_served, found.total_score) == program(
        scores, mentors, mentees
    )
    assert found.proven_optimal


def program(scores, mentors, mentees):
    rows, columns = np.nonzero(np.isfinite(scores))
    people = np.concatenate([np.eye(len(mentees))[rows], np.eye(len(mentors))[columns]], 1).T
    size = len(rows)
    bonus = np.repeat([1e6, 1e4], [len(mentees), len(mentors)])
    found = linprog(
        -np.concatenate([scores[rows, columns], bonus]),
        A_ub=np.block([[people, np.zeros((len(people),) * 2)], [-people, np.eye(len(people))]]),
        b_ub=np.concatenate([mentees, mentors, np.zeros(len(people))]),
        bounds=(0, 1),
        method="highs",
    )
    taken = found.x[:size] > 0.5
    total = scores[rows, columns][taken].sum()
    return len(set(rows[taken])), len(set(columns[taken])), total


def test_two_who_suit_one_mentor_alone_leave_one_of_them_out():
    no = -np.inf

    found = assign([[1, no, no], [2, no, no], [9, 1, 0]])

    assert (found.pairs, found.proven_optimal) == (((1, 0), (2, 1)), True)


def test_a_locked_pair_stands_though_it_costs_a_mentee():
    scores = np.array([[9.0, 1.0], [9.0, -np.inf]])

    found = assign(scores, [1, 1], locked=[(0, 0)])

    assert found.pairs == ((0, 0),)
    assert found.shortage == (Left("mentee", 1, "taken"), Left("mentor", 1, "taken"))


def test_of_locked_pairs_that_exclude_each_other_as_many_stand_as_can():
    scores = np.ones((2, 2))

    found = assign(scores, [1, 1], locked=[(0, 0), (0, 1), (1, 0)])

    assert found.pairs == ((0, 1), (1, 0))


def test_of_locks_that_exclude_each_other_those_stand_that_serve_more():
    scores = np.array([[1, -np.inf], [2, 5]])

    found = assign(scores, [1, 1], locked=[(0, 0), (1, 0)])

    assert (found.pairs, found.total_score, found.bound) == (((0, 0), (1, 1)), 6.0, 6.0)


def test_where_locks_exclude_each_other_one_more_costs_a_mentee_and_a_mentor():
    """Of the last two locks one stands anyway; the first one leaves two people without a pair."""
    no = -np.inf
    scores = np.array([[9, 1, no], [no, 9, no], [no, no, 5], [no, no, 4]])

    found = assign(scores, [1, 1, 1], locked=[(0, 1), (2, 2), (3, 2)])

    assert (found.pairs, found.proven_optimal) == (((0, 1), (2, 2)), True)


def test_hundreds_of_choices_of_locks_are_weighed():
    """Ten locked pairs of one mentor with four places are 210 choices."""
    scores = np.random.default_rng(3).integers(0, 60, (12, 5)).astype(float)
    locked = [(row, 0) for row in range(10)]
    places = [4, 2, 2, 2, 1]

    found = assign(scores, places, locked=locked)

    choices = combinations(locked, 4)
    each = [assign(scores, places, locked=choice) for choice in choices]
    best = max(each, key=lambda one: (one.mentees_served, one.mentors_served, one.total_score))
    assert (found.mentees_served, found.mentors_served) == (
        best.mentees_served,
        best.mentors_served,
    )
    assert (found.total_score, found.bound, found.proven_optimal) == (
        best.total_score,
        best.total_score,
        True,
    )


def test_of_locks_that_do_not_fit_in_a_large_task_the_best_stand():
    """Everybody locked with three mentors of two places: two of each three pairs can stand."""
    scores = np.random.default_rng(4).integers(0, 60, (300, 300)).astype(float)
    locked = [(row, (row + step) % 300) for row in range(300) for step in range(3)]

    found = assign(scores, [2] * 300, [2] * 300, locked=locked)

    only = np.full(scores.shape, -np.inf)
    only[tuple(np.transpose(locked))] = scores[tuple(np.transpose(locked))] + 1e6
    stand = assign(only, [2] * 300, [2] * 300)
    assert (len(stand.pairs), set(found.pairs)) == (600, set(stand.pairs))
    assert found.proven_optimal


def test_a_locked_pair_that_is_not_allowed_does_not_stand():
    found = assign(np.array([[-np.inf, 4.0]]), [1, 1], locked=[(0, 0)])

    assert found.pairs == ((0, 1),)


def test_a_second_mentor_comes_only_where_it_adds_to_the_total():
    scores = np.array([[5.0, 3.0, -1.0]])

    found = assign(scores, [1, 1, 1], [3], forbidden=[])

    assert found.pairs == ((0, 0), (0, 1), (0, 2))
    assert assign(scores, [1, 0, 1], [3]).total_score == 4.0
    assert assign(np.array([[5.0], [-1.0]]), [2], [1, 1]).pairs == ((0, 0), (1, 0))


def test_who_is_left_is_told_why():
    scores = np.array([[5.0, -np.inf, -np.inf], [4.0, -np.inf, 1.0], [-np.inf] * 3])

    found = assign(scores, [1, 2, 0])

    assert found.shortage == (
        Left("mentee", 1, "taken"),
        Left("mentee", 2, "forbidden"),
        Left("mentor", 1, "forbidden"),
        Left("mentor", 2, "no_places"),
    )


@pytest.mark.parametrize("sign", [1, -1])
def test_structured_worst_cases_with_several_mentors_are_finished_and_proven(sign):
    scores = sign * np.outer(np.arange(60.0), np.arange(60.0))

    found = assign(scores, np.full(60, 2), np.full(60, 2))

    assert found.proven_optimal
