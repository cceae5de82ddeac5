"""Free hours put in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.free_hours import WrongHours, tidy_hours


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("15:00–17:00", "15:00–17:00"),
        ("с 15 до 17 часов", "15:00–17:00"),
        ("18:00-19:30; 9.00 - 10.30", "09:00–10:30, 18:00–19:30"),
        ("15-17 и 18-19", "15:00–17:00, 18:00–19:00"),
        ("22:00–24:00", "22:00–24:00"),
        ("  ", ""),
    ],
)
def test_hours_are_put_in_one_form(text, tidy):
    assert tidy_hours(text) == tidy
    assert tidy_hours(tidy) == tidy


@pytest.mark.parametrize("text", ["после уроков", "17:00–15:00", "25–26", "10–12, 11–13"])
def test_what_is_not_hours_is_refused_with_advice(text):
    with pytest.raises(WrongHours):
        tidy_hours(text)


@given(st.text(alphabet="0123456789:.,;-–до сиполчас\n", max_size=60))
def test_any_text_is_put_in_order_or_refused(text):
    try:
        tidy = tidy_hours(text)
    except WrongHours:
        return
    assert tidy_hours(tidy) == tidy
