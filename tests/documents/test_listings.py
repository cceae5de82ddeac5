"""Bases, lists and the portfolio, printed from the data of today."""

from datetime import date

import pytest

from documents.domain.blocks import Signature, Table, Title
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.models import Document
from documents.services.paper import sheet
from participants.domain.base_forms import OFFICIAL_COLUMNS
from participants.enums import BaseKind, ParticipantStatus
from participants.models import Attendance
from tests.assertions import assert_flat
from tests.builders import (
    make_event,
    make_mentee,
    make_mentor,
    make_pair,
    make_partner,
    make_program,
)
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
LISTS = (
    DocumentKind.BASE_MENTEES,
    DocumentKind.BASE_MENTORS,
    DocumentKind.BASE_PROGRAMS,
    DocumentKind.BASE_CASES,
    DocumentKind.MENTEE_WISH_LIST,
    DocumentKind.PARTNERS_LIST,
)


@pytest.fixture
def program():
    return make_school_program()


def page_of(code, program, subject=None):
    return sheet(KINDS[code], program, subject)


def table_of(code, program, subject=None):
    return next(b for b in page_of(code, program, subject).blocks if isinstance(b, Table))


def working_pair(program):
    mentor = make_mentor(program, "Панин Глеб Олегович", workplace="Школа № 9", competences="химия")
    mentee = make_mentee(
        program, "Ершова Яна Тимуровна", request="олимпиада", entry_date=date(2026, 9, 10)
    )
    return make_pair(program, mentor, [mentee])


@pytest.mark.parametrize(
    ("code", "base"),
    [
        (DocumentKind.BASE_MENTEES, BaseKind.MENTEES),
        (DocumentKind.BASE_MENTORS, BaseKind.MENTORS),
    ],
)
def test_bases_have_the_official_titles_in_the_official_order(program, code, base):
    titles = [column.title for column in table_of(code, program).columns]

    assert titles == [title for _code, title in OFFICIAL_COLUMNS[base]]


def test_base_of_mentees_has_one_row_a_mentee_with_real_dates(program):
    working_pair(program)
    make_mentee(program, "Ушедшая Ия", status=ParticipantStatus.WITHDRAWN)

    assert table_of(DocumentKind.BASE_MENTEES, program).rows == (
        (
            1,
            "Ершова Яна Тимуровна",
            2012,
            "олимпиада",
            date(2026, 9, 10),
            "Панин Глеб Олегович",
            "ученик – ученик",
            "Школа № 9",
            None,
            "",
            "",
            "",
        ),
    )


def test_base_of_mentors_names_those_whom_he_guides(program):
    working_pair(program)

    (row,) = table_of(DocumentKind.BASE_MENTORS, program).rows

    assert (row[1], row[2], row[3], row[9]) == (
        "Панин Глеб Олегович",
        "Школа № 9",
        "химия",
        "Ершова Яна Тимуровна",
    )


def test_sheet_has_its_title_the_curator_and_leaves_no_record(program):
    blocks = page_of(DocumentKind.BASE_MENTEES, program).blocks

    assert Title("База наставляемых на 2026–2027 учебный год", "center") in blocks
    assert blocks[-1] == Signature("Куратор", "А.\xa0И.\xa0Соколова")
    assert not Document.objects.exists()


def test_school_without_a_curator_signs_by_hand():
    blocks = page_of(DocumentKind.PARTNERS_LIST, make_program()).blocks

    assert blocks[-1] == Signature("Куратор", "_" * 18)


def test_wishes_keep_the_order_of_choice_and_leave_out_who_has_finished(program):
    mentee = make_mentee(
        program, "Ершова Яна Тимуровна", position="8 «А»", request_source="parents"
    )
    first = make_mentor(program, "Яшин Олег Ильич")
    second = make_mentor(program, "Абрамова Инна Львовна")
    mentee.wishes.add(first)
    mentee.wishes.add(second)
    make_mentee(program, status=ParticipantStatus.COMPLETED)

    assert table_of(DocumentKind.MENTEE_WISH_LIST, program).rows == (
        (
            1,
            "Ершова Яна Тимуровна",
            "8 «А»",
            "",
            "родители (законные представители)",
            "ученик – ученик",
            "Яшин Олег Ильич; Абрамова Инна Львовна",
        ),
    )


