"""Speed mentoring: the rounds, for any numbers of people."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairs.domain.rotation import least_rounds, most_rounds, resting, rotation

sizes = st.integers(0, 24)


def people(mentors, mentees):
    return [f"м{n}" for n in range(mentors)], [f"н{n}" for n in range(mentees)]


@given(sizes, sizes, st.integers(0, 30))
def test_nobody_meets_the_same_person_twice(mentors, mentees, number):
    rounds = rotation(*people(mentors, mentees), number)

    talks = [talk for one in rounds for talk in one]
    assert len(talks) == len(set(talks))


@given(sizes, sizes, st.integers(0, 30))
def test_nobody_is_at_two_tables_at_once(mentors, mentees, number):
    for one in rotation(*people(mentors, mentees), number):
        names = [name for talk in one for name in talk]
        assert len(names) == len(set(names))


@given(sizes, sizes, st.integers(0, 30))
def test_each_round_seats_as_many_as_the_smaller_side_has(mentors, mentees, number):
    rounds = rotation(*people(mentors, mentees), number)

    assert [len(one) for one in rounds] == [min(mentors, mentees)] * len(rounds)
    assert len(rounds) == min(number, most_rounds(mentors, mentees))


@given(sizes, sizes, st.integers(0, 30))
def test_all_rest_alike_give_or_take_one_round(mentors, mentees, number):
    sides = people(mentors, mentees)
    rounds = rotation(*sides, number)

    for side in sides:
        talks = Counter(name for one in rounds for talk in one for name in talk)
        counts = [talks[name] for name in side]
        assert max(counts, default=0) - min(counts, default=0) <= 1


@given(sizes, sizes)
def test_after_the_most_rounds_all_have_met_all(mentors, mentees):
    sides = people(mentors, mentees)

    rounds = rotation(*sides, most_rounds(mentors, mentees))

    met = {talk for one in rounds for talk in one}
    assert met == {(mentor, mentee) for mentor in sides[0] for mentee in sides[1]}


def test_three_mentors_and_two_mentees_take_turns():
    assert rotation(["А", "Б", "В"], ["Г", "Д"], 3) == [
        [("А", "Г"), ("Б", "Д")],
        [("А", "Д"), ("В", "Г")],
        [("Б", "Г"), ("В", "Д")],
    ]


def test_who_rests_is_named_in_the_order_of_the_list():
    assert resting(["А", "Б", "В"], ["Б"]) == ["А", "В"]


def test_a_negative_number_of_rounds_is_refused():
    with pytest.raises(ValueError, match="меньше нуля"):
        rotation(["А"], ["Б"], -1)


@given(st.integers(1, 24), st.integers(1, 24))
def test_after_the_least_rounds_everybody_has_talked(mentors, mentees):
    sides = people(mentors, mentees)
    least = least_rounds(mentors, mentees)

    talked = [
        {name for one in rotation(*sides, number) for talk in one for name in talk}
        for number in (least - 1, least)
    ]

    assert talked[1] == {*sides[0], *sides[1]}
    assert talked[0] != talked[1]
