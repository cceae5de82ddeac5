"""Courses of the School of mentors and their lessons, in the browser and in the plan."""

import re
from datetime import date, time, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from participants.models import Attendance, Course, CourseSession
from participants.services.course import Timetable, begin_from, delete_course, preset, samples
from participants.services.course_session import MARKED, drop_session, save_session
from programs.models import AuditEvent, Event
from programs.templatetags.names_tags import bound_names
from tests.assertions import assert_flat
from tests.builders import (
    make_course,
    make_curator,
    make_event,
    make_mentor,
    make_program,
    make_session,
    make_training,
)

pytestmark = pytest.mark.django_db
FIRST = date(2026, 10, 7)


@pytest.fixture
def school(client):
    program = make_program()
    curator = make_curator(program)
    client.force_login(curator)
    return SimpleNamespace(program=program, client=client, by=curator)


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def plan(program):
    events = Event.objects.filter(program=program).order_by("starts_on")
    return list(events.values_list("kind", "starts_on", "title"))


def test_every_sample_has_lessons_with_hours_and_content():
    whole = [[row.hours > 0 and row.content != "" for row in one.lessons] for one in preset()]

    assert whole == [[True] * 4] * 3


def test_a_course_from_a_sample_puts_its_lessons_into_the_plan(school):
    when = {"first_day": FIRST, "step": 7, "at": "15:00", "place": "Кабинет 12"}

    school.client.post(url("course_sample", school.program.pk), {"sample": "peers"} | when)

    course = Course.objects.get()
    assert (course.form, course.pass_share) == ("student_student", 70)
    assert [(row.event.starts_on, row.hours) for row in course.sessions.in_order()] == [
        (FIRST + timedelta(days=7 * number), 1) for number in range(4)
    ]
    events = Event.objects.filter(program=school.program)
    assert set(events.values_list("kind", "starts_at", "place", "form", "audience")) == {
        ("mentor_school", time(15), "Кабинет 12", "student_student", "Наставники")
    }


def test_last_years_course_is_a_sample_with_its_own_lessons(school):
    former = make_program(organization=school.program.organization, start_year=2025)
    course = make_course(former, title="Наш курс", lead="Ведущая", pass_share=80)
    make_session(course, date(2025, 10, 1), title="Своя тема", hours=3, content="Своё")

    sample = samples(school.program)[-1]
    new = begin_from(program=school.program, sample=sample, when=Timetable(FIRST, 7), by=school.by)

    session = new.sessions.get()
    assert sample.title == "Наш курс (2025–2026)"
    assert (new.title, new.lead, new.pass_share) == ("Наш курс", "Ведущая", 80)
    assert (str(session), session.hours, session.content) == ("Своя тема", 3, "Своё")
    assert session.event.starts_on == FIRST


def test_another_schools_course_is_no_sample(school):
    make_session(make_course())

    assert len(samples(school.program)) == len(preset())


def test_a_course_is_for_all_forms_until_one_is_chosen(school):
    page = school.client.get(url("course_create", school.program.pk))
    school.client.post(
        url("course_create", school.program.pk), {"title": "Общая", "form": "", "pass_share": 70}
    )

    assert page.context["form"].fields["form"].choices[0] == ("", "для всех форм")
    assert Course.objects.get().form == ""


def test_a_new_lesson_is_an_event_of_the_plan(school):
    course = make_course(school.program, form="teacher_teacher", lead="Ведущая")
    values = {"title": "Тема", "starts_on": FIRST, "hours": "1,5", "content": "О чём"}

    school.client.post(url("course_session_create", course.pk), values)

    session = course.sessions.get()
    assert plan(school.program) == [("mentor_school", FIRST, "Тема")]
    assert (float(session.hours), session.content, session.event.form) == (
        1.5,
        "О чём",
        "teacher_teacher",
    )


def test_who_leads_a_lesson_stands_on_one_line_and_is_kept_as_typed(school):
    course = make_course(school.program, lead="Лосева А. П.")
    make_session(course)
    own = make_event(
        course.program, starts_on=FIRST + timedelta(7), responsible="психолог Титова В. О."
    )
    make_session(course, event=own)

    page = school.client.get(url("course_detail", course.pk)).content.decode()

    cells = re.findall(r'<td data-label="Кто ведёт">(.*?)</td>', page)
    assert cells == [
        '<span class="nowrap">Лосева\u00a0А.\u00a0П.</span>',
        'психолог <span class="nowrap">Титова\u00a0В.\u00a0О.</span>',
    ]
    own.refresh_from_db()
    assert own.responsible == "психолог Титова В. О."