def test_partners_stand_with_what_they_offer_and_their_agreement(program):
    make_partner(
        program.organization,
        name="Завод «Луч»",
        offers="экскурсии",
        contact_name="Лужин А. А.",
        contact_post="мастер",
        phone="8 (000) 1",
        agreement_number="7",
        agreement_on=date(2026, 9, 1),
    )
    make_partner(name="Чужой завод")

    assert table_of(DocumentKind.PARTNERS_LIST, program).rows == (
        (1, "Завод «Луч»", "экскурсии", "Лужин А. А., мастер", "8 (000) 1", "№ 7 от 01.09.2026"),
    )


def test_cases_gather_both_sides_of_all_years_and_never_an_erased_person(program):
    former = make_program(organization=program.organization, start_year=2025)
    make_mentor(former, "Панин Глеб Олегович", case_link="https://a.example", results="Рост")
    make_mentee(program, "Ершова Яна Тимуровна", case_link="https://b.example", position="8 «А»")
    make_mentee(program, "Без Кейса Ольга")
    erased = make_mentee(program, "Стёртый Иван", case_link="https://c.example")
    erased.person.erased_on = date(2026, 10, 1)
    erased.person.save()
    make_mentee(case_link="https://other.example")

    form = "ученик – ученик"
    assert table_of(DocumentKind.BASE_CASES, program).rows == (
        "Наставники",
        (1, "Панин Глеб Олегович", "", form, "Рост", "https://a.example", "2025–2026"),
        "Наставляемые",
        (2, "Ершова Яна Тимуровна", "8 «А»", form, "", "https://b.example", "2026–2027"),
    )


def test_base_of_programs_counts_bases_and_ordered_pairs_of_each_year(program):
    working_pair(program)
    make_pair(program, status="proposed")
    make_program(organization=program.organization, start_year=2025, title="Прежняя")

    rows = table_of(DocumentKind.BASE_PROGRAMS, program).rows

    assert [(row[0], row[2], *row[5:9]) for row in rows] == [
        (1, "2026–2027", 2, 2, 1, 0),
        (2, "2025–2026", 0, 0, 0, 0),
    ]


def test_portfolio_tells_of_ordered_pairs_and_events_and_is_signed_by_the_mentor(program):
    pair = working_pair(program)
    make_pair(program, pair.mentor, status="rejected")
    event = make_event(program, title="Семинар", starts_on=date(2026, 10, 7))
    Attendance.objects.create(event=event, person=pair.mentor.person)

    blocks = page_of(DocumentKind.MENTOR_PORTFOLIO, program, pair.mentor).blocks

    pairs, events = (block for block in blocks if isinstance(block, Table))
    assert pairs.rows == ((1, "2026–2027", "Ершова Яна Тимуровна", "ученик – ученик", ""),)
    assert events.rows == ((1, date(2026, 10, 7), "Семинар"),)
    assert blocks[-1] == SignLine("Наставник", "Г.\xa0О.\xa0Панин")


@pytest.mark.parametrize("code", LISTS)
def test_empty_school_gets_a_sheet_with_an_empty_table(code):
    program = make_program()

    rows = table_of(code, program).rows

    wanted = 1 if code == DocumentKind.BASE_PROGRAMS else 0
    assert len(rows) == wanted


@pytest.mark.parametrize("code", LISTS)
def test_three_hundred_rows_cost_as_many_queries_as_one(program, code):
    def fill(times):
        for number in range(times):
            pair = make_pair(program)
            pair.mentees[0].wishes.add(pair.mentor)
            make_mentee(program, case_link=f"https://example.org/{number}")
            make_partner(program.organization)

    fill(1)
    assert_flat(lambda: page_of(code, program), lambda: fill(100))
