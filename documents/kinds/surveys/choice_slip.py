"""Slips of a group meeting: whom a person would like to work with, three to a sheet."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from documents.domain.blocks import Block, Column, Heading, KeyValues, Page, PageBreak, Para, Table
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.surveys.questionnaire import RETURN
from mentoring_portal.shared.dates import long_date
from pairs.domain.mutual import MOST_CHOICES
from pairs.enums import FeedbackSide
from pairs.services.choice import SIDES, present_at
from programs.enums import EventKind, StageCode
from programs.models import Event

ON_A_SHEET = 3
# Before the meeting nobody knows who will come: a sheet of empty slips for each side.
EMPTY_SLIPS = ON_A_SHEET
BLANK_NAME = "_" * 40
COLUMNS = (
    Column("Выбор", 14, "center"),
    Column("Фамилия, имя, класс или должность", 86),
)
TITLE = Field("title", "Заголовок", RETURN, required=False, worded=True)
TO_MENTOR = Field("to_mentor", "Что просят наставника", RETURN, rows=3, required=False, worded=True)
TO_MENTEE = Field(
    "to_mentee", "Что просят наставляемого", RETURN, rows=3, required=False, worded=True
)
ASKED = {FeedbackSide.MENTOR: "to_mentor", FeedbackSide.MENTEE: "to_mentee"}


def meetings(program) -> QuerySet[Event]:
    return Event.objects.filter(program=program, kind=EventKind.PAIRING_GROUP_MEETING)


def compose(document, content: dict[str, Any]) -> Page:
    event = document.event
    people = list(slips_of(event))
    blocks = []
    for number, (side, name) in enumerate(people):
        if number and number % ON_A_SHEET == 0:
            blocks.append(PageBreak())
        blocks += slip(event, content, side, name)
    title = f"{content['title']}: {event.title}"
    return Page(title, tuple(blocks), document.program.organization.name)


def slips_of(event: Event) -> Iterator[tuple[str, str]]:
    """(side, name) of everybody who came; blank names for the side that nobody has noted yet."""
    present = present_at(event)
    for side in SIDES:
        rows = present.rows(side).values()
        names = [row.person.full_name for row in rows] or [BLANK_NAME] * EMPTY_SLIPS
        yield from ((side, name) for name in names)


def slip(event: Event, content: dict[str, Any], side: str, name: str) -> Iterator[Block]:
    yield Heading(content["title"])
    yield KeyValues(
        (
            (FeedbackSide(side).label.capitalize(), name),
            ("Встреча", f"{event.title}, {long_date(event.starts_on)}"),
        )
    )
    yield from (Para(line) for line in content[ASKED[side]].splitlines() if line.strip())
    yield Table(COLUMNS, tuple((f"{rank}-й", "") for rank in range(1, MOST_CHOICES + 1)))


CHOICE_SLIP = Kind(
    code=DocumentKind.CHOICE_SLIP,
    type=PaperType.SURVEY,
    stage=StageCode.PAIRING,
    compose=compose,
    fields=(TITLE, TO_MENTOR, TO_MENTEE),
    subject=Subject.EVENT,
    subjects=meetings,
    is_kept=False,
)
