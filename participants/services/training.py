"""Mentors at the School of mentors: who learns, how they attend, the results that people set."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from participants.domain import course as rules
from participants.domain.course import Lesson, Progress, Verdict
from participants.enums import CourseResult
from participants.models import Attendance, Course, Mentor, Training
from participants.services.certificate import COLUMNS, certify, hold_results
from participants.services.training_seen import seen_result
from programs.models import Media
from programs.services import journal

NOBODY_NEW = "Все отмеченные наставники уже в списке."
NOBODY_ENOUGH = (
    "Тех, кто учится и посетил не меньше {share} % занятий, сейчас нет. Сначала отметьте посещение."
)
ISSUED = "Наставнику выдан сертификат: из списка его не убирают, но результат можно изменить."
NUMBER_TAKEN = "Номер сертификата за это время занят: повторите, портал возьмёт следующий."


@dataclass(frozen=True)
class Learner:
    training: Training
    progress: Progress

    @property
    def seen(self) -> str:
        """What a page that shows this result remembers of it."""
        return seen_result(self.training)


@dataclass(frozen=True)
class Outcome:
    """``refused`` are (training, why)."""

    recorded: int
    refused: tuple[tuple[Training, str], ...]


def passed_on(mentors: Iterable[Mentor]) -> dict[int, date]:
    """Mentor → the first day of a course passed, in this or in a former program of the school.

    The untrained are absent. One query.
    """
    people = {mentor.pk: mentor.person_id for mentor in mentors}
    passed = Training.objects.passed().filter(mentor__person__in=set(people.values()))
    rows = passed.order_by("-decided_on").values_list("mentor__person", "decided_on")
    days = dict(rows)
    return {pk: days[person] for pk, person in people.items() if person in days}


def lessons_of(course: Course, today: date) -> list[Lesson]:
    """In their order; one of the past where nobody is marked is still open."""
    sessions = list(course.sessions.in_order())
    marked = Attendance.objects.filter(event__course_session__course=course)
    known = set(marked.values_list("event", flat=True))
    return [
        Lesson(
            key=session.event_id,
            hours=session.hours,
            last_day=session.event.last_day,
            is_open=session.event.last_day > today or session.event_id not in known,
        )
        for session in sessions
    ]


def attended_of(course: Course) -> Mapping[int, set[int]]:
    """Person → the events of the course where the person was."""
    rows = Attendance.objects.filter(event__course_session__course=course)
    found = defaultdict(set)
    for person, event in rows.values_list("person", "event"):
        found[person].add(event)
    return found


def learners(trainings: Iterable[Training], course: Course) -> list[Learner]:
    """Trainings of one course with their progress; three queries."""
    lessons, attended = lessons_of(course, timezone.localdate()), attended_of(course)
    return [
        Learner(row, rules.progress(lessons, attended.get(row.mentor.person_id, ()), share))
        for row, share in ((row, course.pass_share) for row in trainings)
    ]


def learners_of(course: Course) -> list[Learner]:
    rows = course.trainings.by_name()
    for row in rows:
        row.course = course
    return learners(rows, course)


@dataclass(frozen=True)
class Candidate:
    """A mentor of the base; ``trained_on``: passed any course of the school, in any year."""

    mentor: Mentor
    trained_on: date | None


def candidates(course: Course, form: str = "") -> list[Candidate]:
    """Mentors who are not in the course yet; those of ``form`` when it is given."""
    rows = Mentor.objects.of_program(course.program).in_base().filter(person__erased_on=None)
    rows = rows.exclude(trainings__course=course).by_name()
    mentors = list(rows.of_form(form) if form else rows)
    days = passed_on(mentors)
    return [Candidate(mentor, days.get(mentor.pk)) for mentor in mentors]


@transaction.atomic
def enroll(*, course: Course, mentors: Iterable[Mentor], by) -> int:
    known = set(course.trainings.values_list("mentor", flat=True))
    new = [mentor for mentor in mentors if mentor.pk not in known]
    if not new:
        raise ValidationError(NOBODY_NEW)
    Training.objects.bulk_create(Training(course=course, mentor=mentor) for mentor in new)
    record(course, "training.enroll", [mentor.pk for mentor in new], by)
    return len(new)


@transaction.atomic
def leave(*, training: Training, by) -> None:
    if training.number is not None:
        raise ValidationError(ISSUED)
    record(training.course, "training.leave", [training.mentor_id], by)
    training.delete()


@transaction.atomic
def set_results(*, course: Course, rows: Sequence[Learner], verdict: Verdict, by) -> Outcome:
    """The same result for everyone whom the rules let; the rest come back with the reason."""
    today, year = timezone.localdate(), course.program.year
    judged = [(row, rules.refusals(verdict, row.progress, today, year)) for row in rows]
    let = [row.training for row, faults in judged if not faults]
    refused = tuple((row.training, " ".join(faults)) for row, faults in judged if faults)
    if let:
        write(let, verdict, course)
        mentors = [row.mentor_id for row in let]
        record(course, f"training.{verdict.result}", mentors, by, let[0].decided_on)
    return Outcome(len(let), refused)


def write(rows: Sequence[Training], verdict: Verdict, course: Course) -> None:
    columns = ["result", "note", "decided_on"]
    if verdict.result == CourseResult.PASSED:
        certify(rows, course)
        columns += COLUMNS
    for row in rows:
        row.result, row.note = verdict.result, verdict.note
        row.decided_on = None if verdict.result == CourseResult.LEARNING else verdict.day
    try:
        with transaction.atomic():
            Training.objects.bulk_update(rows, columns)
    except IntegrityError as error:
        raise ValidationError(NUMBER_TAKEN) from error


def known(rows: Iterable[Learner]) -> list[Learner]:
    """Without erased mentors: nothing is written about them again."""
    return [row for row in rows if row.training.mentor.person.erased_on is None]


def enough(rows: Iterable[Learner]) -> list[Learner]:
    """Those who learn and have attended what the course asks for."""
    return [
        row
        for row in known(rows)
        if row.training.result == CourseResult.LEARNING and row.progress.is_enough
    ]


@transaction.atomic
def pass_attended(*, course: Course, day: date, by) -> Outcome:
    """«Зачесть посетившим не меньше 70 %»."""
    hold_results(course)
    rows = enough(learners_of(course))
    if not rows:
        raise ValidationError(NOBODY_ENOUGH.format(share=course.pass_share))
    verdict = Verdict(CourseResult.PASSED, day)
    return set_results(course=course, rows=rows, verdict=verdict, by=by)


def materials_of(user) -> QuerySet[Media]:
    """Files of the lessons where the user learns."""
    return Media.objects.filter(
        event__course_session__course__trainings__mentor__person__user=user
    ).distinct()


def record(
    course: Course, action: str, mentors: Sequence[int], by, day: date | None = None
) -> None:
    """Of the program, as other moves of mentors are: the history of one is read in one query."""
    program = course.program
    journal.record(
        by=by,
        action=action,
        obj=program,
        organization=program.organization,
        rows=list(mentors),
        course=course.pk,
        day=day.isoformat() if day else None,
    )
