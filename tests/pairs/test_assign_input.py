"""What ``assign`` takes: lists, fractions, huge and missing numbers; nonsense is refused."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.optimize import linear_sum_assignment

from pairs.domain.matching import Left, assign

ROOT = Path(__file__).resolve().parent.parent.parent
# Beside the largest score no smaller difference can be seen than sixteen digits hold.
FRACTIONS = st.floats(-1e6, 1e6).map(lambda score: round(score, 9))


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([[np.nan]], "within ±"),
        ([[np.inf]], "within ±"),
        ([[1e200]], "within ±"),
        ([1.0, 2.0], "must be a matrix"),
        ([[[1.0]]], "must be a matrix"),
    ],
)
def test_scores_without_sense_are_refused(scores, said):
    with pytest.raises(ValueError, match=said):
        assign(scores)


@pytest.mark.parametrize("side", ["mentor_places", "mentee_places"])
@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([1], "2 numbers"),
        (1, "2 numbers"),
        ([1, 0.5], "whole"),
        ([1, None], "whole"),
    ],
)
def test_places_without_sense_are_refused(side, places, said):
    with pytest.raises(ValueError, match=f"{side} must be {said}"):
        assign(np.ones((2, 2)), **{side: places})


@pytest.mark.parametrize("name", ["locked", "forbidden"])
@pytest.mark.parametrize("pair", [(2, 0), (0, 2), (-1, 0)])
def test_pairs_outside_the_scores_are_refused(name, pair):
    with pytest.raises(ValueError, match="outside the 2 × 2 scores"):
        assign(np.ones((2, 2)), **{name: [pair]})


def test_lists_do_as_well_as_arrays():
    found = assign([[1, 5], [2, float("-inf")]], [1, 1], [1, 1], [[0, 1]], iter([(1, 1)]))

    assert (found.pairs, found.total_score) == (((0, 1), (1, 0)), 7.0)


@pytest.mark.parametrize(("places", "served"), [([-3, 0], 0), ([10**12, 0], 3), ([np.inf, 1], 3)])
def test_places_below_zero_are_none_and_huge_ones_are_enough(places, served):
    found = assign(np.ones((3, 2)), places)

    assert (found.mentees_served, found.proven_optimal) == (served, True)


def test_no_mentees_is_no_work_for_every_mentor():
    found = assign([], [1, 2, 3])

    assert found.shortage == tuple(Left("mentor", number, "forbidden") for number in range(3))


def test_a_pair_both_locked_and_forbidden_does_not_stand():
    assert assign([[9.0, 1.0]], locked=[(0, 0)], forbidden=[(0, 0)]).pairs == ((0, 1),)


def test_a_pair_locked_twice_stands_once():
    assert assign([[9.0], [8.0]], [1], locked=[(1, 0), (1, 0)]).pairs == ((1, 0),)


@settings(max_examples=300, deadline=None)
@given(arrays.arrays(np.float64, (4, 4), elements=FRACTIONS))
def test_fractions_of_any_size_reach_the_kernel_and_the_bound_holds(scores):
    best = scores[linear_sum_assignment(scores, maximize=True)].sum()

    found = assign(scores)

    assert found.total_score == pytest.approx(best, rel=1e-9, abs=1e-9 * np.abs(scores).max())
    assert found.total_score <= found.bound
    assert found.bound >= best - 1e-9 * np.abs(scores).max()
    assert found.proven_optimal


def test_tiny_differences_are_told_apart():
    assert assign(np.array([[1e-12, 0.0], [0.0, 0.0]])).pairs == ((0, 0), (1, 1))


@pytest.mark.parametrize("unit", [1e-300, 1e-18, 1e-9, 1e9, 1e90])
@pytest.mark.parametrize("several", [1, 2])
def test_the_unit_of_the_scores_does_not_matter(unit, several):
    scores = np.random.default_rng(1).integers(0, 50, (7, 6))

    found = assign(scores * unit, [2] * 6, [several] * 7)

    usual = assign(scores, [2] * 6, [several] * 7)
    assert found.total_score == pytest.approx(usual.total_score * unit)
    assert found.bound >= found.total_score


@pytest.mark.parametrize("seed", range(6))
def test_beside_scores_of_a_trillion_single_points_count(seed):
    chance = np.random.default_rng(seed)
    points, dear = chance.integers(0, 6, (6, 5)), chance.random((6, 5)) < 0.3
    places = [2] * 5, [1, 2, 1, 2, 1, 2]

    found = assign(points + 1e12 * dear, *places)

    usual = assign(points + 1e3 * dear, *places)
    assert parts(found.pairs, points, dear) == parts(usual.pairs, points, dear)
    assert (found.proven_optimal, found.bound) == (True, found.total_score)


def parts(pairs, points, dear):
    return sum(dear[pair] for pair in pairs), sum(points[pair] for pair in pairs)


def test_what_whole_numbers_cannot_tell_apart_is_not_called_proven():
    """Beside scores of 10¹⁵ bonuses leave no room for single points."""
    scores = np.random.default_rng(1).integers(0, 6, (6, 5)) + np.array([1e15, 0, 0, 0, 0])

    found = assign(scores, [2] * 5, [2] * 6)

    assert found.proven_optimal is False
    assert found.bound - found.total_score >= 0.5


def test_one_answer_to_one_question():
    scores = np.random.default_rng(7).integers(0, 3, (30, 12))

    answers = {assign(scores, [2] * 12, [2] * 30) for _ in range(3)}

    assert len(answers) == 1


@pytest.mark.parametrize(
    "scores",
    [
        np.ones((60, 60)),
        np.outer(np.arange(60), np.arange(60)),
        np.add.outer(np.arange(60), np.arange(60)),
        np.where(np.eye(60, k=1) + np.eye(60), 1.0, -np.inf),
        np.triu(np.ones((60, 60))) + np.tril(np.full((60, 60), -np.inf), -1),
    ],
    ids=["equal", "product", "sum", "chain", "triangle"],
)
@pytest.mark.parametrize("several", [1, 3])
def test_structured_tasks_are_finished_and_proven(scores, several):
    found = assign(scores, [several] * 60, [several] * 60)

    assert (found.mentees_served, found.mentors_served) == (60, 60)
    assert found.proven_optimal


def test_the_matcher_needs_no_django():
    code = (
        "import sys; sys.modules['django'] = sys.modules['celery'] = None;"
        "from pairs.domain.matching import assign; print(assign([[1.0]]).pairs)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert done.stdout == "((0, 0),)\n", done.stderr
