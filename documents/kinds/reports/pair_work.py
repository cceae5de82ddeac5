"""A mentor's report on a pair (G73 7.1, BAL): its meetings, goal and results."""

from collections.abc import Iterator
from typing import Any

from documents.domain.blocks import Block, Column, Heading, KeyValues, Para, Row, Table
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind, Subject
from documents.kinds.base import Field
from documents.kinds.candidates import mentor_of, pair_of
from documents.kinds.reports.monitoring import count_table, feedback_table, hours_words
from documents.kinds.reports.report import (
    AS_OF,
    BY_HAND,
    chapter,
    day_in,
    report,
    start,
)
from mentoring_portal.shared.dates import long_date, short_date
from monitoring.domain.periods import Window
from monitoring.services.figures import feedback_figures, feedback_of, meeting_figures
from pairs.models import Meeting, Pair
from programs.enums import StageCode

MEETINGS = (
    Column("№ п/п", 6, "center"),
    Column("Дата", 14, "center"),
    Column("Вид встречи", 26),
    Column("Тема", 42),
    Column("Минут", 12, "center"),
)
RESULTS = Field(
    "results",
    "Достигнутые результаты",
    "Не заполнено – портал печатает результаты из баз, а если их нет, оставляет строки.",
    rows=8,
    required=False,
)


def body(document, content: dict[str, Any]) -> Iterator[Block]:
    """How the mentee rated the meetings is not for the mentor: only the number of reviews."""
    pair, day = pair_of(document), day_in(document, content)
    window = Window(pair.program.year.start, day)
    meetings = meetings_of(pair, window)
    figures = meeting_figures(meetings, window)
    yield KeyValues(tuple(row for row in card(pair, day) if row[1]))
    yield from chapter("1. Цель работы", pair.goal)
    yield Heading("2. Встречи")
    hours = hours_words(figures["minutes"])
    yield Para(f"Проведено встреч: {figures['count']}. Общее время: {hours}.")
    yield Table(MEETINGS, tuple(meeting_rows(meetings)))
    yield count_table("Вид встречи", figures["by_kind"], "Проведено")
    yield Heading("3. Обратная связь")
    yield feedback_table(feedback_figures(meetings, feedback_of(meetings)))
    yield from chapter("4. Достигнутые результаты", content["results"] or known_results(pair))
    yield from chapter("5. Трудности и выводы", content["conclusions"])
    yield from chapter("6. Предложения", content["proposals"])


def meetings_of(pair: Pair, window: Window) -> list[Meeting]:
    found = Meeting.objects.filter(pair=pair).in_period(window.start, window.end)
    return list(found.order_by("day", "pk"))


def card(pair: Pair, day) -> Iterator[tuple[str, str]]:
    yield "Наставник", described(pair.mentor)
    mentees = "\n".join(map(described, pair.mentees))
    yield ("Наставляемый" if len(pair.mentees) == 1 else "Наставляемые"), mentees
    yield "Форма наставничества", pair.get_form_display()
    yield "Учебный год", str(pair.program.year)
    yield "Срок работы", term(pair)
    yield "По состоянию на", long_date(day)


def described(row) -> str:
    return ", ".join(filter(None, (row.person.full_name, row.position)))


def term(pair: Pair) -> str:
    start = f"с {short_date(pair.starts_on)}" if pair.starts_on else ""
    last = pair.ended_on or pair.ends_on
    return " ".join(filter(None, (start, f"по {short_date(last)}" if last else "")))


def meeting_rows(meetings: list[Meeting]) -> Iterator[Row]:
    for number, row in enumerate(meetings, 1):
        yield (number, row.day, row.get_kind_display(), row.topic, row.minutes)


def known_results(pair: Pair) -> str:
    texts = [pair.mentor.results, *(mentee.results for mentee in pair.mentees)]
    return "\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def signed(document) -> SignLine:
    return SignLine("Наставник", mentor_of(document).person.signature_name)


KIND = report(
    DocumentKind.REPORT_MENTOR,
    stage=StageCode.COMPLETION,
    body=body,
    fields=(
        AS_OF,
        RESULTS,
        Field("conclusions", "Трудности и выводы", BY_HAND, rows=8, required=False),
        Field("proposals", "Предложения", BY_HAND, rows=4, required=False),
    ),
    signed=signed,
    subject=Subject.PAIR,
    start=start,
)
