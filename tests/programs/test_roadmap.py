"""Terms of roadmap rows: real dates of the school year and their printed words."""

from datetime import date

import pytest

from mentoring_portal.shared.dates import SchoolYear
from programs.domain.roadmap import Calendar, term_of
from programs.domain.row_state import row_state, tally

YEAR = SchoolYear(2026)


def term(norm, *, base=2022, introduced=date(2026, 9, 1), printed=None):
    return term_of(norm, Calendar(base, YEAR, introduced), printed)


def days(norm, **options):
    found = term(norm, **options)
    return found.starts_on, found.due_on, found.text


@pytest.mark.parametrize(
    ("norm", "base", "expected"),
    [
        (
            {"kind": "deadline", "end": "2022-08-30"},
            2022,
            (None, date(2026, 8, 30), "до 30.08.2026"),
        ),
        (
            {"kind": "month", "start": "2021-09-01", "end": "2021-09-30"},
            2021,
            (date(2026, 9, 1), date(2026, 9, 30), "сентябрь 2026 г."),
        ),
        (
            {"kind": "period", "start": "2022-03-01", "end": "2022-05-31"},
            2021,
            (date(2027, 3, 1), date(2027, 5, 31), "март – май 2027 г."),
        ),
        (
            {"kind": "period", "start": "2022-04-25", "end": "2022-05-15"},
            2022,
            (date(2026, 4, 25), date(2026, 5, 15), "с 25.04.2026 по 15.05.2026"),
        ),
        (
            {"kind": "period", "start": "2022-12-01", "end": "2023-05-31"},
            2022,
            (date(2026, 12, 1), date(2027, 5, 31), "декабрь 2026 г. – май 2027 г."),
        ),
    ],
)
def test_dates_move_by_whole_years_from_the_year_of_the_preset(norm, base, expected):
    assert days(norm, base=base) == expected


def test_spring_of_the_base_year_stays_before_the_school_year():
    """The center of additional education gathers its bases in the April before September."""
    _starts, due_on, _text = days({"kind": "deadline", "end": "2022-04-25"})

    assert due_on == date(2026, 4, 25)


def test_a_yearly_end_of_august_is_the_august_before_the_school_year():
    assert days({"kind": "annual_deadline", "md": "08-30"})[1] == date(2026, 8, 30)


def test_a_yearly_spring_date_is_inside_the_school_year():
    assert days({"kind": "annual_deadline", "md": "05-25"})[1] == date(2027, 5, 25)


def test_two_separate_months_are_named_apart_and_end_with_the_later():
    assert days({"kind": "annual_months", "months": [12, 6]}) == (
        date(2026, 12, 1),
        date(2027, 6, 30),
        "декабрь 2026 г., июнь 2027 г.",
    )


def test_relative_terms_count_from_the_order_and_keep_their_words():
    assert days(
        {"kind": "relative", "months": 1},
        introduced=date(2027, 1, 31),
        printed="В течение первого месяца",
    ) == (date(2027, 1, 31), date(2027, 2, 28), "В течение первого месяца")


@pytest.mark.parametrize("kind", ["ongoing", "by_schedule", "by_program", "by_ministry", "none"])
def test_terms_without_a_date_get_none(kind):
    found = term({"kind": kind})

    assert (found.starts_on, found.due_on) == (None, None)


def test_the_29th_of_february_falls_back_to_the_28th():
    assert days({"kind": "deadline", "end": "2024-02-29"}, base=2022)[1] == date(2028, 2, 29)
    assert days({"kind": "deadline", "end": "2024-02-29"}, base=2023)[1] == date(2027, 2, 28)


def test_a_doubtful_end_of_the_source_is_left_open():
    norm = {"kind": "period", "start": "2022-05-20", "end": None, "guess_end": "2023-05-31"}

    assert days(norm) == (date(2026, 5, 20), None, "с 20.05.2026")


def state(due_on, done_on, today=date(2026, 11, 21)):
    return row_state(due_on=due_on, done_on=done_on, today=today).code


def test_the_day_of_the_deadline_is_not_overdue_yet():
    due_on = date(2026, 11, 21)

    assert (state(due_on, None), state(due_on, None, date(2026, 11, 22))) == ("waiting", "overdue")


def test_done_after_the_deadline_is_late_and_on_its_day_in_time():
    due_on = date(2026, 10, 1)

    assert (state(due_on, date(2026, 10, 2)), state(due_on, due_on)) == ("late", "done")


def test_rows_without_a_date_are_never_overdue():
    assert state(None, None) == "waiting"


def test_late_rows_are_counted_among_the_done_ones():
    today = date(2026, 11, 21)
    late = row_state(due_on=date(2026, 10, 1), done_on=today, today=today)
    done = row_state(due_on=None, done_on=today, today=today)

    assert tally([late, done]) == {"overdue": 0, "waiting": 0, "done": 2}
