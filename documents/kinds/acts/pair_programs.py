"""Papers of one pair: the personal program (АЗ-1128/08) and the pair's own roadmap (ZAB)."""

from collections.abc import Iterator

from documents.domain.blocks import Block, Heading, Note
from documents.domain.form_blocks import Answer, Choice
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.acts.act import RETURN, act
from documents.kinds.acts.pair import (
    NAMES,
    UNTIL,
    agreed_stamps,
    card,
    pair_values,
    signed,
    until_of,
)
from documents.kinds.acts.pair_plan import (
    answered,
    is_planned,
    plan_of,
    plan_text,
    tasks_table,
)
from documents.kinds.acts.plan import (
    event_cells,
    events_of,
    listed,
    meetings_of,
    meetings_table,
    paragraphs,
    plan_field,
    plan_table,
)
from documents.kinds.base import Field
from documents.kinds.candidates import pair_of
from documents.kinds.values import day_of
from programs.enums import StageCode

REACHED = ("цель достигнута полностью", "цель достигнута частично", "цель не достигнута")
NOTE = Field(
    "note",
    "Пояснительная записка",
    f"Актуальность, цель, задачи, режим работы. {RETURN}",
    rows=12,
    required=False,
    worded=True,
)
RESULTS = Field(
    "results",
    "Ожидаемые результаты",
    f"Каждый результат с новой строки. {RETURN}",
    rows=6,
    required=False,
    worded=True,
)
SUMMARY = Field(
    "summary",
    "Итоги",
    "Оценка результатов по завершении программы. Пусто – итог плана пары, а пока его нет – строки "
    "для записи от руки.",
    rows=5,
    required=False,
)


def values(document):
    pair = pair_of(document)
    return pair_values(pair, pair.mentees, document)


def texts(document) -> dict[str, str]:
    """Expected results and the table as the pair has written them in its plan."""
    pair = pair_of(document)
    own = plan_of(pair)
    if own is None:
        return {}
    day = day_of(document)
    rows = plan_text(own, meetings_of(pair, day), day)
    return {"results": own.results.strip(), "plan": rows}


def roadmap_texts(document) -> dict[str, str]:
    return {key: text for key, text in texts(document).items() if key == "plan"}


def program_body(document, content) -> Iterator[Block]:
    pair = pair_of(document)
    meetings = meetings_of(pair, day_of(document))
    yield Heading("1. Пояснительная записка")
    yield from paragraphs(content["note"])
    yield Heading("2. Сведения о наставнической паре (группе)")
    yield card(pair, pair.mentees, document)
    yield Heading("3. Ожидаемые результаты")
    yield from listed(content["results"])
    yield Heading("4. План мероприятий")
    yield plan(pair, document, content, meetings)
    yield Heading("5. Ход выполнения")
    yield from course(meetings)
    yield Heading("6. Итоги выполнения программы")
    own = plan_of(pair)
    yield from summary(content["summary"] or (own.summary if own else ""))
    yield from answered(own, document, pair.mentees)
    yield from signed(pair, pair.mentees)


def plan(pair, document, content, meetings):
    day, own = day_of(document), plan_of(pair)
    events = events_of(pair, until_of(document, pair))
    if is_planned(own, document, "plan"):
        return tasks_table(own, meetings, day, [placed_cells(event, day) for event in events])
    rows = [event_cells(event, day) for event in events]
    return plan_table(content["plan"], meetings=meetings, events=rows)


def placed_cells(event, day) -> tuple[str, ...]:
    """A plan of tasks tells their resources: of an event it is the place."""
    title, term, _kind, result, mark = event_cells(event, day)
    return (title, term, event.place, result, mark)


def course(meetings) -> Iterator[Block]:
    if meetings:
        yield meetings_table(meetings)
    else:
        yield Note("Встречи пары ещё не проводились.")


def summary(text: str) -> Iterator[Block]:
    if text.strip():
        yield from paragraphs(text)
        return
    yield Choice(REACHED)
    yield Answer(4)


def roadmap_body(document, content) -> Iterator[Block]:
    pair = pair_of(document)
    yield card(pair, pair.mentees, document)
    yield Heading("План работы пары (группы)")
    yield plan(pair, document, content, meetings_of(pair, day_of(document)))
    yield from answered(plan_of(pair), document, pair.mentees)
    yield from signed(pair, pair.mentees)


PERSONAL = act(
    DocumentKind.PERSONAL_PROGRAM,
    type=PaperType.PROGRAM,
    stage=StageCode.PAIRING,
    stamps=agreed_stamps,
    body=program_body,
    fields=(UNTIL, NOTE, RESULTS, plan_field(), SUMMARY),
    subject=Subject.PAIR,
    values=values,
    texts=texts,
    own_names=NAMES,
)
ROADMAP = act(
    DocumentKind.PAIR_ROADMAP,
    type=PaperType.PLAN,
    stage=StageCode.PAIRING,
    stamps=agreed_stamps,
    body=roadmap_body,
    fields=(UNTIL, plan_field()),
    subject=Subject.PAIR,
    values=values,
    texts=roadmap_texts,
    own_names=NAMES,
)
