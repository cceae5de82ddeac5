from datetime import date

import pytest
from django.core.exceptions import ValidationError

from monitoring.enums import HeadcountCode
from monitoring.models import Headcount, Report
from monitoring.services.headcount import enter
from monitoring.services.report import collect, digest, draft
from pairs.enums import FeedbackSide, PairStatus
from pairs.models import Feedback
from participants.enums import OccupationKind
from participants.models import Occupation
from tests.assertions import queries_of
from tests.builders import make_meeting, make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db
AS_OF = date(2026, 12, 20)


def december(program, as_of=AS_OF):
    return collect(program=program, period="december", as_of=as_of)


def indicator(figures, code):
    return next(row for row in figures["indicators"] if row["code"] == code)


def rate(meeting, rating, mentee=None):
    person = mentee.person if mentee else meeting.pair.members.get().mentee.person
    Feedback.objects.create(meeting=meeting, person=person, side=FeedbackSide.MENTEE, rating=rating)


def make_young(program, since=date(2025, 9, 1)):
    mentee = make_mentee(program, form="teacher_teacher")
    Occupation.objects.create(person=mentee.person, kind=OccupationKind.TEACHER, since=since)
    return mentee


def test_a_person_counts_once_in_a_form_however_many_pairs():
    program = make_program()
    mentor = make_mentor(program, max_mentees=3)
    mentee = make_mentee(program)
    make_pair(program, mentor, [mentee])
    make_pair(program, mentor, [make_mentee(program), make_mentee(program)])
    make_pair(program, make_mentor(program), [mentee])

    rows = december(program)["forms"]

    assert rows == [
        {
            "form": "student_student",
            "label": "ученик – ученик",
            "mentors": 2,
            "mentees": 3,
            "pairs": 2,
            "groups": 1,
        }
    ]


@pytest.mark.parametrize("status", [PairStatus.PROPOSED, PairStatus.ACCEPTED, PairStatus.REJECTED])
def test_a_pair_without_an_order_does_not_count(status):
    program = make_program()
    make_pair(program, status=status)

    assert december(program)["totals"] == {"mentors": 0, "mentees": 0, "pairs": 0, "groups": 0}


def test_a_pair_counts_when_it_worked_on_any_day_of_the_window():
    program = make_program()
    ended = {"status": PairStatus.COMPLETED, "ended_on": date(2026, 10, 2)}
    make_pair(program, starts_on=date(2026, 10, 1), **ended)
    make_pair(program, starts_on=date(2026, 12, 21))  # after the day of the report

    assert december(program)["totals"]["pairs"] == 1


def counted(program, as_of):
    row = december(program, as_of)["totals"]
    return row["mentees"], row["pairs"], row["groups"]


def add_member(pair, mentee=None, **days):
    mentee = mentee or make_mentee(pair.program)
    is_open = "left_on" not in days
    return pair.members.create(mentor=pair.mentor, mentee=mentee, is_open=is_open, **days)


def test_one_who_joins_after_the_day_of_the_report_is_not_in_it():
    pair = make_pair()
    add_member(pair, joined_on=date(2026, 11, 21))

    found = [counted(pair.program, date(2026, 11, day)) for day in (1, 20, 21)]

    assert found == [(1, 1, 0), (1, 1, 0), (2, 0, 1)]


def test_one_who_has_left_took_part_and_makes_no_group():
    pair = make_pair()
    add_member(pair, left_on=date(2026, 11, 10))

    found = [counted(pair.program, date(2026, 11, day)) for day in (10, 11)]

    assert found == [(2, 0, 1), (2, 1, 0)]


def test_one_who_comes_back_is_one_person_of_a_pair():
    pair = make_pair(mentees=[])
    mentee = make_mentee(pair.program)
    add_member(pair, mentee, left_on=date(2026, 11, 10))
    add_member(pair, mentee, joined_on=date(2026, 11, 10))

    assert counted(pair.program, date(2026, 11, 10)) == (1, 1, 0)


def test_a_group_that_has_ended_stays_what_it_was_on_its_last_day():
    over = {"status": PairStatus.COMPLETED, "ended_on": date(2026, 11, 5)}
    pair = make_pair(**over)
    add_member(pair, left_on=date(2026, 11, 5))

    assert counted(pair.program, AS_OF) == (2, 0, 1)


