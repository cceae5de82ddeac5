"""What papers of a pair take from its plan, so that nobody types it twice.

A text that the curator has typed into the paper itself wins. Like all facts of a paper, marks and
agreements are those known on its day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from documents.domain.blocks import Column, KeyValues, Row, Table
from documents.domain.points import lowered
from documents.kinds.acts.plan import EVENTS_TITLE, marks_of, words_of_meeting
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import short_date
from pairs.enums import TaskMark
from pairs.models import Meeting, Pair, Plan, PlanTask
from participants.models import Mentee

DIVIDERS = str.maketrans({";": ",", "{": "(", "}": ")", "\n": " ", "\r": " "})
COLUMNS = (
    Column("№ п/п", 6, "center"),
    Column("Задача, мероприятие", 25),
    Column("Срок", 16),
    Column("Ресурсы", 17),
    Column("Планируемый результат", 20),
    Column("Отметка о выполнении", 16),
)


def plan_of(pair: Pair | None) -> Plan | None:
    """The plan with at least one task: an empty one says nothing to a paper."""
    plan = getattr(pair, "plan", None) if pair else None
    return plan if plan and plan.tasks.exists() else None


def is_planned(plan: Plan | None, document, key: str) -> bool:
    """Whether the paper takes ``key`` from the plan."""
    return plan is not None and not document.content.get(key)


def own_tasks(plan: Plan) -> list[PlanTask]:
    """Without the meetings that every pair has."""
    return [task for task in plan.tasks.all() if not task.meeting_kind]


def tasks_text(plan: Plan) -> str:
    return "\n".join(task.title.translate(DIVIDERS) for task in own_tasks(plan))


def plan_text(plan: Plan, meetings: Iterable[Meeting], day: date, since: date | None = None) -> str:
    """The table as the field of the paper shows it: a row a line."""
    rows = cells_of(plan, list(meetings), day, since)
    return "\n".join("; ".join(map(plain, cells)).rstrip("; ") for cells in rows)


def plain(cell: str) -> str:
    return cell.translate(DIVIDERS).lstrip("# ")


def tasks_table(
    plan: Plan,
    meetings: Iterable[Meeting],
    day: date,
    events: Iterable[tuple[str, ...]] = (),
    since: date | None = None,
) -> Table:
    """The plan's own rows, then the events of the program in a section of their own."""
    numbers = count(1)
    rows = cells_of(plan, list(meetings), day, since)
    own: list[Row] = [(next(numbers), *cells) for cells in rows]
    more: list[Row] = [(next(numbers), *cells) for cells in events]
    return Table(COLUMNS, (*own, *([EVENTS_TITLE] if more else []), *more))


def cells_of(
    plan: Plan, meetings: list[Meeting], day: date, since: date | None = None
) -> Iterator[tuple[str, ...]]:
    """``since`` is the day of joining: what was marked before is not the newcomer's."""
    marks = marks_of(meetings)
    for task in plan.tasks.all():
        mark = mark_words(task, day, since) or marks.get(words_of_meeting(task.meeting_kind), "")
        yield (task.title, short_date(task.due_on), task.resources, task.expected, mark)


def mark_words(task: PlanTask, day: date, since: date | None = None) -> str:
    """«выполнено частично 12.10.2026: нет кабинета»; nothing for a mark of a later day."""
    marked = task.marked_on
    if task.mark == TaskMark.PLANNED or not marked or not (since or marked) <= marked <= day:
        return ""
    words = f"{task.get_mark_display()} {short_date(marked)}"
    return f"{words}: {task.comment}" if task.comment else words


def answered(plan: Plan | None, document, mentees: Iterable[Mentee]) -> Iterator[KeyValues]:
    """Who of these has agreed with the plan and when; nothing until somebody has."""
    if plan is None:
        return
    answers = {row.person_id: row for row in plan.agreements.all() if row.is_agreed}
    sides = [(plan.pair.mentor.person, "наставник")]
    sides += [(mentee.person, "наставляемый") for mentee in mentees]
    day = day_of(document)
    lines = [agreed_words(answers.get(person.pk), person, side, day) for person, side in sides]
    if any(lines):
        yield KeyValues((("Согласны с планом", "\n".join(filter(None, lines))),))


def agreed_words(answer, person, side: str, day: date) -> str:
    if answer is None or answer.agreed_on > day:
        return ""
    paper = " (на бумаге)" if answer.is_on_paper else ""
    return f"{person.short_name}, {side} – {short_date(answer.agreed_on)}{paper}"


def listed_tasks(plan: Plan | None, usual: tuple[str, ...]) -> str:
    """Points of a note: the pair's own tasks, else the usual ones."""
    lines = [task.title for task in own_tasks(plan)] if plan else []
    return ";\n".join(f"– {lowered(line.rstrip(' .;'))}" for line in lines or usual) + "."