def test_a_name_longer_than_a_phone_is_parted_and_no_tag_of_a_text_is_believed():
    long = f"{'Константинопольская' * 2}\u00a0В.\u00a0О."

    assert bound_names(f"{long}, <b>Титова В.") == (
        f'{long}, <span class="nowrap">&lt;b&gt;Титова\u00a0В.</span>'
    )


@pytest.mark.parametrize("hours", ["0", "-1", "", "101", "много"])
def test_a_lesson_without_sensible_hours_is_refused(school, hours):
    course = make_course(school.program)
    values = {"title": "Тема", "starts_on": FIRST, "hours": hours}

    school.client.post(url("course_session_create", course.pk), values)

    assert (course.sessions.count(), plan(school.program)) == (0, [])


def test_a_marked_lesson_is_not_moved_to_the_future(school):
    session = make_session(make_course(school.program))
    person = make_mentor(school.program).person
    Attendance.objects.create(event=session.event, person=person)
    session.event.starts_on = timezone.localdate() + timedelta(days=1)

    with pytest.raises(ValidationError, match=MARKED):
        save_session(session=session, event=session.event, by=school.by)


def test_events_of_the_plan_are_taken_in_once(school):
    course, other = make_course(school.program), make_course(school.program)
    event = make_event(school.program, kind="mentor_school", starts_on=FIRST)
    make_event(school.program, kind="seminar", starts_on=FIRST)
    stranger = make_event(kind="mentor_school", starts_on=FIRST)

    for one in (course, other):
        for chosen in (event, stranger):
            school.client.post(url("course_session_take", one.pk), {"events": [chosen.pk]})

    assert [row.event for row in CourseSession.objects.all()] == [event]
    assert course.sessions.get().hours == 2


def test_an_untouched_event_goes_with_its_lesson_and_a_marked_one_stays(school):
    course = make_course(school.program)
    empty, marked = make_session(course), make_session(course, title="С отметками")
    Attendance.objects.create(event=marked.event, person=make_mentor(school.program).person)

    went = [drop_session(session=row, by=school.by) for row in (empty, marked)]

    assert went == [True, False]
    assert [title for *_rest, title in plan(school.program)] == ["С отметками"]
    assert course.sessions.count() == 0


def test_a_course_with_certificates_is_not_deleted(school):
    course = make_course(school.program)
    make_training(course, number=1)
    with pytest.raises(ValidationError):
        delete_course(course=course, by=school.by)

    course.trainings.update(number=None)
    make_session(course)
    delete_course(course=course, by=school.by)

    assert (Course.objects.count(), plan(school.program)) == (0, [])


def test_the_list_counts_lessons_hours_and_mentors(school):
    course = make_course(school.program)
    make_session(course, hours=2)
    make_session(course, hours="1.5")
    make_training(course, result="passed", decided_on=FIRST)
    make_training(course)
    make_training(course)

    row, hours = school.client.get(url("course_list", school.program.pk)).context["rows"][0]

    assert (row.lessons, row.learners, row.passed, float(hours)) == (2, 3, 1, 3.5)


def test_pages_of_a_course_cost_the_same_for_any_number_of_lessons_and_mentors(school):
    course = make_course(school.program)
    make_session(course)
    make_training(course)
    make_mentor(school.program)
    pages = [
        url("course_list", school.program.pk),
        *(
            url(f"course_{name}", course.pk)
            for name in ("detail", "learners", "attendance", "enroll")
        ),
    ]

    def look():
        assert {school.client.get(page).status_code for page in pages} == {200}

    def grow():
        for number in range(11):
            make_session(course, FIRST + timedelta(days=number))
        for _each in range(30):
            make_training(course)
            make_mentor(school.program)

    assert_flat(look, grow)


def test_what_is_done_to_courses_is_written_down(school):
    course = make_course(school.program)
    session = make_session(course)
    drop_session(session=session, by=school.by)
    delete_course(course=course, by=school.by)

    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["session.delete", "event.delete", "course.delete"]
