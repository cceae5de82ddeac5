"""Breaks between meetings and the kind that comes next."""

from datetime import date

from pairs.domain.meeting_rhythm import Gap, gaps, next_kind

ORDER = ("acquaintance", "trial", "planning", "work", "reflexive", "final")
ONCE = ("acquaintance", "trial", "planning", "final")
START, TODAY = date(2026, 9, 1), date(2026, 11, 21)


def test_breaks_are_counted_from_the_start_between_meetings_and_until_today():
    days = [date(2026, 10, 10), date(2026, 10, 12)]

    assert gaps(days, START, TODAY) == [
        Gap(START, date(2026, 10, 10)),
        Gap(date(2026, 10, 12), TODAY, is_open=True),
    ]


def test_thirty_days_are_not_yet_a_break():
    assert gaps([], date(2026, 10, 22), TODAY) == []
    assert [gap.days for gap in gaps([], date(2026, 10, 21), TODAY)] == [31]


def test_a_pair_without_a_start_and_meetings_has_no_breaks():
    assert gaps([], None, TODAY) == []


def test_kinds_come_in_their_order_and_working_meetings_repeat():
    held = set()
    proposed = []
    for _ in range(5):
        kind = next_kind(ORDER, ONCE, held)
        held.add(kind)
        proposed.append(kind)

    assert proposed == ["acquaintance", "trial", "planning", "work", "work"]
