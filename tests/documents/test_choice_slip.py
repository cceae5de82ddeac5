"""Papers of meetings without a pair: slips of choice, the schedule of speed mentoring."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import KeyValues, PageBreak, Table
from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.kinds.candidates import subjects
from documents.services.paper import sheet
from pairs.services.rotation import draw_up
from tests.assertions import assert_flat
from tests.builders import make_curator, make_event, make_mentee, make_mentor
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
SLIP, SCHEDULE = KINDS[DocumentKind.CHOICE_SLIP], KINDS[DocumentKind.SPEED_SCHEDULE]


@pytest.fixture
def program():
    return make_school_program()


def make_quest(program):
    return make_event(
        program, kind="pairing_group_meeting", title="Квест", starts_on=date(2026, 10, 14)
    )


def blocks(kind, page):
    return [block for block in page.blocks if isinstance(block, kind)]


def names_of(page):
    return [block.pairs[0] for block in blocks(KeyValues, page)]


def test_everybody_who_came_has_a_slip_of_the_own_side(program):
    quest = make_quest(program)
    mentor, mentee = make_mentor(program, "Лев Пётр Ильич"), make_mentee(program, "Яров Олег")
    for row in (mentor, mentee):
        quest.attendances.create(person=row.person)

    page = sheet(SLIP, program, quest)

    assert names_of(page) == [("Наставник", "Лев Пётр Ильич"), ("Наставляемый", "Яров Олег")]
    assert [table.rows for table in blocks(Table, page)] == [
        (("1-й", ""), ("2-й", ""), ("3-й", ""))
    ] * 2


def test_before_the_meeting_there_are_empty_slips_for_both_sides(program):
    page = sheet(SLIP, program, make_quest(program))

    assert [label for label, _name in names_of(page)] == ["Наставник"] * 3 + ["Наставляемый"] * 3
    assert len(blocks(PageBreak, page)) == 1


def test_only_group_meetings_have_slips_and_only_drawn_up_rounds_a_schedule(program):
    quest = make_quest(program)
    make_event(program, kind="speed")

    assert list(subjects(SLIP, program)) == [quest]
    assert list(subjects(SCHEDULE, program)) == []


@pytest.fixture
def evening(program):
    event = make_event(
        program, kind="speed", title="Вечер", starts_on=date(2026, 11, 11), starts_at=time(15, 30)
    )
    mentors = [make_mentor(program, f"{name} Пётр") for name in ("Аров", "Белов")]
    mentees = [make_mentee(program, f"{name} Олег") for name in ("Валов", "Гусев", "Дёмин")]
    draw_up(event=event, mentors=mentors, mentees=mentees, rounds=2, minutes=8, by=None)
    return event


def test_the_schedule_goes_by_round_and_by_person(program, evening):
    rounds, mentors, mentees = blocks(Table, sheet(SCHEDULE, program, evening))

    assert rounds.rows == (
        "Круг 1, 15:30. Отдыхают: Дёмин\u00a0О.",
        (1, "Аров Пётр", "Валов Олег"),
        (2, "Белов Пётр", "Гусев Олег"),
        "Круг 2, 15:38. Отдыхают: Гусев\u00a0О.",
        (1, "Аров Пётр", "Дёмин Олег"),
        (2, "Белов Пётр", "Валов Олег"),
    )
    assert mentors.rows[0] == ("Аров Пётр", "Валов\u00a0О.", "Дёмин\u00a0О.")
    assert mentees.rows == (
        ("Валов Олег", "стол 1, Аров\u00a0П.", "стол 2, Белов\u00a0П."),
        ("Гусев Олег", "стол 2, Белов\u00a0П.", "отдых"),
        ("Дёмин Олег", "отдых", "стол 1, Аров\u00a0П."),
    )


def test_an_event_without_rounds_has_nothing_to_print(program):
    with pytest.raises(ValidationError, match="Расписания ещё нет"):
        sheet(SCHEDULE, program, make_event(program, kind="speed"))


def test_the_schedule_costs_the_same_for_any_number_of_people(program, evening):
    def more():
        mentors = [make_mentor(program) for _ in range(6)]
        mentees = [make_mentee(program) for _ in range(9)]
        draw_up(event=evening, mentors=mentors, mentees=mentees, rounds=5, minutes=8, by=None)

    assert_flat(lambda: sheet(SCHEDULE, program, evening), more)


@pytest.mark.parametrize("code", [SLIP.code, SCHEDULE.code])
def test_the_page_of_the_sheet_opens_without_any_event(program, client, code):
    client.force_login(make_curator(program))

    assert client.get(reverse("documents:paper_create", args=[program.pk, code])).status_code == 200
