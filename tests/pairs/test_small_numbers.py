"""What the numbers of the public page give away: nothing about one or two."""

from collections import defaultdict
from itertools import product

import pytest

from pairs.domain.small_numbers import told, told_parts


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (1, "менее 3"), (2, "менее 3"), (3, "3"), (40, "40")]
)
def test_one_and_two_are_told_alike(number, words):
    assert told(number) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, ("0", [])),
        ({"а": 0, "б": 4}, ("4", [("б", "4")])),
        ({"а": 5, "б": 4}, ("9", [("а", "5"), ("б", "4")])),
        ({"а": 5, "б": 2}, ("не менее 6", [("а", "5"), ("б", "менее 3")])),
        ({"а": 2, "б": 2}, ("не менее 3", [("а", "менее 3"), ("б", "менее 3")])),
        ({"а": 1, "б": 1}, ("менее 3", [])),
        ({"а": 2}, ("менее 3", [])),
    ],
)
def test_a_total_is_told_beside_its_parts(parts, words):
    assert told_parts(parts) == words


def test_no_subtraction_tells_one_from_two():
    """Every set of three parts up to six: whoever sees the words cannot find a small part."""
    origins = defaultdict(list)
    for numbers in product(range(7), repeat=3):
        total, words = told_parts(dict(zip("абв", numbers, strict=True)))
        origins[total, tuple(words)].append(numbers)

    small = [
        (words, part)
        for words, possible in origins.items()
        for part in range(3)
        if {numbers[part] for numbers in possible} in ({1}, {2})
    ]

    assert small == []
