"""A mentor's own training: lessons, files, the cabinet, the history."""

from datetime import timedelta

import pytest
from django.utils import timezone

from participants.models import Attendance
from participants.services import training as service
from participants.services.mentor_history import history_of
from tests.builders import (
    make_course,
    make_mentor,
    make_session,
)
from tests.participants.lessons import DAY, attach, learner, make_school, mentor_login, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(client):
    return make_school(client)


def test_a_mentor_sees_own_lessons_marks_files_and_result(school):
    own, other = learner(school, "Свой Пётр", 2), learner(school, "Чужой Олег", 4)
    other.note = own.note = "заметка куратора"
    own.save()
    material = attach(school.events[0])
    school.client.force_login(mentor_login(own))

    page = school.client.get(url("training_detail", own.pk))

    lines = page.context["card"].lines
    assert [line.was_there for line in lines] == [True, True, False, False]
    assert [list(line.files) for line in lines] == [[material], [], [], []]
    assert "заметка куратора" not in page.content.decode()
    assert school.client.get(url("training_detail", other.pk)).status_code == 404
    assert school.client.get(url("material_download", material.pk)).status_code == 200


def test_files_of_other_events_are_closed_to_a_mentor(school):
    training = learner(school, "Свой Пётр")
    closed = attach(make_session(make_course(school.program)).event)
    school.client.force_login(mentor_login(training))

    assert school.client.get(url("material_download", closed.pk)).status_code == 404


def test_the_cabinet_names_the_next_lesson(school):
    training = learner(school, "Свой Пётр", 1)
    make_session(school.course, timezone.localdate() + timedelta(days=3), title="Итог курса")
    for event in school.events:
        Attendance.objects.get_or_create(event=event, person=make_mentor(school.program).person)
    school.client.force_login(mentor_login(training))

    text = school.client.get(url("cabinet")).content.decode()

    assert "посещено 1 из 5 занятий" in text
    assert "– Итог курса" in text


def test_the_history_of_a_mentor_tells_of_training(school):
    training = learner(school, "Ёжиков Пётр", 4)
    training.delete()
    service.enroll(course=school.course, mentors=[training.mentor], by=school.by)
    service.pass_attended(course=school.course, day=DAY, by=school.by)

    told = [(entry.what, entry.day) for entry in history_of([training.mentor])]

    assert told == [
        ("«Школа наставников»: прошёл обучение", DAY),
        ("записан в «Школу наставников»", None),
    ]
