"""A row of a printed sheet is as high as its longest wrapped text."""

from datetime import date

import pytest

from mentoring_portal.shared.sheet_heights import HIGHEST, LINE, row_height


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        (("1.1", ""), 1),
        ((date(2026, 9, 1), 5), 1),
        (("", "слово " * 6), 2),
        (("", "строка\n\nстрока"), 3),
        (("", "я" * 50), 3),
    ],
)
def test_a_row_holds_all_its_lines(values, lines):
    assert row_height(values, (8, 24)) == lines * LINE


def test_no_row_is_higher_than_a_sheet_allows():
    assert row_height(("слово " * 5000,), (10,)) == HIGHEST
