"""Courses of the School of mentors: begun from a sample or from nothing, taken apart again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction

from participants.models import Course, CourseSession
from participants.services.certificate import is_issued
from participants.services.course_session import drop_session, new_event, save_session
from programs.models import Program
from programs.services import journal

PRESET = Path(__file__).resolve().parent.parent / "presets" / "mentor_courses.yaml"
ISSUED = (
    "По этой программе выданы сертификаты: её не удаляют. Результаты и сертификаты должны "
    "остаться там, откуда их можно проверить."
)
COPIED = ("title", "form", "goal", "lead", "pass_share")


@dataclass(frozen=True)
class SampleLesson:
    title: str
    hours: object
    content: str


@dataclass(frozen=True)
class Sample:
    """A course to begin with: the portal's own, or one of a former program of the school."""

    code: str
    title: str
    fields: dict
    lessons: tuple[SampleLesson, ...]


@dataclass(frozen=True)
class Timetable:
    """When the lessons of a sample go: every ``step`` days from the first one."""

    first_day: date
    step: int
    at: time | None = None
    place: str = ""


@cache
def preset() -> tuple[Sample, ...]:
    """The portal's courses; treat them as read-only."""
    rows = yaml.load(PRESET.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Sample(
            row["code"],
            row["title"],
            {key: row[key] for key in ("title", "form", "goal")},
            tuple(SampleLesson(**line) for line in row["sessions"]),
        )
        for row in rows
    )


def samples(program: Program) -> list[Sample]:
    """The portal's, then those of the school's other programs, the newest first."""
    former = Course.objects.filter(program__organization=program.organization_id)
    former = former.exclude(program=program).exclude(sessions=None).distinct()
    rows = former.select_related("program").prefetch_related("sessions__event")
    return [*preset(), *map(sample_of, rows.order_by("-program__start_year", "pk"))]


def sample_of(course: Course) -> Sample:
    lessons = tuple(
        SampleLesson(session.event.title, session.hours, session.content)
        for session in course.sessions.all()
    )
    fields = {key: getattr(course, key) for key in COPIED}
    return Sample(str(course.pk), f"{course} ({course.program.year})", fields, lessons)


@transaction.atomic
def save_course(*, course: Course, by) -> Course:
    action = "course.change" if course.pk else "course.create"
    course.full_clean()
    course.save()
    record(course, action, by)
    return course


@transaction.atomic
def begin_from(*, program: Program, sample: Sample, when: Timetable, by) -> Course:
    """A course with its lessons in the calendar plan."""
    course = save_course(course=Course(program=program, **sample.fields), by=by)
    add_lessons(course=course, lessons=sample.lessons, when=when, by=by)
    return course


@transaction.atomic
def add_lessons(*, course: Course, lessons: Iterable[SampleLesson], when: Timetable, by) -> None:
    for number, line in enumerate(lessons):
        event = new_event(course)
        event.title, event.place, event.starts_at = line.title, when.place, when.at
        event.starts_on = when.first_day + timedelta(days=number * when.step)
        session = CourseSession(course=course, hours=line.hours, content=line.content)
        save_session(session=session, event=event, by=by)


@transaction.atomic
def delete_course(*, course: Course, by) -> None:
    """Lessons that left traces stay in the calendar plan as events."""
    if is_issued(course):
        raise ValidationError(ISSUED)
    for session in course.sessions.select_related("event"):
        drop_session(session=session, by=by)
    record(course, "course.delete", by)
    course.delete()


def record(course: Course, action: str, by, **details) -> None:
    organization = course.program.organization
    journal.record(by=by, action=action, obj=course, organization=organization, **details)
