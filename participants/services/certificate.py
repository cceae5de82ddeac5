"""Certificates of the School of mentors: numbers never reused, facts as they were at the pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max

from participants.enums import CourseResult
from participants.models import Course, Training
from programs.models import Organization, Program

COLUMNS = (
    *("number", "issued_by", "issued_year"),
    *("certified_title", "certified_hours", "certified_from", "certified_until"),
)


@dataclass(frozen=True)
class Studied:
    """What a certificate says of a course; of one without lessons only the title."""

    title: str
    hours: Decimal | None = None
    first_day: date | None = None
    last_day: date | None = None


def certified_facts(training: Training) -> Studied:
    """As on the day when the certificate was given, whatever became of the lessons since."""
    if not training.certified_title:
        return studied_now(training.course)
    return Studied(
        training.certified_title,
        training.certified_hours,
        training.certified_from,
        training.certified_until,
    )


def studied_now(course: Course) -> Studied:
    sessions = list(course.sessions.in_order())
    if not sessions:
        return Studied(course.title)
    return Studied(
        course.title,
        sum((row.hours for row in sessions), Decimal(0)),
        sessions[0].event.starts_on,
        max(row.event.last_day for row in sessions),
    )


def is_issued(course: Course) -> bool:
    return course.trainings.filter(number__isnull=False).exists()


def hold_results(course: Course) -> None:
    """Until this transaction ends nobody else numbers or changes results in the school."""
    Organization.objects.select_for_update(no_key=True).get(pk=course.program.organization_id)


def certify(rows: Sequence[Training], course: Course) -> None:
    """Give ``rows`` that pass a number, once, and the facts of the course as they are now.

    Who had passed before keeps both; who passes anew keeps the number. The caller saves COLUMNS.
    """
    hold_results(course)
    held = Training.objects.in_bulk([row.pk for row in rows])
    facts, number = studied_now(course), last_number(course)
    for row in rows:
        former = held.get(row.pk, row)
        is_new = former.result != CourseResult.PASSED or former.number is None
        freeze(row, facts if is_new else certified_facts(former))
        row.number = former.number
        row.issued_by_id, row.issued_year = former.issued_by_id, former.issued_year
        if row.number is None:
            number += 1
            give_number(row, number, course.program)


def give_number(row: Training, number: int, program: Program) -> None:
    row.number = number
    row.issued_by_id, row.issued_year = program.organization_id, program.start_year


def freeze(row: Training, facts: Studied) -> None:
    row.certified_title, row.certified_hours = facts.title, facts.hours
    row.certified_from, row.certified_until = facts.first_day, facts.last_day


def last_number(course: Course) -> int:
    """Numbers run through all courses of the school in a school year."""
    program = course.program
    own = Training.objects.filter(issued_by=program.organization_id, issued_year=program.start_year)
    return own.aggregate(last=Max("number"))["last"] or 0
