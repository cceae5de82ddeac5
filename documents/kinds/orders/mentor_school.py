"""The order on the «Школа наставников» with its program and schedule (roadmap G73 3.4)."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from documents.domain.articles import parse_articles
from documents.domain.blocks import Block, Column, Table
from documents.domain.lessons import Lesson, hours_cell, parse_lessons, total_hours
from documents.enums import DocumentKind
from documents.kinds.base import Field
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import person
from documents.kinds.orders.order import AnnexPart, order
from mentoring_portal.shared.dates import short_date
from programs.enums import EventKind, StageCode
from programs.models import Event

TOPICS = (
    Column("№ п/п", 8, "center"),
    Column("Тема занятия", 72),
    Column("Часов", 20, "center"),
)
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
        "предлагает события «Школы наставников» из плана.",
        rows=8,
        required=False,
        reads=parse_lessons,
    ),
)


def annexes(document, content) -> tuple[AnnexPart, ...]:
    lessons = parse_lessons(content["schedule"])
    if not lessons:
        raise ValidationError("В графике «Школы наставников» нет занятий: впишите хотя бы одно.")
    year = document.program.year
    return (
        AnnexPart(
            f"Программа обучения наставников на {year} учебный год",
            program_blocks(content["program"], lessons),
            is_approved=True,
        ),
        AnnexPart(
            f"График занятий «Школы наставников» на {year} учебный год",
            (Table(SCHEDULE, tuple(row(lesson) for lesson in lessons)),),
            is_approved=True,
        ),
    )


def program_blocks(text: str, lessons: Sequence[Lesson]) -> tuple[Block, ...]:
    rows = tuple(
        (number, lesson.topic, hours_cell(lesson.hours)) for number, lesson in enumerate(lessons, 1)
    )
    total = ("", "Всего", hours_cell(total_hours(lessons)))
    plan = Table(TOPICS, (*rows, total), caption="Учебно-тематический план", totals=1)
    return (*parse_articles(text), plan)


def row(lesson: Lesson) -> tuple:
    return (lesson.day, lesson.time, lesson.topic, hours_cell(lesson.hours), lesson.leader)


def planned(program) -> str:
    events = Event.objects.filter(program=program, kind=EventKind.MENTOR_SCHOOL)
    return "\n".join(line_of(event) for event in events.order_by("starts_on", "pk"))


def line_of(event: Event) -> str:
    time = f"{event.starts_at:%H:%M}" if event.starts_at else ""
    title = event.title.replace(";", ",")
    responsible = event.responsible.replace(";", ",")
    return f"{short_date(event.starts_on)}; {time}; {title}; {HOURS_OF_LESSON}; {responsible}"


def start(program) -> dict:
    return {"leader": suggestions.curator(program), "schedule": planned(program)}


KIND = order(
    DocumentKind.ORDER_MENTOR_SCHOOL,
    stage=StageCode.SELECTION_TRAINING,
    fields=FIELDS,
    annexes=annexes,
    start=start,
)
