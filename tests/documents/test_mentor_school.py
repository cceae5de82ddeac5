"""Papers of the School of mentors: the order, the certificate, the journal of lessons."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import Heading, Para, Table
from documents.domain.form_blocks import Banner
from documents.domain.lessons import parse_lessons
from documents.enums import DocumentKind
from documents.kinds import kind_of
from documents.kinds.candidates import subjects
from documents.kinds.lists.mentor_school import DAYS as COLUMNS
from documents.kinds.orders.mentor_school import planned
from documents.services.files import page_of
from documents.services.paper import draft_paper, sheet
from participants.domain.course import Verdict
from participants.models import Attendance
from participants.services.training import learners_of, set_results
from tests.builders import make_course, make_event, make_mentor, make_session, make_training
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 10, 7), date(2026, 10, 14), date(2026, 10, 21)]
PASSED = {"result": "passed", "decided_on": date(2026, 10, 22)}


@pytest.fixture
def program():
    return make_school_program()


def fill(course, *hours):
    days = zip(DAYS, hours, strict=False)
    return [make_session(course, day, title=f"Тема {day.day}", hours=one) for day, one in days]


def passed(course, name="Серова Анна Ильинична", **fields):
    mentor = make_mentor(course.program, name, position="учитель химии")
    mentor.person.sex = "f"
    mentor.person.save()
    return make_training(course, mentor, **PASSED | {"number": 7} | fields)


def certificate(training):
    kind = kind_of(DocumentKind.CERTIFICATE_MENTOR_SCHOOL)
    page = sheet(kind, training.course.program, training.mentor)
    return page, [block.text for block in page.blocks if isinstance(block, Banner)]


def test_a_certificate_names_the_course_its_hours_days_and_number(program):
    course = make_course(program, title="Основы")
    fill(course, 2, 2, "1.5")

    page, banners = certificate(passed(course))

    assert banners == [
        "СЕРТИФИКАТ",
        "№\u00a07-ШН/2026",
        "Настоящий сертификат подтверждает, что",
        "Серова Анна Ильинична",
        "учитель химии",
        "прошла обучение в «Школе наставников»",
        "по программе «Основы» объёмом 5,5 академического часа, с\u00a07 по\u00a021\u00a0октября "
        "2026\u00a0г.",
    ]
    assert Para("Дата выдачи: 22\u00a0октября 2026\u00a0г.", align="center") in page.blocks


def test_two_courses_stand_in_one_certificate(program):
    one, other = make_course(program, title="А"), make_course(program, title="Б")
    fill(one, 1)
    training = passed(one)
    make_training(other, training.mentor, **PASSED, number=9)

    _page, banners = certificate(training)

    assert banners[1] == "№\u00a07-ШН/2026, 9-ШН/2026"
    assert banners[-1] == (
        "по программам: «А» объёмом 1 академический час, 7\u00a0октября 2026\u00a0г.; «Б»"
    )


def test_a_certificate_says_the_same_after_the_course_is_changed(program):
    course = make_course(program, title="Основы")
    sessions = fill(course, 2, 2)
    training = make_training(course)
    rows, verdict = learners_of(course), Verdict("passed", DAYS[2], "зачёт")
    set_results(course=course, rows=rows, verdict=verdict, by=None)
    _page, before = certificate(training)

    sessions[1].event.delete()
    course.sessions.update(hours=9)
    course.title = "Другая"
    course.save()

    assert certificate(training)[1] == before
    assert before[-1] == (
        "по программе «Основы» объёмом 4 академических часа, с\u00a07 по\u00a014\u00a0октября "
        "2026\u00a0г."
    )


def test_only_those_who_passed_in_this_program_get_a_certificate(program):
    course = make_course(program)
    training = passed(course)
    failed = make_training(course, result="failed", decided_on=DAYS[0])
    passed(make_course(make_school_program()))
    kind = kind_of(DocumentKind.CERTIFICATE_MENTOR_SCHOOL)

    assert list(subjects(kind, program)) == [training.mentor]
    with pytest.raises(ValidationError, match="не зачтено"):
        sheet(kind, program, failed.mentor)


def test_the_order_takes_lessons_hours_and_leaders_from_courses_and_the_plan(program):
    course = make_course(program, lead="Ведущая; психолог")
    session = fill(course, "1.5")[0]
    session.event.starts_at = time(15)
    session.event.save()
    make_event(program, kind="mentor_school", title="Вне программ", starts_on=DAYS[1])
    make_event(program, kind="seminar", starts_on=DAYS[1])

    text = planned(program)

    assert text.splitlines() == [
        "07.10.2026; 15:00; Тема 7; 1,5; Ведущая, психолог",
        "14.10.2026; ; Вне программ; 2; ",
    ]
    assert [float(lesson.hours) for lesson in parse_lessons(text)] == [1.5, 2]


def order(program):
    document = draft_paper(program=program, code=DocumentKind.ORDER_MENTOR_SCHOOL, by=None)
    return [block for block in page_of(document).blocks]


def plan_of(blocks):
    return next(
        block
        for block in blocks
        if isinstance(block, Table) and block.caption == "Учебно-тематический план"
    )


def test_the_plan_of_one_course_has_the_content_of_lessons(program):
    make_session(make_course(program), DAYS[0], title="Тема", hours=2, content="О чём")

    plan = plan_of(order(program))

    assert [column.title for column in plan.columns] == [
        "№ п/п",
        "Тема занятия",
        "Содержание",
        "Часов",
    ]
    assert plan.rows == ((1, "Тема", "О чём", 2), ("", "Всего", "", 2))


def test_lessons_of_several_courses_stand_under_their_titles(program):
    make_session(make_course(program, title="А"), DAYS[1], title="Вторая")
    make_session(make_course(program, title="Б"), DAYS[0], title="Первая")
    make_event(program, kind="mentor_school", title="Вне программ", starts_on=DAYS[2])

    assert plan_of(order(program)).rows == (
        "Б", (1, "Первая", 2),
        "А", (2, "Вторая", 2),
        "Другие занятия", (3, "Вне программ", 2),
        ("", "Всего", 6),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ((), "Наставник, посетивший занятия, начинает работу с наставляемым."),
        (
            (60, 80),
            "Наставник, посетивший не менее 80 % занятий, начинает работу с наставляемым.",
        ),
    ],
)
def test_the_order_says_who_is_let_to_work(program, shares, words):
    for share in shares:
        make_course(program, pass_share=share)
    make_event(program, kind="mentor_school", starts_on=DAYS[0])

    said = [getattr(block, "text", "").replace("\u00a0", " ") for block in order(program)]

    assert words in said


def journal(program):
    page = sheet(kind_of(DocumentKind.JOURNAL_MENTOR_SCHOOL), program)
    return page, [block for block in page.blocks if isinstance(block, Table)]


def test_the_journal_tells_who_was_where_and_with_what_result(program):
    course = make_course(program, title="Основы", lead="Ведущая")
    sessions = fill(course, 2, "1.5", 2)
    training = passed(course)
    learner = make_training(course, make_mentor(program, "Юрьев Пётр"))
    Attendance.objects.create(event=sessions[0].event, person=training.mentor.person)
    for row in (training, learner):
        Attendance.objects.create(event=sessions[1].event, person=row.mentor.person)

    page, (lessons, table) = journal(program)

    assert Heading("Программа обучения «Основы»") in page.blocks
    assert lessons.rows[1] == (2, "14.10.2026", "Тема 14", 1.5, "Ведущая")
    assert [column.title for column in table.columns[2:5]] == ["07.10", "14.10", "21.10"]
    assert table.rows == (
        (1, "Серова Анна Ильинична", "+", "+", "", "2 из 3", 3.5, "прошёл обучение", "7-ШН/2026"),
        (2, "Юрьев Пётр", "н", "+", "", "1 из 3", 1.5, "учится", ""),
    )


def test_a_long_course_is_split_into_sheets_with_the_totals_on_the_last(program):
    course = make_course(program)
    for day in range(1, COLUMNS + 3):
        make_session(course, date(2026, 10, day))
    make_training(course, make_mentor(program))

    _page, (_lessons, first, last) = journal(program)

    assert [len(table.columns) for table in (first, last)] == [2 + COLUMNS, 2 + 2 + 4]
    assert [len(table.rows[0]) for table in (first, last)] == [2 + COLUMNS, 2 + 2 + 4]


def test_the_journal_of_a_school_without_courses_says_so(program):
    page, tables = journal(program)

    assert tables == []
    assert Para("Программ обучения в «Школе наставников» пока нет.") in page.blocks
