"""Pure rules of plans: terms, days of tasks, progress, who has agreed."""

from datetime import date

import pytest

from mentoring_portal.shared.fingerprints import fingerprint
from pairs.domain.plan_agreement import is_agreed, lacks, silent
from pairs.domain.plan_progress import Progress, is_overdue, progress
from pairs.domain.plan_term import UsualTerm, default_end, due_day, is_unusual, months_later

USUAL = UsualTerm(least=3, most=12, words="от трёх месяцев до одного года")
START, END, TODAY = date(2026, 10, 1), date(2027, 5, 31), date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 10, 15), 3, date(2028, 1, 15)),
        (date(2026, 9, 1), 12, date(2027, 9, 1)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_are_added_within_the_calendar(day, months, later):
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("end", "unusual"),
    [
        (date(2026, 12, 30), True),
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), False),
        (date(2027, 10, 1), False),
        (date(2027, 10, 2), True),
    ],
)
def test_a_term_at_its_very_edges_is_usual(end, unusual):
    assert is_unusual(START, end, USUAL) == unusual


@pytest.mark.parametrize("days", [(None, END), (START, None)])
def test_an_unknown_day_is_not_judged(days):
    assert not is_unusual(*days, USUAL)


def test_a_kind_without_a_usual_term_may_last_a_day():
    assert not is_unusual(START, START, None)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 10, 15), date(2027, 5, 31)),
        (date(2027, 4, 20), date(2027, 7, 20)),
        (date(2027, 6, 10), date(2027, 9, 10)),
    ],
)
def test_a_plan_ends_in_may_unless_the_usual_term_would_not_fit(start, end):
    assert default_end(start, USUAL) == end


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ({"week": 2}, date(2026, 10, 15)),
        ({"end": 7}, date(2027, 5, 24)),
        ({"date": "12-25"}, date(2026, 12, 25)),
        ({"date": "02-20"}, date(2027, 2, 20)),
        ({"week": 90}, END),
        ({"end": 900}, START),
    ],
)
def test_a_day_of_the_preset_stays_inside_the_term(rule, day):
    assert due_day(rule, START, END) == day


def test_a_day_of_the_year_already_past_becomes_the_middle_of_the_term():
    assert due_day({"date": "12-25"}, date(2027, 2, 1), date(2027, 4, 2)) == date(2027, 3, 3)


def test_progress_counts_dropped_tasks_apart():
    tasks = [("done", None), ("partly", None), ("dropped", None), ("planned", date(2026, 11, 20))]

    found = progress(tasks, TODAY)

    assert found == Progress(total=3, done=1, partly=1, dropped=1, overdue=1)
    assert found.percent == 33


def test_a_plan_of_dropped_tasks_has_no_percent():
    assert progress([("dropped", None)], TODAY).percent == 0


@pytest.mark.parametrize(
    ("mark", "due", "overdue"),
    [
        ("planned", date(2026, 11, 20), True),
        ("planned", TODAY, False),
        ("planned", None, False),
        ("partly", date(2026, 11, 20), False),
    ],
)
def test_only_an_unmarked_task_after_its_day_is_overdue(mark, due, overdue):
    assert is_overdue(mark, due, TODAY) == overdue


@pytest.mark.parametrize(
    ("sides", "agreed", "whole"),
    [([1, 2], {1}, False), ([1, 2], {1, 2}, True), ([1, 2, 3], {1, 3}, False), ([1], {1}, False)],
)
def test_everybody_has_to_agree(sides, agreed, whole):
    assert is_agreed(sides, agreed) == whole


def test_the_silent_sides_are_named_in_their_order():
    assert silent([3, 1, 2], {1}) == [3, 2]


def test_a_plan_to_offer_has_a_goal_a_term_and_a_task():
    assert lacks(goal=" ", has_term=False, tasks=0) == ["цели", "срока", "хотя бы одной задачи"]
    assert lacks(goal="Сдать физику", has_term=True, tasks=1) == []


def test_a_fingerprint_is_of_the_values_alone():
    same = fingerprint(["Сдать физику", date(2026, 10, 1), None])

    assert same == fingerprint(["Сдать физику", date(2026, 10, 1), None])
    assert same != fingerprint(["Сдать физику", date(2026, 10, 2), None])
