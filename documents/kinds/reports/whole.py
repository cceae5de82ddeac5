"""Papers about the whole program by a day: the curator's report and the analytic note.

Their figures are those of the June report by the same day: monitoring counts, nobody else.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count

from documents.domain.blocks import Block, Column, Heading, Para, Row, Table
from documents.enums import DocumentKind
from documents.kinds.base import CROSS, Field
from documents.kinds.reports.apo import counts_table, figures_table
from documents.kinds.reports.monitoring import (
    NUMBER,
    bases_table,
    feedback_table,
    forms_table,
    indicators_table,
    meeting_words,
    notes,
)
from documents.kinds.reports.report import (
    AS_OF,
    BY_HAND,
    CONCLUSIONS,
    chapter,
    day_in,
    head,
    report,
    start,
)
from mentoring_portal.shared.dates import short_date
from monitoring.domain.periods import counted_window
from monitoring.enums import ReportPeriod
from monitoring.services.figures import worked_pairs
from monitoring.services.report import collect
from pairs.enums import ORDERED_STATUSES, PairStatus
from pairs.models import Pair
from pairs.services.encounter import counts_of
from programs.domain.terms import dates_words
from programs.enums import StageCode, StageStatus
from programs.models import Event, RoadmapItem, Stage

STAGES = (
    Column("№", 6, "center"),
    Column("Этап", 44),
    Column("Срок", 26),
    Column("Состояние", 24),
)
EVENTS = (
    Column("№", 6, "center"),
    Column("Дата", 14, "center"),
    Column("Событие", 31),
    Column("Участников", 19, NUMBER),
    Column("Результат", 30),
)
SWOT = (
    Column("", 16),
    Column("Позитивные", 42),
    Column("Негативные", 42),
)


def figures_of(document, day: date) -> dict:
    return collect(program=document.program, period=ReportPeriod.JUNE, as_of=day)


def curator_body(document, content: dict[str, Any]) -> Iterator[Block]:
    program, day = document.program, day_in(document, content)
    figures = figures_of(document, day)
    yield head(program, day)
    yield Heading("1. Этапы и дорожная карта")
    yield Table(STAGES, tuple(stage_rows(program, day)))
    yield figures_table(roadmap_rows(program, day))
    yield Heading("2. Базы и участники")
    yield bases_table(figures["bases"])
    yield forms_table(figures)
    yield Heading("3. Наставнические пары и группы")
    yield counts_table("Состояние", pair_rows(program, day), "Пар и групп", total=True)
    yield Heading("4. События программы")
    yield Table(EVENTS, tuple(event_rows(program, day)))
    yield Heading("5. Встречи и обратная связь")
    yield Para(meeting_words(figures["meetings"]))
    yield from talks(program, day)
    yield feedback_table(figures["feedback"])
    yield Heading("6. Показатели эффективности")
    yield indicators_table(figures["indicators"])
    yield from notes(figures["indicators"])
    yield from chapter("7. Выводы", content["conclusions"])
    yield from chapter("8. Задачи на следующий учебный год", content["tasks"])


def stage_rows(program, day: date) -> Iterator[Row]:
    for stage in Stage.objects.of_program(program):
        yield (
            stage.number,
            stage.title,
            dates_words(stage.starts_on, stage.due_on),
            state_of(stage, day),
        )


def state_of(stage: Stage, day: date) -> str:
    if stage.status == StageStatus.FINISHED and stage.finished_on:
        return f"завершён {short_date(stage.finished_on)}"
    if stage.status == StageStatus.OPEN and stage.starts_on and stage.starts_on > day:
        return "не начат"
    return stage.get_status_display()


def roadmap_rows(program, day: date) -> Iterator[tuple[str, int]]:
    items = list(RoadmapItem.objects.of_program(program))
    done = [item for item in items if item.done_on and item.done_on <= day]
    late = [item for item in items if item not in done and item.due_on and item.due_on < day]
    yield ("Мероприятий в дорожной карте", len(items))
    yield ("Выполнено", len(done))
    yield ("Срок прошёл, не выполнено", len(late))


def pair_rows(program, day: date) -> list[tuple[str, int]]:
    """The very pairs that monitoring counts; one that ended later still worked by the day."""
    window = counted_window(ReportPeriod.JUNE, program.year, day)
    counts = Counter(state_on(pair, window.end) for pair in worked_pairs(program, window))
    return [(status.label, counts[status]) for status in ORDERED_STATUSES if counts[status]]


def state_on(pair: Pair, day: date) -> PairStatus:
    is_later = pair.ended_on and pair.ended_on > day
    return PairStatus.ACTIVE if is_later else PairStatus(pair.status)


def event_rows(program, day: date) -> Iterator[Row]:
    held = Event.objects.of_program(program).held().filter(starts_on__lte=day)
    found = held.annotate(marked=Count("attendances")).order_by("starts_on", "pk")
    for number, event in enumerate(found, 1):
        people = event.marked + event.guests
        yield (number, event.starts_on, event.title, people or None, event.result)


def talks(program, day: date) -> Iterator[Block]:
    """Speed and situational mentoring stand apart: no figure of the pairs counts them."""
    held = [(label, number) for label, number in counts_of(program, day) if number]
    if held:
        words = ", ".join(f"{label} – {number}" for label, number in held)
        yield Para(
            f"Разовые встречи без закрепления пары: {words}. В показатели наставнических пар "
            "и групп они не входят."
        )


def note_body(document, content: dict[str, Any]) -> Iterator[Block]:
    program, day = document.program, day_in(document, content)
    figures = figures_of(document, day)
    yield head(program, day)
    yield from chapter("1. Предмет и основание анализа", content["intro"])
    yield Heading("2. Основные сведения")
    yield forms_table(figures)
    yield Para(meeting_words(figures["meetings"]))
    yield feedback_table(figures["feedback"])
    yield Heading("3. Показатели эффективности")
    yield indicators_table(figures["indicators"])
    yield from notes(figures["indicators"])
    yield Heading("4. Сильные и слабые стороны, возможности и угрозы")
    yield Table(SWOT, swot_rows(content))
    yield from chapter("5. Выводы", content["conclusions"])
    yield from chapter("6. Предложения", content["proposals"])


def swot_rows(content: dict[str, Any]) -> tuple[Row, ...]:
    """Room to write in stays where nothing is filled in."""
    room = "\n" * 3
    cell = {key: content[key] or room for key in ("strong", "weak", "chances", "threats")}
    return (
        ("", "Сильные стороны", "Слабые стороны"),
        ("Внутренние", cell["strong"], cell["weak"]),
        ("", "Возможности", "Угрозы"),
        ("Внешние", cell["chances"], cell["threats"]),
    )


def own_text(key: str, label: str, rows: int = 5) -> Field:
    return Field(key, label, BY_HAND, rows=rows, required=False)


CURATOR = report(
    DocumentKind.REPORT_CURATOR,
    stage=StageCode.COMPLETION,
    body=curator_body,
    fields=(AS_OF, CONCLUSIONS, own_text("tasks", "Задачи на следующий учебный год", 8)),
    start=start,
)
NOTE = report(
    DocumentKind.ANALYTIC_NOTE,
    stage=CROSS,
    body=note_body,
    fields=(
        AS_OF,
        Field("intro", "Предмет и основание анализа", rows=5, required=False, worded=True),
        own_text("strong", "Сильные стороны"),
        own_text("weak", "Слабые стороны"),
        own_text("chances", "Возможности"),
        own_text("threats", "Угрозы"),
        CONCLUSIONS,
        own_text("proposals", "Предложения"),
    ),
    start=start,
)
