"""A course of four lessons that are over, with those who learn there."""

import uuid
from datetime import date
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.urls import reverse

from participants.models import Attendance
from programs.enums import Role
from programs.models import Media
from tests.builders import (
    make_course,
    make_curator,
    make_mentor,
    make_program,
    make_session,
    make_training,
    make_user,
)

DAYS = [date(2026, 10, 7), date(2026, 10, 14), date(2026, 10, 21), date(2026, 10, 28)]
DAY = date(2026, 11, 2)


def make_school(client):
    program = make_program()
    curator = make_curator(program)
    client.force_login(curator)
    course = make_course(program)
    events = [make_session(course, day, title=f"Тема {day:%d}").event for day in DAYS]
    return SimpleNamespace(program=program, course=course, events=events, client=client, by=curator)


def url(name, *arguments):
    return reverse(f"participants:{name}", args=arguments)


def learner(school, name="", lessons=0, **fields):
    training = make_training(school.course, make_mentor(school.program, name), **fields)
    person = training.mentor.person
    Attendance.objects.bulk_create(
        Attendance(event=event, person=person) for event in school.events[:lessons]
    )
    return training


def results(school):
    rows = school.course.trainings.by_name()
    return [(row.mentor.person.last_name, row.result, row.number) for row in rows]


def marks(school):
    rows = Attendance.objects.order_by("event", "person__name_key")
    return [(row.event_id, row.person.last_name) for row in rows.select_related("person")]


def attach(event):
    media = Media(event=event, key=uuid.uuid4(), title="План.pdf")
    media.file.save("x", ContentFile(b"%PDF-1.4"), save=True)
    return media


def mentor_login(training):
    person = training.mentor.person
    person.user = make_user(Role.MENTOR, person.organization)
    person.save()
    return person.user
