"""When an answer after the trial meeting is due, and what the answers make of the pair."""

from datetime import date

import pytest

from pairs.domain.trial import Answers, TrialState, due_on, state
from pairs.domain.waiting import days_waited, is_long, waiting_since

TRIAL = date(2026, 11, 10)
LAST, LATE = date(2026, 11, 17), date(2026, 11, 18)


def told(today=LAST, *, asked=2, answered=0, refused=0, settled=0, trial=TRIAL):
    return state(trial, 7, Answers(asked, answered, refused, settled), today)


def test_the_term_counts_from_the_trial_meeting():
    assert due_on(TRIAL, 7) == LAST


def test_nothing_is_asked_before_the_trial_meeting():
    assert told(trial=None) == TrialState.NONE


def test_silence_is_late_only_after_the_last_day():
    assert told(LAST, answered=1) == TrialState.WAITING
    assert told(LATE, answered=1) == TrialState.OVERDUE


@pytest.mark.parametrize("today", [LAST, LATE])
def test_one_refusal_outweighs_the_others_and_silence(today):
    assert told(today, asked=4, answered=3, refused=1) == TrialState.REFUSED


def test_all_sides_must_say_that_they_suit_each_other():
    assert told(LATE, asked=3, answered=3) == TrialState.FITS
    assert told(LATE, asked=3, answered=3, settled=1) == TrialState.SETTLED


def test_one_waits_since_the_entry_or_the_end_of_the_last_pair():
    assert waiting_since(TRIAL, None) == TRIAL
    assert waiting_since(TRIAL, LATE) == LATE
    assert waiting_since(LATE, TRIAL) == LATE


def test_thirty_days_are_not_longer_than_thirty_days():
    since = date(2026, 10, 18)

    assert days_waited(since, LAST) == 30
    assert not is_long(since, LAST, 30)
    assert is_long(since, LATE, 30)