def test_ratings_of_one_who_left_count_and_those_to_come_are_asked_of_nobody():
    pair = make_pair()
    meeting = make_meeting(pair)
    rate(meeting, 4)
    left = add_member(pair, left_on=date(2026, 11, 10))
    rate(meeting, 5, left.mentee)
    add_member(pair, joined_on=date(2026, 12, 21))

    row = indicator(december(pair.program), "mentee_satisfaction")

    assert (row["numerator"], row["denominator"]) == (2, 2)


def test_pairs_of_another_program_do_not_leak_into_the_report():
    program = make_program()
    make_meeting(make_pair(make_program()))

    figures = december(program)

    assert figures["totals"]["pairs"] == 0
    assert figures["meetings"]["count"] == 0


def test_meetings_are_counted_by_kind_and_by_month_up_to_the_day_of_the_report():
    program = make_program()
    pair = make_pair(program)
    make_meeting(pair, kind="acquaintance", day=date(2026, 10, 5), minutes=30)
    make_meeting(pair, day=date(2026, 11, 9), minutes=45)
    make_meeting(pair, day=date(2026, 12, 21))

    meetings = december(program)["meetings"]

    months = {row["label"]: row["count"] for row in meetings["by_month"]}
    assert (meetings["count"], meetings["minutes"], meetings["pairs"]) == (2, 75, 1)
    assert months == {
        "сентябрь 2026": 0,
        "октябрь 2026": 1,
        "ноябрь 2026": 1,
        "декабрь 2026": 0,
    }


def test_the_share_of_young_teachers_takes_the_newest_headcount_by_the_day():
    program = make_program()
    make_pair(program, mentees=[make_young(program)])
    make_pair(program, mentees=[make_young(program, since=date(2015, 9, 1))])
    code = HeadcountCode.YOUNG_SPECIALISTS
    for day, value in ((date(2026, 9, 20), 8), (date(2026, 12, 1), 4), (date(2026, 12, 30), 1)):
        Headcount.objects.create(program=program, code=code, value=value, as_of=day)

    row = indicator(december(program), "young_teachers_mentees")

    assert (row["numerator"], row["denominator"], row["value"]) == (1, 4, "25.0")


def test_without_a_headcount_the_share_is_no_data():
    program = make_program()
    make_pair(program, mentees=[make_young(program)])

    row = indicator(december(program), "young_teachers_mentees")

    assert (row["denominator"], row["value"]) == (None, None)


def test_more_young_teachers_than_the_school_has_is_refused_in_words():
    program = make_program()
    make_pair(program, mentees=[make_young(program)])
    make_pair(program, mentees=[make_young(program)])
    enter(
        program=program,
        code=HeadcountCode.YOUNG_SPECIALISTS,
        value=1,
        as_of=date(2026, 9, 20),
        by=None,
    )

    with pytest.raises(ValidationError, match="больше 100 %: 2 из 1"):
        draft(program=program, period="december", as_of=AS_OF, by=None)
    assert not Report.objects.exists()


def test_mentee_satisfaction_counts_everyone_who_took_part():
    program = make_program()
    pleased = make_meeting(make_pair(program))
    rate(pleased, 5)
    upset = make_meeting(make_pair(program))
    rate(upset, 2)
    make_pair(program)

    row = indicator(december(program), "mentee_satisfaction")

    assert (row["numerator"], row["denominator"], row["value"]) == (1, 3, "33.3")
    assert row["note"].startswith("Оценки дали 2 из 3.")


def test_mentor_satisfaction_comes_from_the_records_of_meetings():
    program = make_program()
    make_meeting(make_pair(program), rating=5)
    make_meeting(make_pair(program), rating=2)

    row = indicator(december(program), "mentor_satisfaction")

    assert (row["numerator"], row["denominator"], row["value"]) == (1, 2, "50.0")


def test_the_same_data_give_the_same_digest():
    program = make_program()
    make_meeting(make_pair(program))

    report = draft(program=program, period="december", as_of=AS_OF, by=None)

    assert report.digest == digest(december(program))


def test_a_day_before_the_year_is_refused():
    with pytest.raises(ValidationError, match="раньше начала учебного года"):
        december(make_program(), as_of=date(2026, 8, 1))


def test_collecting_costs_the_same_for_one_pair_and_for_many():
    program = make_program()
    make_meeting(make_pair(program))
    one = queries_of(lambda: december(program))
    for _ in range(8):
        make_meeting(make_pair(program))

    assert queries_of(lambda: december(program)) == one
