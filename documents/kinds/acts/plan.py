"""Tables of plans: what the curator typed, what the portal knows has been done, what is ahead."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from documents.domain.articles import parse_articles
from documents.domain.blocks import Block, Column, Row, Table
from documents.domain.points import points
from documents.domain.row_lines import parse_rows, rows_of
from documents.kinds.base import Field
from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.plurals import counted
from pairs.enums import MeetingKind
from pairs.models import Meeting, Pair
from programs.domain.terms import dates_words
from programs.enums import EventKind
from programs.models import Event

PARTS = ("мероприятие", "срок", "форма", "результат", "отметка")
COLUMNS = (
    Column("№ п/п", 6, "center"),
    Column("Мероприятие", 25),
    Column("Срок", 16),
    Column("Форма", 17),
    Column("Планируемый результат", 20),
    Column("Отметка о выполнении", 16),
)
MEETINGS = (
    Column("№ п/п", 7, "center"),
    Column("Дата", 15, "center"),
    Column("Вид встречи", 28),
    Column("Тема", 38),
    Column("Минут", 12, "center"),
)
# How a row of a plan names a meeting: such a row gets its mark from the meetings held.
NAMED = {
    MeetingKind.ACQUAINTANCE: "встреча-знакомство",
    MeetingKind.TRIAL: "пробная",
    MeetingKind.PLANNING: "встреча-планирование",
    MeetingKind.WORK: "рабочие встречи",
    MeetingKind.REFLEXIVE: "промежуточная рефлексивная встреча",
    MeetingKind.FINAL: "итоговая встреча",
}
# Meetings of the staff and lessons of mentors are no part of a pair's plan.
NOT_OF_PAIRS = (EventKind.COUNCIL, EventKind.ADMIN_MEETING, EventKind.MENTOR_SCHOOL)
EVENTS_TITLE = "Мероприятия программы наставничества"


def plan_field(parts: Iterable[str] = PARTS, label: str = "План мероприятий") -> Field:
    return Field(
        "plan",
        label,
        f"Каждая строка плана – с новой строки: «{'; '.join(parts)}». Раздел – со знака «#». "
        "Последние части можно не заполнять. Очистите поле, чтобы вернуть текст портала.",
        rows=18,
        required=False,
        worded=True,
        reads=rows_of(*parts),
    )


def paragraphs(text: str) -> tuple[Block, ...]:
    """Paragraphs and points of a text without sections."""
    return parse_articles(text)


def listed(text: str) -> tuple[Block, ...]:
    """Each line a point of one list, with its dash and stop or without."""
    return parse_articles(points(text.splitlines()))


def plan_table(
    text: str,
    *,
    columns: tuple[Column, ...] = COLUMNS,
    parts: tuple[str, ...] = PARTS,
    meetings: Iterable[Meeting] = (),
    events: Iterable[tuple[str, ...]] = (),
) -> Table:
    """Raises LineError for a line of too many parts.

    ``meetings`` mark the rows that name them, ``events`` (their cells) follow in a section.
    """
    marks = marks_of(meetings)
    numbers = count(1)
    own = [numbered(row, numbers, marks) for row in parse_rows(text, parts)]
    more = [(next(numbers), *cells) for cells in events]
    section = [EVENTS_TITLE] if more else []
    return Table(columns, (*own, *section, *more))


def numbered(row: tuple[str, ...] | str, numbers: Iterator[int], marks: dict[str, str]) -> Row:
    if isinstance(row, str):
        return row
    *cells, mark = row
    return (next(numbers), *cells, mark or mark_of(cells[0], marks))


def mark_of(title: str, marks: dict[str, str]) -> str:
    named = (mark for words, mark in marks.items() if title.casefold().startswith(words))
    return next(named, "")


def marks_of(meetings: Iterable[Meeting]) -> dict[str, str]:
    """Words of a plan → «проведена 12.10.2026», for work meetings how many there were."""
    held: dict[str, list[date]] = {}
    for meeting in meetings:
        held.setdefault(meeting.kind, []).append(meeting.day)
    return {NAMED[MeetingKind(kind)]: mark_words(kind, days) for kind, days in held.items()}


def words_of_meeting(kind: str) -> str:
    """How a plan names a meeting of ``kind``; empty for a row that is no meeting."""
    return NAMED[MeetingKind(kind)] if kind else ""


def mark_words(kind: str, days: list[date]) -> str:
    if kind == MeetingKind.WORK:
        return f"проведено: {counted(len(days), 'встреча', 'встречи', 'встреч')}"
    return f"проведена {', '.join(map(short_date, sorted(days)))}"


def event_cells(event: Event, day: date) -> tuple[str, ...]:
    """A row of the five parts of a plan, as it is known on ``day``."""
    is_known = event.is_held and event.last_day <= day
    held = f"проведено {short_date(event.last_day)}" if is_known else ""
    term = event_term(event)
    kind = event.get_kind_display().partition(" (")[0]
    result = event.result if is_known else ""
    return (event.title, term, kind, result or "участие пары", held)


def event_term(event: Event) -> str:
    if event.ends_on and event.ends_on != event.starts_on:
        return dates_words(event.starts_on, event.ends_on)
    return short_date(event.starts_on)


def events_of(pair: Pair, until: date | None) -> list[Event]:
    """Events of the program for the pair's form while the pair works, in order."""
    found = Event.objects.of_program(pair.program).filter(form__in=("", pair.form))
    if pair.starts_on:
        found = found.filter(starts_on__gte=pair.starts_on)
    if until:
        found = found.filter(starts_on__lte=until)
    return list(found.exclude(kind__in=NOT_OF_PAIRS).in_order())


def meetings_of(pair: Pair, day: date, person: int | None = None) -> list[Meeting]:
    """Those held by ``day``: a paper of an earlier date knows nothing of the later ones.

    Of one mentee (the number of the person) only those held while in the pair.
    """
    held = list(pair.meetings.filter(day__lte=day).order_by("day", "pk"))
    if person is None:
        return held
    rows = [row for row in pair.members.all() if row.mentee.person_id == person]
    return [one for one in held if any(row.was_in(one.day, one.day) for row in rows)]


def joined_on(pair: Pair | None, person: int) -> date | None:
    """When this person first came into a pair that worked already."""
    rows = pair.members.all() if pair else ()
    days = [row.joined_on for row in rows if row.mentee.person_id == person]
    return min(days) if days and all(days) else None


def meetings_table(meetings: Iterable[Meeting]) -> Table:
    rows = (
        (n, row.day, row.get_kind_display(), row.topic, row.minutes)
        for n, row in enumerate(meetings, 1)
    )
    return Table(MEETINGS, tuple(rows))
