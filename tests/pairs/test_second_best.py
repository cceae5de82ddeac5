"""The next best mentor for a mentee and what choosing it costs everybody."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pairs.domain.matching import SecondBest, assign, second_best
from tests.pairs.test_assignment import aims, tasks


@st.composite
def questions(draw):
    """A task, its best distribution and one of the pairs there: at least the first cell may be."""
    scores, mentors, mentees, locked, forbidden = draw(tasks(fitting=True, least=1, most=4))
    scores[0, 0], mentors[0], mentees[0] = 1.0, max(mentors[0], 1), max(mentees[0], 1)
    forbidden = [cell for cell in forbidden if cell != (0, 0)]
    pairs = assign(scores, mentors, mentees, locked, forbidden).pairs
    return scores, mentors, mentees, locked, forbidden, pairs, draw(st.sampled_from(pairs))


def each_other(scores, mentors, mentees, locked, forbidden, pairs, pair):
    """Every mentor in the place of the present one, each tried by itself."""
    row = pair[0]
    beside = {each for each in pairs if each[0] == row} - {pair}
    limits = mentees.copy()
    limits[row] = len(beside) + 1
    standing = {*locked, *beside} - {pair}
    for column in range(len(mentors)):
        other = row, column
        if other != pair and other not in beside:
            wanted = {*standing, other}
            found = assign(scores, mentors, limits, wanted, [*forbidden, pair])
            if wanted <= set(found.pairs):
                yield column, aims(found.pairs, scores, [])


@settings(max_examples=150, deadline=None)
@given(questions())
def test_no_other_mentor_costs_less(question):
    scores, pairs = question[0], question[5]
    known = dict(each_other(*question))

    found = second_best(*question[:2], *question[5:], *question[2:5])

    if not known:
        assert found is None
        return
    best, now = max(known.values()), aims(pairs, scores, [])
    assert known[found.mentor] == best == aims(found.pairs, scores, [])
    lost = found.mentees_lost, found.mentors_lost, found.score_lost
    assert lost == (now[1] - best[1], now[2] - best[2], now[3] - best[3])


def test_a_second_mentor_is_replaced_though_it_costs_somebody_else_the_only_one():
    """The mentee of the first row has two mentors; the first of them is asked about."""
    scores = np.array([[-2.0, -2.0, -2.0], [-np.inf, -2.0, -2.0]])
    pairs = [(0, 0), (0, 2), (1, 1)]

    found = second_best(scores, [1, 1, 1], pairs, (0, 0), [2, 2])

    assert found == SecondBest(1, 1, 1, -2.0, ((0, 1), (0, 2)))


def test_the_price_is_that_of_the_whole_distribution():
    scores = np.array([[9.0, 8.0, 1.0], [1.0, 7.0, 5.0]])

    found = second_best(scores, [1, 1, 1], [(0, 0), (1, 1)], (0, 0))

    assert found == SecondBest(1, 0, 0, 3.0, ((0, 1), (1, 2)))


def test_a_mentor_who_leads_somebody_outside_is_not_missed():
    scores = np.array([[9.0, 8.0]])

    found = second_best(scores, [1, 1], [(0, 0)], (0, 0), busy=[False, True])

    assert (found.mentor, found.mentors_lost, found.score_lost) == (1, 1, 1.0)


def test_taking_the_only_mentor_of_another_costs_a_mentee():
    scores = np.array([[9.0, 8.0], [-np.inf, 7.0]])

    found = second_best(scores, [1, 1], [(0, 0), (1, 1)], (0, 0))

    assert (found.mentor, found.mentees_lost, found.mentors_lost) == (1, 1, 1)


def test_where_there_is_nobody_else_there_is_no_second_best():
    assert second_best(np.array([[9.0, -np.inf]]), [1, 1], [(0, 0)], (0, 0)) is None
