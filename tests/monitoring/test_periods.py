from datetime import date

import pytest

from mentoring_portal.shared.dates import SchoolYear
from monitoring.domain.periods import Window, counted_window, default_day, is_due

YEAR = SchoolYear(2026)


def test_december_counts_the_first_four_months():
    window = counted_window("december", YEAR, date(2027, 3, 1))

    assert window == Window(date(2026, 9, 1), date(2026, 12, 31))


def test_june_counts_the_whole_school_year():
    window = counted_window("june", YEAR, date(2027, 8, 1))

    assert window == Window(date(2026, 9, 1), date(2027, 6, 30))


def test_nothing_after_the_day_of_the_report_is_counted():
    window = counted_window("december", YEAR, date(2026, 11, 21))

    assert window.end == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "side"),
    [(date(2026, 8, 31), "31.08.2026 раньше начала"), (date(2027, 9, 1), "01.09.2027 позже конца")],
)
@pytest.mark.parametrize("period", ["december", "june"])
def test_a_day_outside_the_school_year_is_refused_in_words(period, day, side):
    with pytest.raises(ValueError) as refused:
        counted_window(period, YEAR, day)

    assert str(refused.value) == (
        f"Дата отчёта {side} учебного года 2026–2027: нужна от 01.09.2026 до 31.08.2027."
    )


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2027, 8, 31)])
def test_the_first_and_the_last_day_of_the_school_year_will_do(day):
    assert counted_window("june", YEAR, day).start == date(2026, 9, 1)


def test_an_unknown_period_is_refused():
    with pytest.raises(ValueError, match="march"):
        counted_window("march", YEAR, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 5, 1), date(2026, 9, 1)),
        (date(2026, 11, 21), date(2026, 11, 21)),
        (date(2027, 2, 1), date(2026, 12, 31)),
    ],
)
def test_the_day_of_a_report_is_today_or_the_nearest_day_of_its_window(today, expected):
    assert default_day("december", YEAR, today) == expected


@pytest.mark.parametrize(
    ("period", "today", "expected"),
    [
        ("december", date(2026, 11, 30), False),
        ("december", date(2026, 12, 1), True),
        ("december", date(2027, 8, 31), True),
        ("december", date(2027, 9, 1), False),
        ("june", date(2027, 5, 31), False),
        ("june", date(2027, 6, 1), True),
    ],
)
def test_a_report_falls_due_on_the_first_day_of_its_month(period, today, expected):
    assert is_due(period, YEAR, today) is expected
