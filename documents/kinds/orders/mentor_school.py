"""The order on the «Школа наставников» with its program and schedule (roadmap G73 3.4)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from django.core.exceptions import ValidationError
from django.db.models import Q

from documents.domain.articles import parse_articles
from documents.domain.blocks import Block, Column, Row, Table, cell_text
from documents.domain.lessons import Lesson, hours_cell, parse_lessons, total_hours
from documents.enums import DocumentKind
from documents.kinds.base import Field
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import person
from documents.kinds.orders.order import AnnexPart, order
from mentoring_portal.shared.dates import short_date
from participants.models import Course, CourseSession
from programs.enums import EventKind, StageCode
from programs.models import Event

TOPICS = (
    Column("№ п/п", 8, "center"),
    Column("Тема занятия", 72),
    Column("Часов", 20, "center"),
)
DETAILED = (
    Column("№ п/п", 8, "center"),
    Column("Тема занятия", 32),
    Column("Содержание", 45),
    Column("Часов", 15, "center"),
)
OTHER_LESSONS = "Другие занятия"
SCHEDULE = (
    Column("Дата", 14, "center"),
    Column("Время", 13, "center"),
    Column("Тема занятия", 41),
    Column("Часов", 9, "center"),
    Column("Кто ведёт", 23),
)
HOURS_OF_LESSON = 2
FIELDS = (
    person("leader", "Ответственный за занятия", "ответственный"),
    Field(
        "program",
        "Программа: цель, задачи, порядок",
        "Раздел начинайте со знака «#», пункт – с новой строки, перечисление – с дефиса.",
        rows=8,
        required=False,
        worded=True,
    ),
    Field(
        "schedule",
        "График занятий",
        "Занятие – с новой строки, части через точку с запятой: дата; время; тема; часов; кто "
        "ведёт. Например: 07.10.2026; 15:00; Первая встреча пары; 2; Соколова А. И. Портал "
        "предлагает занятия «Школы наставников» с их часами и ведущими.",
        rows=8,
        required=False,
        reads=parse_lessons,
    ),
)


def annexes(document, content) -> tuple[AnnexPart, ...]:
    lessons = parse_lessons(content["schedule"])
    if not lessons:
        raise ValidationError("В графике «Школы наставников» нет занятий: впишите хотя бы одно.")
    program = document.program
    return (
        AnnexPart(
            f"Программа обучения наставников на {program.year} учебный год",
            program_blocks(content["program"], lessons, known_lessons(program)),
            is_approved=True,
        ),
        AnnexPart(
            f"График занятий «Школы наставников» на {program.year} учебный год",
            (Table(SCHEDULE, tuple(row(lesson) for lesson in lessons)),),
            is_approved=True,
        ),
    )


Known = Mapping[str, CourseSession]


def known_lessons(program) -> Known:
    """Topic, as the schedule writes it → the lesson of a course."""
    sessions = CourseSession.objects.filter(course__program=program)
    rows = sessions.select_related("event", "course").order_by("course", "pk")
    return {plain(session.event.title): session for session in rows}


def program_blocks(text: str, lessons: Sequence[Lesson], known: Known) -> tuple[Block, ...]:
    """The plan names the content of lessons, and the courses when there are several."""
    total = ("", "Всего", hours_cell(total_hours(lessons)))
    rows = tuple(plan_rows(lessons, known))
    columns = TOPICS
    if any(session.content for session in known.values()):
        columns = DETAILED
        total = (*total[:2], "", *total[2:])
    else:
        rows = tuple(one if isinstance(one, str) else (*one[:2], *one[3:]) for one in rows)
    plan = Table(columns, (*rows, total), caption="Учебно-тематический план", totals=1)
    return (*parse_articles(text), plan)


def plan_rows(lessons: Sequence[Lesson], known: Known) -> Iterator[Row]:
    titles = [title_of(lesson, known) for lesson in lessons]
    numbers = count(1)
    for title in dict.fromkeys(titles):
        if len(set(titles)) > 1:
            yield title or OTHER_LESSONS
        for lesson, own in zip(lessons, titles, strict=True):
            if own == title:
                session = known.get(lesson.topic)
                content = session.content if session else ""
                yield (next(numbers), lesson.topic, content, hours_cell(lesson.hours))


def title_of(lesson: Lesson, known: Known) -> str:
    session = known.get(lesson.topic)
    return session.course.title if session else ""


def row(lesson: Lesson) -> tuple:
    return (lesson.day, lesson.time, lesson.topic, hours_cell(lesson.hours), lesson.leader)


def planned(program) -> str:
    """Lessons of the courses with their hours, and events of the school outside the courses."""
    own = Q(kind=EventKind.MENTOR_SCHOOL) | Q(course_session__isnull=False)
    events = Event.objects.filter(own, program=program).select_related("course_session__course")
    return "\n".join(map(line_of, events.order_by("starts_on", "starts_at", "pk")))


def line_of(event: Event) -> str:
    time = f"{event.starts_at:%H:%M}" if event.starts_at else ""
    session = getattr(event, "course_session", None)
    hours = cell_text(hours_cell(session.hours)) if session else HOURS_OF_LESSON
    leader = event.responsible or (session.course.lead if session else "")
    return f"{short_date(event.starts_on)}; {time}; {plain(event.title)}; {hours}; {plain(leader)}"


def plain(text: str) -> str:
    """As a part of a line: a semicolon would end it."""
    return text.replace(";", ",").strip()


def who_passes(document) -> str:
    """«посетивший не менее 70 % занятий»; the strictest of several courses."""
    shares = Course.objects.of_program(document.program).values_list("pass_share", flat=True)
    return f"посетивший не менее {max(shares)} % занятий" if shares else "посетивший занятия"


def start(program) -> dict:
    return {"leader": suggestions.curator(program), "schedule": planned(program)}


KIND = order(
    DocumentKind.ORDER_MENTOR_SCHOOL,
    stage=StageCode.SELECTION_TRAINING,
    fields=FIELDS,
    annexes=annexes,
    start=start,
    words={"условие зачёта": who_passes},
)
