"""Reports composed from the data: their figures are those of the monitoring report."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import Heading, KeyValues, Table
from documents.domain.form_blocks import Answer, SignLine
from documents.enums import DocumentKind, Journal
from documents.kinds import KINDS
from documents.kinds.reports import monitoring
from documents.kinds.reports.whole import talks
from documents.services.issue import edit, register
from documents.services.paper import draft_paper, sheet
from monitoring.services.report import collect
from pairs.models import Feedback
from participants.models import Attendance, MentorAnalysis, NeedsAnalysis, Tag
from tests.assertions import assert_flat
from tests.builders import (
    make_encounter,
    make_event,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_person,
    make_program,
)
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
WHOLE = (
    DocumentKind.REPORT_APO_MENTEES,
    DocumentKind.REPORT_APO_MENTORS,
    DocumentKind.REPORT_CURATOR,
    DocumentKind.ANALYTIC_NOTE,
    DocumentKind.FSN_DATA,
)


@pytest.fixture
def program():
    return make_school_program()


def page_of(code, program, subject=None, **values):
    days = {"as_of": DAY.isoformat()}
    return sheet(KINDS[code], program, subject, days | values)


def tables(page):
    return [block for block in page.blocks if isinstance(block, Table)]


def rows_of(page, title):
    """The rows of the table whose first column has this title."""
    return next(table.rows for table in tables(page) if table.columns[0].title == title)


def rows_under(page, title):
    """The rows of the table that has a column of this title."""
    titled = (t for t in tables(page) if title in [column.title for column in t.columns])
    return next(titled).rows


def test_needs_of_mentees_are_told_in_figures_without_names(program):
    tag = Tag.objects.create(organization=program.organization, name="учёба")
    first = make_mentee(
        program, "Ершова Яна", request="Математика.", request_source="parents", needs_support=True
    )
    second = make_mentee(program, "Юдин Лев", request="математика", form="teacher_teacher")
    make_mentee(program, "Лишняя Ия", request="Шахматы")
    first.tags.add(tag)
    for mentee, method in ((first, "interview"), (first, "observation"), (second, "interview")):
        NeedsAnalysis.objects.create(mentee=mentee, method=method, held_on=DAY, conclusion="Вывод")

    page = page_of(DocumentKind.REPORT_APO_MENTEES, program)

    assert rows_of(page, "Показатель") == (
        ("Наставляемых в базе", 3),
        ("Наставляемых, потребности которых проанализированы", 2),
        ("Доля от всех наставляемых", "66,7\xa0%"),
        ("Проведено анализов", 3),
        ("Нуждаются в психологическом сопровождении", 1),
    )
    assert rows_of(page, "Способ") == (("интервью", 2), ("наблюдение", 1), ("Итого", 3))
    assert rows_of(page, "Источник") == (
        ("родители (законные представители)", 1),
        ("не указано", 2),
        ("Итого", 3),
    )
    assert rows_of(page, "Запрос") == (("математика", 2), ("другие, каждый по одному разу", 1))
    assert rows_of(page, "Метка") == (("#учёба", 1),)
    assert "Ершова" not in str(page) and "Вывод'" not in str(page)


def test_analysis_after_the_day_of_the_report_is_not_counted(program):
    mentee = make_mentee(program)
    NeedsAnalysis.objects.create(
        mentee=mentee, method="interview", held_on=date(2026, 11, 21), conclusion="Позже"
    )

    rows = rows_of(page_of(DocumentKind.REPORT_APO_MENTEES, program), "Показатель")

    assert dict(rows)["Проведено анализов"] == 0


def test_needs_of_mentors_tell_forms_time_and_the_school_of_mentors(program):
    first = make_mentor(
        program, time_resource="2 часа", competences="химия", forms=["student_student"]
    )
    make_mentor(program, max_mentees=3, forms=[], status="candidate")
    for day in (DAY, date(2026, 10, 7)):
        lesson = make_event(program, kind="mentor_school", starts_on=day)
        Attendance.objects.create(event=lesson, person=first.person)

    page = page_of(DocumentKind.REPORT_APO_MENTORS, program)

    assert rows_of(page, "Показатель") == (
        ("Наставников в базе", 2),
        ("Из них в реестре", 1),
        ("Готовы взять наставляемых, всего", 4),
        ("Описали свои компетенции", 1),
        ("Описали свои достижения", 0),
        ("Были на занятиях «Школы наставников»", 1),
        ("Наставников, потребности которых проанализированы", 0),
        ("Доля от всех наставников", "0,0\xa0%"),
        ("Проведено анализов", 0),
    )
    assert rows_of(page, "Форма наставничества") == (("ученик – ученик", 1), ("не указано", 1))
    assert dict(rows_of(page, "Ресурс времени"))["Итого"] == 2


def test_recorded_needs_of_mentors_are_counted_without_names(program):
    needs = ("Учить ставить цель", "Учить ставить цель", "Помочь Ершовой")
    for need in needs:
        MentorAnalysis.objects.create(
            mentor=make_mentor(program), method="interview", held_on=DAY, conclusion=need
        )
    late = make_mentor(program)
    MentorAnalysis.objects.create(
        mentor=late, method="observation", held_on=date(2026, 11, 21), conclusion="Позже"
    )

    page = page_of(DocumentKind.REPORT_APO_MENTORS, program)

    figures = dict(rows_of(page, "Показатель"))
    assert figures["Наставников, потребности которых проанализированы"] == 3
    assert figures["Доля от всех наставников"] == "75,0\xa0%"
    assert rows_of(page, "Способ") == (("интервью", 3), ("Итого", 3))
    assert rows_of(page, "Чему учить, чем помочь") == (
        ("учить ставить цель", 2),
        ("другие, каждый по одному разу", 1),
    )
    assert "Ершов" not in str(page) and "Позже" not in str(page)


def test_mentors_report_lists_the_meetings_and_never_how_the_mentee_rated_them(program):
    pair = make_pair(program, make_mentor(program, "Панин Глеб Олегович"), goal="Сдать экзамен")
    meeting = make_meeting(pair, minutes=45, note="Тайное")
    make_meeting(pair, day=date(2026, 12, 1))
    Feedback.objects.create(
        meeting=meeting, person=pair.mentees[0].person, side="mentee", rating=1, text="Скучно"
    )

    page = page_of(DocumentKind.REPORT_MENTOR, program, pair)

    assert rows_of(page, "№ п/п") == (
        (1, date(2026, 11, 1), "рабочая встреча", "Подготовка к олимпиаде", 45),
    )
    assert rows_of(page, "Показатель")[0] == ("Отзывов наставляемых", 1)
    assert "Скучно" not in str(page) and "Тайное" not in str(page)
    assert page.blocks[-1] == SignLine("Наставник", "Г.\xa0О.\xa0Панин")


def test_mentors_report_prints_results_of_the_bases_until_the_curator_writes_his_own(program):
    pair = make_pair(program, mentees=[make_mentee(program, results="Призёр олимпиады")])

    pages = [
        page_of(DocumentKind.REPORT_MENTOR, program, pair, results=text) for text in ("", "Победа")
    ]

    found = [
        page.blocks[page.blocks.index(Heading("4. Достигнутые результаты")) + 1].text
        for page in pages
    ]
    assert found == ["Призёр олимпиады", "Победа"]


@pytest.mark.parametrize("code", [DocumentKind.REPORT_CURATOR, DocumentKind.ANALYTIC_NOTE])
def test_figures_are_those_of_the_monitoring_report(program, code):
    group = make_pair(program, mentees=[make_mentee(program), make_mentee(program)])
    make_pair(program, form="teacher_teacher")
    make_pair(program, status="proposed")
    make_meeting(group)
    figures = collect(program=program, period="june", as_of=DAY)

    shown = tables(page_of(code, program))

    assert monitoring.forms_table(figures) in shown
    assert monitoring.feedback_table(figures["feedback"]) in shown
    assert monitoring.indicators_table(figures["indicators"]) in shown


def test_curators_report_tells_stages_roadmap_pairs_and_events_by_its_day(program):
    program.stages.create(number=1, code="conditions", title="Подготовка", status="open")
    program.stages.create(
        number=7, code="completion", title="Завершение", starts_on=date(2027, 5, 1)
    )
    for position, (done, due) in enumerate(
        [(DAY, None), (date(2026, 11, 21), DAY), (None, date(2026, 11, 19))]
    ):
        program.roadmap_items.create(title="Дело", done_on=done, due_on=due, position=position)
    make_pair(program, status="terminated", ended_on=DAY + timedelta(1))
    make_pair(program, status="completed", ended_on=DAY)
    event = make_event(
        program, title="Праздник", starts_on=DAY, is_held=True, guests=5, result="Итог"
    )
    Attendance.objects.create(event=event, person=make_person(organization=program.organization))
    make_event(program, starts_on=date(2026, 11, 21), is_held=True)

    page = page_of(DocumentKind.REPORT_CURATOR, program)

    stages, events = (rows_under(page, title) for title in ("Этап", "Событие"))
    assert [row[3] for row in stages] == ["идёт", "не начат"]
    assert rows_of(page, "Показатель") == (
        ("Мероприятий в дорожной карте", 3),
        ("Выполнено", 1),
        ("Срок прошёл, не выполнено", 1),
    )
    assert rows_of(page, "Состояние") == (("действует", 1), ("завершена", 1), ("Итого", 2))
    assert events == ((1, DAY, "Праздник", 6, "Итог"),)


def test_statistics_count_a_person_once_in_a_form_and_once_in_the_total(program):
    girl = make_person("Ершова Яна", organization=program.organization, sex="f", birth_year=2012)
    boy = make_person("Юдин Лев", organization=program.organization, sex="", birth_year=None)
    mentor = make_mentor(program)
    mentees = [make_mentee(program, person=girl), make_mentee(program, person=boy)]
    make_pair(program, mentor, mentees)
    make_pair(program, mentor, [make_mentee(program)], form="employer_student")
    make_pair(program, starts_on=date(2026, 11, 21))

    page = page_of(DocumentKind.FSN_DATA, program, age_on="2027-01-01", groups="14, 17")

    mentors, mentees = tables(page)
    assert mentors.rows == (
        "ученик – ученик",
        ("18 лет и старше", 1, 0, 0, 1),
        ("всего по форме", 1, 0, 0, 1),
        "работодатель – ученик",
        ("18 лет и старше", 1, 0, 0, 1),
        ("всего по форме", 1, 0, 0, 1),
        ("Всего человек", 1, 0, 0, 1),
    )
    assert mentees.rows == (
        "ученик – ученик",
        ("до 14 лет включительно", 0, 1, 0, 1),
        ("не указан", 0, 0, 1, 1),
        ("всего по форме", 0, 1, 1, 2),
        "работодатель – ученик",
        ("до 14 лет включительно", 1, 0, 0, 1),
        ("всего по форме", 1, 0, 0, 1),
        ("Всего человек", 1, 1, 1, 3),
    )


def test_totals_of_statistics_are_those_of_the_monitoring_report(program):
    for form in ("student_student", "teacher_teacher"):
        make_pair(program, form=form)
    figures = collect(program=program, period="june", as_of=DAY)

    totals = [table.rows[-1][-1] for table in tables(page_of(DocumentKind.FSN_DATA, program))]

    assert totals == [figures["totals"]["mentors"], figures["totals"]["mentees"]]


def test_statistics_count_those_in_the_pair_on_the_day(program):
    pair = make_pair(program)
    for days in ({"joined_on": DAY + timedelta(1)}, {"left_on": DAY - timedelta(1)}):
        pair.members.create(mentor=pair.mentor, mentee=make_mentee(program), is_open=False, **days)
    pair.members.create(mentor=pair.mentor, mentee=make_mentee(program), is_open=False, left_on=DAY)

    page = page_of(DocumentKind.FSN_DATA, program, as_of=DAY.isoformat())

    assert [table.rows[-1][-1] for table in tables(page)] == [1, 2]


def test_ages_of_statistics_change_with_the_day_they_are_counted_on(program):
    born = date(2011, 12, 1)
    person = make_person(organization=program.organization, birth_date=born)
    make_pair(program, mentees=[make_mentee(program, person=person)])

    labels = [
        tables(page_of(DocumentKind.FSN_DATA, program, age_on=day, groups="14"))[1].rows[1][0]
        for day in ("2026-11-20", "2027-01-01")
    ]

    assert labels == ["до 14 лет включительно", "15 лет и старше"]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"groups": "17, 14"}, "Возраста в группах должны расти и быть меньше 120."),
        (
            {"as_of": "2027-09-01"},
            "Дата сведений 01.09.2027 вне учебного года 2026–2027: измените её.",
        ),
    ],
)
def test_statistics_refuse_what_cannot_be_counted(program, values, refusal):
    with pytest.raises(ValidationError) as error:
        page_of(DocumentKind.FSN_DATA, program, **values)

    assert error.value.messages == [refusal]


def test_conclusions_not_written_yet_leave_room_to_write_by_hand(program):
    empty = page_of(DocumentKind.REPORT_CURATOR, program)
    full = page_of(DocumentKind.REPORT_CURATOR, program, conclusions="Хорошо.", tasks="Лучше.")

    rooms = [sum(isinstance(block, Answer) for block in page.blocks) for page in (empty, full)]
    assert rooms == [2, 0]


@pytest.mark.parametrize("code", WHOLE)
def test_empty_school_gets_its_report(code):
    page = page_of(code, make_program())

    assert any(isinstance(block, KeyValues) for block in page.blocks)


@pytest.mark.parametrize(
    ("code", "add", "whose"),
    [
        (DocumentKind.REPORT_APO_MENTEES, make_mentee, "наставляемых"),
        (DocumentKind.REPORT_APO_MENTORS, make_mentor, "наставников"),
    ],
)
def test_a_report_on_the_needs_of_nobody_is_not_registered(program, code, add, whose):
    document = draft_paper(program=program, code=code, by=None)
    erased = add(program).person
    erased.erased_on = DAY
    erased.save()

    with pytest.raises(ValidationError) as refusal:
        register(document=document, day=DAY, by=None)
    add(program)

    assert refusal.value.messages == [
        f"В базе {whose} никого нет, отчитываться не о ком: сначала внесите людей."
    ]
    assert register(document=document, day=DAY, by=None).date == DAY


@pytest.mark.parametrize("code", WHOLE)
def test_report_is_kept_with_the_figures_of_its_day(program, code):
    make_mentor(program)
    make_mentee(program)
    document = draft_paper(program=program, code=code, by=None)
    edit(document=document, values={"as_of": DAY}, by=None)

    document = register(document=document, day=DAY, by=None)

    assert (document.journal, document.content["as_of"]) == (Journal.REPORTS, "2026-11-20")


@pytest.mark.parametrize("code", WHOLE)
def test_three_hundred_people_cost_as_many_queries_as_one(program, code):
    def fill(times):
        for _number in range(times):
            make_meeting(make_pair(program))

    fill(1)
    assert_flat(lambda: page_of(code, program), lambda: fill(150))


def test_talks_without_a_pair_stand_apart_in_the_report_of_the_curator(program):
    mentor = make_mentor(program)
    for kind, number in (("speed", 2), ("situational", 1)):
        for _ in range(number):
            make_encounter(mentor, kind=kind, day=date(2026, 11, 1))
    make_encounter(mentor, kind="speed", day=date(2026, 11, 1), is_held=False)

    told = [block.text for block in talks(program, date(2026, 11, 21))]

    assert told == [
        "Разовые встречи без закрепления пары: скоростное – 2, ситуационное – 1. "
        "В показатели наставнических пар и групп они не входят."
    ]
    assert list(talks(program, date(2026, 10, 1))) == []
