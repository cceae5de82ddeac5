"""The schedule of speed mentoring: by round for the wall, by person for the hand."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from documents.domain.blocks import Block, Column, KeyValues, Page, Row, Table, Title
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Kind
from documents.kinds.lists.listing import TITLE, curator_signature, organization_head
from mentoring_portal.shared.dates import long_date
from pairs.services.rotation import Round, Schedule, Way, schedule_of
from programs.enums import EventKind, StageCode
from programs.models import Event

ROUNDS = (
    Column("Стол", 10, "center"),
    Column("Наставник", 45),
    Column("Наставляемый", 45),
)
REST = "отдых"


def speed_events(program) -> QuerySet[Event]:
    """Only those with a schedule: there is nothing else to print."""
    events = Event.objects.filter(program=program, kind=EventKind.SPEED)
    return events.filter(encounters__isnull=False).distinct()


def compose(document, content: dict[str, Any]) -> Page:
    event, organization = document.event, document.program.organization
    schedule = schedule_of(event)
    if not schedule.rounds:
        raise ValidationError("Расписания ещё нет: составьте его на странице события.")
    blocks = (
        organization_head(organization),
        Title(content["title"], "center"),
        KeyValues(tuple(pair for pair in facts(event, schedule) if pair[1])),
        Table(ROUNDS, tuple(round_rows(schedule)), "По кругам"),
        *people("Наставники: с кем в каком круге", schedule.mentors, schedule, "mentee"),
        *people("Наставляемые: за какой стол в каком круге", schedule.mentees, schedule, "mentor"),
        curator_signature(document),
    )
    title = f"{content['title']}: {event.title}"
    return Page(title, blocks, organization.name, landscape=len(schedule.rounds) > 4)


def facts(event: Event, schedule: Schedule) -> Iterator[tuple[str, str]]:
    begins = f", {event.starts_at:%H:%M}" if event.starts_at else ""
    yield "Событие", event.title
    yield "Когда", long_date(event.starts_on) + begins
    yield "Где", event.place
    yield "Круги", f"{len(schedule.rounds)}, на каждый – {schedule.minutes} мин"


def round_rows(schedule: Schedule) -> Iterator[Row]:
    for one in schedule.rounds:
        yield round_title(one)
        for talk in one.talks:
            yield (
                talk.table,
                talk.encounter.mentor.person.full_name,
                talk.encounter.mentee.person.full_name,
            )


def round_title(one: Round) -> str:
    begins = f", {one.starts_at:%H:%M}" if one.starts_at else ""
    names = ", ".join(row.person.short_name for row in one.resting)
    return f"Круг {one.number}{begins}" + (f". Отдыхают: {names}" if names else "")


def people(title: str, ways: list[Way], schedule: Schedule, other: str) -> Iterator[Block]:
    """One line for one person: it can be cut off and handed out."""
    numbers = [one.number for one in schedule.rounds]
    share = 70 // len(numbers)
    columns = (Column("Фамилия, имя", 30), *(Column(f"Круг {n}", share) for n in numbers))
    tables = {talk.encounter.mentor_id: talk.table for one in schedule.rounds for talk in one.talks}
    rows = tuple(
        (way.participant.person.full_name, *(place(talk, other, tables) for talk in way.talks))
        for way in ways
    )
    yield Table(columns, rows, title)


def place(talk, other: str, tables: dict[int, int]) -> str:
    if talk is None:
        return REST
    name = getattr(talk, other).person.short_name
    return f"стол {tables[talk.mentor_id]}, {name}" if other == "mentor" else name


SPEED_SCHEDULE = Kind(
    code=DocumentKind.SPEED_SCHEDULE,
    type=PaperType.LIST,
    stage=StageCode.PAIRING,
    compose=compose,
    fields=(TITLE,),
    subject=Subject.EVENT,
    subjects=speed_events,
    is_kept=False,
)
