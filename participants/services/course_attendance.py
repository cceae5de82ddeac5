"""The table of attendance of a course: mentors down, lessons across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from participants.models import Attendance, Course, CourseSession, Training
from programs.services import journal

AHEAD = "Занятие ещё не началось: участников отмечают в день проведения."
# A form of Django takes a thousand fields; a page of the table stays below.
CELLS_ON_PAGE = 800
Cell = tuple[int, int]


@dataclass(frozen=True)
class Grid:
    """What a page shows: ``cells`` are (event, person) of lessons that have begun."""

    sessions: Sequence[CourseSession]
    trainings: Sequence[Training]
    marked: set[Cell]
    today: date

    def has_begun(self, session: CourseSession) -> bool:
        return session.event.starts_on <= self.today

    @property
    def cells(self) -> set[Cell]:
        begun = [row.event_id for row in self.sessions if self.has_begun(row)]
        people = [row.mentor.person_id for row in self.trainings]
        return {(event, person) for event in begun for person in people}

    @property
    def shown_marks(self) -> str:
        """What a page remembers: codes «event-person» of the ticks as it was opened."""
        return " ".join(f"{event}-{person}" for event, person in sorted(self.cells & self.marked))

    @property
    def rows(self) -> list[tuple[Training, list[tuple[CourseSession, bool, bool]]]]:
        """Training → (lesson, has begun, was there)."""
        return [
            (
                row,
                [
                    (one, self.has_begun(one), (one.event_id, row.mentor.person_id) in self.marked)
                    for one in self.sessions
                ],
            )
            for row in self.trainings
        ]

    @property
    def heads(self) -> list[tuple[CourseSession, bool, int]]:
        """(lesson, has begun, how many of the shown were there)."""
        return [
            (one, self.has_begun(one), sum(event == one.event_id for event, _person in self.marked))
            for one in self.sessions
        ]


def grid(
    course: Course, today: date, *, sessions: Sequence[CourseSession], trainings: Sequence[Training]
) -> Grid:
    people = {row.mentor.person_id for row in trainings}
    known = Attendance.objects.filter(event__in=[row.event_id for row in sessions])
    marked = {cell for cell in known.values_list("event", "person") if cell[1] in people}
    return Grid(sessions, trainings, marked, today)


def page_size(sessions: int) -> int:
    return max(10, CELLS_ON_PAGE // max(1, sessions))


@transaction.atomic
def mark_course(
    *, course: Course, shown: Iterable[Cell], was: Iterable[Cell], chosen: Iterable[Cell], by
) -> int:
    """Of the cells ``shown`` those where ``chosen`` differs from ``was`` on the opened page.

    Nothing else is touched: another tab may have marked it since. Returns how many have changed.
    """
    shown = set(shown)
    chosen, was = set(chosen) & shown, set(was) & shown
    events = {event for event, _person in shown}
    known = Attendance.objects.filter(event__in=events, event__course_session__course=course)
    rows = {(row.event_id, row.person_id): row.pk for row in known}
    added = sorted(chosen - was - rows.keys())
    removed = sorted((was - chosen) & rows.keys())
    Attendance.objects.filter(pk__in=[rows[cell] for cell in removed]).delete()
    Attendance.objects.bulk_create(Attendance(event_id=e, person_id=p) for e, p in added)
    if added or removed:
        note(course, added, removed, by)
    return len(added) + len(removed)


def ensure_begun(cells: Iterable[Cell], known: set[Cell]) -> None:
    if not set(cells) <= known:
        raise ValidationError(AHEAD)


def note(course: Course, added: Sequence[Cell], removed: Sequence[Cell], by) -> None:
    organization = course.program.organization
    journal.record(
        by=by,
        action="course.attend",
        obj=course,
        organization=organization,
        added=[list(cell) for cell in added],
        removed=[list(cell) for cell in removed],
    )
