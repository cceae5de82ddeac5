"""The journal of the School of mentors: lessons, who was there, results and certificates."""

from collections.abc import Iterator, Sequence

from django.utils import timezone

from documents.domain.blocks import Block, Column, Heading, Note, Page, Para, Row, Table, Title
from documents.domain.lessons import hours_cell
from documents.enums import DocumentKind, PaperType
from documents.kinds.base import Kind
from documents.kinds.lists.listing import TITLE, curator_signature, organization_head
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date, short_date
from participants.models import Course, CourseSession
from participants.services.training import Learner, attended_of, learners_of
from programs.enums import StageCode

LESSONS = (
    Column("№ п/п", 6, "center"),
    Column("Дата", 12, "center"),
    Column("Тема занятия", 44),
    Column("Часов", 8, "center"),
    Column("Кто ведёт", 30),
)
NUMBER, NAME = Column("№ п/п", 5, "center"), Column("Фамилия, имя, отчество", 28)
TOTALS = (
    Column("Занятий", 8, "center"),
    Column("Часов", 7, "center"),
    Column("Результат", 17),
    Column("Сертификат", 12, "center"),
)
# Columns of days that fit on a sheet beside the totals.
DAYS = 10
CAME, MISSED = "+", "н"
NO_COURSES = "Программ обучения в «Школе наставников» пока нет."


def compose(document, content) -> Page:
    organization = document.program.organization
    courses = Course.objects.of_program(document.program).select_related("program")
    blocks = (
        organization_head(organization),
        Title(content["title"], "center"),
        Note(f"По состоянию на {long_date(day_of(document))}"),
        *(block for course in courses for block in course_blocks(course)),
        *([] if courses else [Para(NO_COURSES)]),
        curator_signature(document),
    )
    return Page(content["title"], blocks, organization.name, landscape=True)


def course_blocks(course: Course) -> Iterator[Block]:
    sessions = list(course.sessions.in_order())
    yield Heading(f"Программа обучения «{course}»")
    rows = tuple(lesson_row(number, row, course) for number, row in enumerate(sessions, 1))
    yield Table(LESSONS, rows, caption="Занятия")
    learners, marks = learners_of(course), attended_of(course)
    marked = set().union(*marks.values()) if marks else set()
    parts = list(split(sessions)) or [[]]
    for part in parts:
        is_last = part is parts[-1]
        columns = (NUMBER, NAME, *map(day_column, part), *(TOTALS if is_last else ()))
        lines = (
            (number, row.training.mentor.person.full_name, *cells, *(totals(row) * is_last))
            for number, row in enumerate(learners, 1)
            for cells in [attendance(row, part, marks, marked)]
        )
        yield Table(columns, tuple(lines), caption="Посещение: «+» – посещено, «н» – нет")


def split(sessions: Sequence[CourseSession]) -> Iterator[list[CourseSession]]:
    for start in range(0, len(sessions), DAYS):
        yield list(sessions[start : start + DAYS])


def day_column(session: CourseSession) -> Column:
    return Column(f"{session.event.starts_on:%d.%m}", 5, "center")


def lesson_row(number: int, session: CourseSession, course: Course) -> Row:
    event = session.event
    leader = event.responsible or course.lead
    return (number, short_date(event.starts_on), event.title, hours_cell(session.hours), leader)


def attendance(row: Learner, part, marks, marked) -> tuple[str, ...]:
    """Nothing for a lesson ahead and for one where nobody is marked: to be filled in by hand."""
    own = marks.get(row.training.mentor.person_id, ())
    today = timezone.localdate()
    return tuple(
        ""
        if one.event_id not in marked or one.event.starts_on > today
        else (CAME if one.event_id in own else MISSED)
        for one in part
    )


def totals(row: Learner) -> Row:
    training, found = row.training, row.progress
    return (
        f"{found.attended} из {found.lessons}",
        hours_cell(found.hours),
        training.get_result_display(),
        training.certificate,
    )


JOURNAL = Kind(
    code=DocumentKind.JOURNAL_MENTOR_SCHOOL,
    type=PaperType.LIST,
    stage=StageCode.SELECTION_TRAINING,
    compose=compose,
    fields=(TITLE,),
    is_kept=False,
)
