"""The School of mentors of the demo school: one course is over by winter, another lies ahead."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import cycle

from django.core.files.base import ContentFile

from documents.services.demo.past import put_back
from participants.enums import CourseResult
from participants.models import Attendance, Course, CourseSession, Mentor, Training
from participants.services.course import Timetable, add_lessons, begin_from, preset, save_course
from participants.services.course_session import free_events, take_events
from participants.services.training import enough, enroll, learners_of, pass_attended
from programs.enums import MentoringForm
from programs.models import Event, Program
from programs.services.event import hold_event
from programs.services.media import attach

LEAD = "педагог-психолог Лебедева В. О."
PLACE = "Кабинет 12"
AT = time(15)
# Which lessons a mentor misses, one mentor after another.
MISSED = ((), (2,), (), (1,), (), (1, 2, 3), ())
SHEET = "Первая встреча: познакомиться, назвать ожидания, договориться о встречах.\n"
HELD = "Занятие проведено по плану."
FAILED = "Не посетил большинство занятий, приглашён на следующий набор."
WEEK, AHEAD = 7, 10
# The day of the order that begins the school.
ENROLLED = (10, 5)


def open_mentor_school(program: Program, today: date, by) -> None:
    """For the registry only: the commission declines some of the candidates later."""
    mentors = list(program.mentors.approved().order_by("pk"))
    course = begin_basics(program, by)
    if mentors:
        enroll(course=course, mentors=mentors[: max(1, len(mentors) * 3 // 4)], by=by)
        put_back(program, "training.enroll", min(today, program.year.day(*ENROLLED)))
    attend(course, today, by)
    give_results(course, today, by)
    begin_colleagues(program, mentors, today, by)


def begin_basics(program: Program, by) -> Course:
    """The lesson of the calendar plan is the first one; the others follow week by week."""
    sample = sample_of("basics")
    course = save_course(course=Course(program=program, lead=LEAD, **sample.fields), by=by)
    first = free_events(course)[0]
    take_events(course=course, events=[first], by=by)
    CourseSession.objects.filter(course=course).update(content=sample.lessons[0].content)
    when = Timetable(first.starts_on + timedelta(days=WEEK), WEEK, AT, PLACE)
    add_lessons(course=course, lessons=sample.lessons[1:], when=when, by=by)
    sheet = ContentFile(SHEET.encode(), "first_meeting.txt")
    attach(event=first, upload=sheet, title="Лист первой встречи.txt", by=by)
    return course


def begin_colleagues(program: Program, mentors: Sequence[Mentor], today: date, by) -> None:
    when = Timetable(today + timedelta(days=AHEAD), WEEK, AT, PLACE)
    sample = sample_of("colleagues")
    course = begin_from(program=program, sample=sample, when=when, by=by)
    teachers = [row for row in mentors if MentoringForm.TEACHER_TEACHER in row.forms]
    if teachers:
        enroll(course=course, mentors=teachers, by=by)


def sample_of(code: str):
    return next(sample for sample in preset() if sample.code == code)


def attend(course: Course, today: date, by) -> None:
    """The first lesson is marked with the other events; here the rest that were held."""
    learners = list(course.trainings.by_name())
    held = [row.event for row in course.sessions.in_order() if row.event.last_day < today]
    for event in held:
        hold(event, today, by)
    Attendance.objects.filter(event__in=held).delete()
    Attendance.objects.bulk_create(
        Attendance(event=event, person=row.mentor.person)
        for row, missed in zip(learners, cycle(MISSED), strict=False)
        for number, event in enumerate(held)
        if number not in missed
    )


def hold(event: Event, today: date, by) -> None:
    if not event.is_held:
        event.result = HELD
        hold_event(event=event, today=today, by=by)


def give_results(course: Course, today: date, by) -> None:
    """Once all lessons are over; whoever missed most of them has not passed."""
    last = max(row.event.last_day for row in course.sessions.in_order())
    rows = learners_of(course)
    if last >= today or not enough(rows):
        return
    day = last + timedelta(days=1)
    pass_attended(course=course, day=day, by=by)
    put_back(course.program, f"training.{CourseResult.PASSED}", day)
    late = [row.training.pk for row in rows if not row.progress.is_enough]
    Training.objects.filter(pk__in=late).update(
        result=CourseResult.FAILED, decided_on=day, note=FAILED
    )
