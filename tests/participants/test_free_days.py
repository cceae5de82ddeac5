"""Free days as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.free_days import WEEK, parse_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("пн, ср, пт", {"пн", "ср", "пт"}),
        ("Вторник и четверг", {"вт", "чт"}),
        ("по средам после 15:00", {"ср"}),
        ("пн–чт", {"пн", "вт", "ср", "чт"}),
        ("с понедельника по пятницу", {"пн", "вт", "ср", "чт", "пт"}),
        ("Суббота, воскресенье", {"сб", "вс"}),
        ("будни", {"пн", "вт", "ср", "чт", "пт"}),
        ("любой день", set(WEEK)),
        ("после уроков", set()),
        ("", set()),
    ],
)
def test_days_are_read_as_people_write_them(text, days):
    assert parse_days(text) == days


@given(st.text())
def test_any_text_gives_days_of_the_week(text):
    assert parse_days(text) <= set(WEEK)
