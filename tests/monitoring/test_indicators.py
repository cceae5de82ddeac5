from datetime import date
from decimal import Decimal

import pytest

from monitoring.domain.indicators import (
    Share,
    is_satisfied,
    percent_words,
    satisfaction,
)
from participants.domain.experience import is_young_specialist


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 16, "6.3"),  # 6.25 is rounded half up, not to even
        (3, 3, "100.0"),
        (0, 3, "0.0"),
    ],
)
def test_a_share_has_one_decimal_rounded_half_up(numerator, denominator, expected):
    assert Share(numerator, denominator).value == Decimal(expected)


@pytest.mark.parametrize("denominator", [0, None])
def test_nothing_to_divide_by_gives_no_value_and_never_zero(denominator):
    share = Share(0, denominator)

    assert share.value is None
    assert percent_words(share.value) == "нет данных"


def test_more_than_everybody_is_impossible():
    assert not Share(4, 3).is_possible
    assert Share(3, 3).is_possible


def test_per_cent_is_printed_with_a_comma_and_a_fixed_space():
    assert percent_words(Decimal("66.7")) == "66,7\u00a0%"


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [([4], True), ([5, 3], True), ([5, 3, 3], False), ([], False)],
)
def test_satisfied_means_a_mean_of_four(ratings, expected):
    assert is_satisfied(ratings) is expected


def test_satisfaction_counts_the_silent_among_those_who_took_part():
    share = satisfaction([1, 2, 3], {1: [5], 2: [2]})

    assert share == Share(1, 3)


def test_ratings_of_strangers_do_not_count():
    assert satisfaction([1], {2: [5]}) == Share(0, 1)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (date(2026, 9, 1), True),
        (date(2023, 12, 31), True),
        (date(2023, 12, 30), False),
        (date(2027, 1, 1), False),
        (None, False),
    ],
)
def test_a_young_specialist_has_taught_for_no_more_than_three_years(since, expected):
    assert is_young_specialist(since, date(2026, 12, 31)) is expected
