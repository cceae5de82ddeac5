"""A mentor's portfolio: what the base, the pairs and the events of the program know of him."""

from collections.abc import Iterator
from typing import Any

from documents.domain.blocks import (
    Block,
    Column,
    Heading,
    KeyValues,
    Page,
    Para,
    Row,
    Table,
    Title,
)
from documents.domain.form_blocks import Answer, SignLine
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.base import Kind
from documents.kinds.candidates import mentor_of
from documents.kinds.lists.listing import TITLE, organization_head
from mentoring_portal.shared.dates import short_date
from pairs.models import Pair
from participants.models import Attendance, Mentor
from programs.enums import StageCode

PAIRS = (
    Column("№ п/п", 6, "center"),
    Column("Учебный год", 14, "center"),
    Column("Наставляемый (наставляемые)", 30),
    Column("Форма наставничества", 20),
    Column("Цель и результаты", 30),
)
EVENTS = (
    Column("№ п/п", 6, "center"),
    Column("Дата", 14, "center"),
    Column("Событие", 80),
)
ROOM = 3


def compose(document, content: dict[str, Any]) -> Page:
    organization = document.program.organization
    mentor = mentor_of(document)
    title = f"{content['title']}: {mentor.person.full_name}"
    blocks = (organization_head(organization), Title(title, "center"), *body(mentor))
    return Page(title, blocks, organization.name)


def body(mentor: Mentor) -> Iterator[Block]:
    yield Heading("1. Сведения о наставнике")
    yield KeyValues(tuple(pair for pair in facts(mentor) if pair[1]))
    yield from chapter("2. Основные компетенции", mentor.competences)
    yield from chapter("3. Важные для программы достижения", mentor.achievements)
    yield Heading("4. Наставническая деятельность")
    yield Table(PAIRS, tuple(pair_rows(mentor)))
    yield Heading("5. Участие в событиях программ")
    yield Table(EVENTS, tuple(event_rows(mentor)))
    yield from chapter("6. Результаты и отзывы", results(mentor))
    yield SignLine("Наставник", mentor.person.signature_name)


def facts(mentor: Mentor) -> Iterator[tuple[str, str]]:
    """Without the contacts: a portfolio is shown to many."""
    yield "Фамилия, имя, отчество", mentor.person.full_name
    yield "Должность", mentor.position
    yield "Место работы", mentor.workplace
    yield "Интересы", mentor.interests
    yield "Формы наставничества", ", ".join(mentor.form_labels)
    yield "Виды наставничества", ", ".join(mentor.kind_labels)
    yield "Желаемый возраст наставляемых", mentor.preferred_age
    yield "Ресурс времени", mentor.time_resource
    yield "В программе с", short_date(mentor.entry_date)
    yield "Страница портфолио", mentor.portfolio_url


def chapter(title: str, text: str) -> Iterator[Block]:
    """Room to write by hand where the portal knows nothing."""
    yield Heading(title)
    lines = [line for line in text.splitlines() if line.strip()]
    yield from (Para(line.strip()) for line in lines)
    if not lines:
        yield Answer(ROOM)


def pair_rows(mentor: Mentor) -> Iterator[Row]:
    """Pairs of all years that an order has fixed."""
    pairs = Pair.objects.ordered().filter(mentor__person=mentor.person)
    found = pairs.with_people().select_related("program").order_by("starts_on", "pk")
    for number, pair in enumerate(found, 1):
        mentees = [mentee.person.full_name for mentee in pair.mentees]
        results = [mentee.results for mentee in pair.mentees if mentee.results]
        outcome = "\n".join(filter(None, (pair.goal, *results)))
        year = str(pair.program.year)
        yield (number, year, "; ".join(mentees), pair.get_form_display(), outcome)


def event_rows(mentor: Mentor) -> Iterator[Row]:
    marks = Attendance.objects.filter(person=mentor.person).select_related("event")
    found = marks.order_by("event__starts_on", "pk")
    for number, mark in enumerate(found, 1):
        yield (number, mark.event.starts_on, mark.event.title)


def results(mentor: Mentor) -> str:
    return "\n".join(filter(None, (mentor.results, mentor.case_link)))


PORTFOLIO = Kind(
    code=DocumentKind.MENTOR_PORTFOLIO,
    type=PaperType.FORM,
    stage=StageCode.MENTOR_BASE,
    compose=compose,
    fields=(TITLE,),
    subject=Subject.MENTOR,
    is_kept=False,
)
