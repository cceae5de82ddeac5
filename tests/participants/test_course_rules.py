"""Hours, shares and results of the School of mentors, without a database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring_portal.shared.dates import SchoolYear
from participants.domain.course import (
    FAILED,
    FUTURE,
    LEARNING,
    NO_DAY,
    PASSED,
    Lesson,
    Verdict,
    needed,
    progress,
    refusals,
)

DAYS = [date(2026, 10, 7), date(2026, 10, 14), date(2026, 10, 21), date(2026, 10, 28)]
TODAY = date(2026, 11, 21)
YEAR = SchoolYear(2026)


def lessons(*opened):
    """Four lessons of 1, 2, 3 and 4 hours; those of ``opened`` are not marked yet."""
    return [
        Lesson(number, Decimal(number), day, number in opened) for number, day in enumerate(DAYS, 1)
    ]


@pytest.mark.parametrize(
    ("count", "share", "least"),
    [(4, 70, 3), (4, 75, 3), (4, 76, 4), (10, 70, 7), (3, 1, 1), (12, 100, 12), (0, 70, 0)],
)
def test_the_least_number_of_lessons_is_never_below_the_share(count, share, least):
    assert needed(count, share) == least


@given(st.integers(1, 60), st.integers(1, 100))
def test_one_lesson_less_than_needed_is_below_the_share(count, share):
    least = needed(count, share)

    assert 100 * least >= share * count > 100 * (least - 1)


def test_hours_and_the_last_day_are_those_of_attended_lessons():
    found = progress(lessons(), {1, 3}, 70)

    assert (found.attended, found.hours, found.all_hours) == (2, Decimal(4), Decimal(10))
    assert (found.percent, found.last_day) == (50, DAYS[2])


def test_the_percent_is_rounded_down():
    three = [Lesson(number, Decimal(1), DAYS[0]) for number in range(3)]

    assert progress(three, {0, 1}, 67).percent == 66
    assert progress(three, {0, 1}, 67).is_enough is False
    assert progress(three, {0, 1}, 66).is_enough is True


@pytest.mark.parametrize(
    ("opened", "attended", "suggestion"),
    [
        ((), {1, 2, 3}, PASSED),
        ((), {1, 2}, FAILED),
        ((3, 4), {1}, LEARNING),
        ((4,), {1}, FAILED),
        ((4,), {1, 2, 3}, PASSED),
        ((4,), {1, 4}, FAILED),
        ((1, 2, 3, 4), (), LEARNING),
    ],
)
def test_the_suggestion_waits_while_lessons_are_open(opened, attended, suggestion):
    assert progress(lessons(*opened), attended, 70).suggestion == suggestion


def test_a_course_without_lessons_suggests_nothing():
    found = progress([], (), 70)

    assert (found.suggestion, found.is_enough, found.percent) == (LEARNING, False, 0)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(PASSED), [NO_DAY]),
        (Verdict(FAILED), [NO_DAY]),
        (Verdict(PASSED, date(2026, 11, 22)), [FUTURE]),
        (Verdict(PASSED, date(1, 1, 1)), [YEAR.doubt(date(1, 1, 1))]),
        (Verdict(PASSED, TODAY), []),
        (Verdict(PASSED, DAYS[3]), []),
        (
            Verdict(FAILED, DAYS[2]),
            ["Дата результата раньше занятия 28.10.2026, на котором наставник ещё был."],
        ),
        (Verdict(LEARNING), []),
    ],
)
def test_a_result_needs_a_day_after_the_last_attended_lesson(verdict, words):
    found = progress(lessons(), {1, 2, 4}, 70)

    assert refusals(verdict, found, TODAY, YEAR) == words


@pytest.mark.parametrize(("note", "refused"), [("", 1), ("  ", 1), ("сдал зачёт", 0)])
def test_a_pass_with_less_attendance_needs_a_note(note, refused):
    found = progress(lessons(), {1}, 70)

    assert len(refusals(Verdict(PASSED, TODAY, note), found, TODAY, YEAR)) == refused


def test_a_fail_needs_no_note():
    assert refusals(Verdict(FAILED, TODAY), progress(lessons(), (), 70), TODAY, YEAR) == []
