"""The table of attendance of a course: who marks what, also out of a stale page."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from participants.models import Attendance
from tests.assertions import queries_of
from tests.builders import (
    make_mentor,
    make_session,
    make_training,
)
from tests.participants.lessons import (
    DAYS,
    learner,
    make_school,
    marks,
    url,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(client):
    return make_school(client)


def test_the_table_changes_only_the_cells_that_it_showed(school):
    anna, boris = learner(school, "Аннова Анна", 2), learner(school, "Борисов Борис", 1)
    first, second, *_rest = (event.pk for event in school.events)
    values = {
        "session": [second],
        "mentor": [anna.mentor.person_id, boris.mentor.person_id],
        "cell": [f"{second}-{boris.mentor.person_id}"],
    }

    school.client.post(url("course_attend", school.course.pk), values)

    assert marks(school) == [(first, "Аннова"), (first, "Борисов"), (second, "Борисов")]


def test_a_stale_page_takes_no_mark_of_another_away(school):
    anna, boris = learner(school, "Аннова Анна", 1), learner(school, "Борисов Борис")
    first = school.events[0].pk
    cells = {row: f"{first}-{row.mentor.person_id}" for row in (anna, boris)}
    people = [anna.mentor.person_id, boris.mentor.person_id]
    page = school.client.get(url("course_attendance", school.course.pk)).content.decode()
    (was,) = re.findall('name="was" value="([^"]*)"', page)
    opened = {"session": [first], "mentor": people, "was": was}

    for chosen in ([cells[anna], cells[boris]], []):
        school.client.post(url("course_attend", school.course.pk), opened | {"cell": chosen})

    assert marks(school) == [(first, "Борисов")]


def test_a_lesson_ahead_is_not_marked(school):
    anna = learner(school, "Аннова Анна")
    ahead = make_session(school.course, timezone.localdate() + timedelta(days=1)).event
    cell = {"cell": [f"{ahead.pk}-{anna.mentor.person_id}"]}
    shown = {"session": [ahead.pk], "mentor": [anna.mentor.person_id]}

    for values in (shown | cell, shown):
        response = school.client.post(url("course_attend", school.course.pk), values)
        assert response.status_code == 200

    assert marks(school) == []


def test_one_lesson_is_shown_alone_for_a_phone(school):
    learner(school, "Аннова Анна", 1)
    session = school.events[0].course_session

    page = school.client.get(url("course_attendance", school.course.pk) + f"?session={session.pk}")

    assert page.context["one"] == session
    assert page.content.decode().count('name="cell"') == 1


def test_sixty_mentors_by_twelve_lessons_fit_into_one_form_and_few_queries(school):
    for number in range(8):
        make_session(school.course, DAYS[0] - timedelta(days=number + 1))
    trainings = [learner(school) for _each in range(60)]
    page = school.client.get(url("course_attendance", school.course.pk))
    sessions = [row.event_id for row in page.context["grid"].sessions]
    people = [row.mentor.person_id for row in trainings]
    every = [f"{event}-{person}" for event in sessions for person in people]
    values = {"session": sessions, "mentor": people, "cell": every}

    spent = queries_of(lambda: school.client.post(url("course_attend", school.course.pk), values))

    assert (len(sessions), len(page.context["grid"].trainings)) == (12, 60)
    assert Attendance.objects.count() == 720
    assert spent < 40


def test_a_page_of_the_table_never_exceeds_the_fields_of_a_form(school):
    for _each in range(210):
        make_training(school.course, make_mentor(school.program))

    page = school.client.get(url("course_attendance", school.course.pk))

    assert len(page.context["grid"].cells) == 800
    assert page.context["page_obj"].paginator.num_pages == 2
