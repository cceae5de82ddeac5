"""«Индивидуальный маршрут (план развития) наставляемого»: goals, tasks, resources, marks."""

from collections.abc import Iterator

from documents.domain.blocks import Block, Heading, KeyValues, Para
from documents.domain.form_blocks import Answer
from documents.domain.points import sentence_part
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.acts.act import RETURN, act
from documents.kinds.acts.pair import NAMES, UNTIL, agreed_stamps, card, pair_values, signed
from documents.kinds.acts.pair_plan import (
    COLUMNS,
    answered,
    is_planned,
    plan_of,
    plan_text,
    tasks_table,
    tasks_text,
)
from documents.kinds.acts.plan import (
    joined_on,
    listed,
    meetings_of,
    paragraphs,
    plan_field,
    plan_table,
)
from documents.kinds.base import Field
from documents.kinds.candidates import mentee_of
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import short_date
from pairs.enums import OPEN_STATUSES, PairStatus
from pairs.models import Pair
from participants.models import Mentee, NeedsAnalysis
from programs.enums import StageCode

PARTS = ("задача, мероприятие", "срок", "ресурсы", "результат", "отметка")
GOAL = Field("goal", "Цель", RETURN, rows=3, required=False, worded=True)
TASKS = Field(
    "tasks",
    "Задачи",
    f"Каждая задача с новой строки. {RETURN}",
    rows=6,
    required=False,
    worded=True,
)
REFLECTION = Field(
    "reflection",
    "Выводы наставляемого и наставника",
    "Пусто – итог плана пары, а пока его нет – строки для записи от руки.",
    rows=4,
    required=False,
)


def pair_with(mentee: Mentee) -> Pair | None:
    """The pair that works with the mentee now, else the last one that did."""
    found = Pair.objects.filter(members__mentee=mentee).exclude(
        status__in=(PairStatus.PROPOSED, PairStatus.REJECTED)
    )
    pairs = found.with_people().order_by("pk")
    working = [pair for pair in pairs if pair.status in OPEN_STATUSES and mentee in pair.mentees]
    return (working or list(pairs) or [None])[-1]


def values(document):
    mentee = mentee_of(document)
    pair = pair_with(mentee)
    return pair_values(pair, [mentee], document, joined_on(pair, mentee.person_id))


def texts(document) -> dict[str, str]:
    """Goal, tasks and the table as the pair has written them in its plan."""
    mentee = mentee_of(document)
    pair = pair_with(mentee)
    plan = plan_of(pair)
    if plan is None:
        return {}
    day, person = day_of(document), mentee.person_id
    return {
        "goal": f"Цель – {sentence_part(plan.goal)}." if plan.goal.strip() else "",
        "tasks": tasks_text(plan),
        "plan": plan_text(plan, meetings_of(pair, day, person), day, joined_on(pair, person)),
    }


def body(document, content) -> Iterator[Block]:
    mentee = mentee_of(document)
    pair = pair_with(mentee)
    plan = plan_of(pair)
    yield card(pair, [mentee], document, joined_on(pair, mentee.person_id))
    yield KeyValues(tuple(needs(mentee)))
    yield Heading("1. Цель и задачи")
    yield from paragraphs(content["goal"])
    yield from listed(content["tasks"])
    yield from results(plan)
    yield Heading("2. План мероприятий")
    yield table(document, content, pair, plan)
    yield Heading("3. Выводы наставляемого и наставника")
    yield from conclusions(content["reflection"] or (plan.summary if plan else ""))
    yield from answered(plan, document, [mentee])
    yield from signed(pair, [mentee])


def results(plan) -> Iterator[Block]:
    if plan and plan.results.strip():
        yield Para("Ожидаемые результаты:")
        yield from listed(plan.results)


def table(document, content, pair, plan) -> Block:
    day, mentee = day_of(document), mentee_of(document)
    meetings = meetings_of(pair, day, mentee.person_id) if pair else []
    if is_planned(plan, document, "plan"):
        return tasks_table(plan, meetings, day, since=joined_on(pair, mentee.person_id))
    return plan_table(content["plan"], columns=COLUMNS, parts=PARTS, meetings=meetings)


def conclusions(text: str) -> Iterator[Block]:
    yield from paragraphs(text) or (Answer(4),)


def needs(mentee: Mentee) -> Iterator[tuple[str, str]]:
    """What is known of the request; conclusions of an analysis stay in the card of the mentee."""
    if mentee.request:
        yield ("Запрос", mentee.request)
    if mentee.interests:
        yield ("Интересы", mentee.interests)
    analysis = NeedsAnalysis.objects.filter(mentee=mentee).order_by("held_on", "pk").last()
    if analysis:
        held = f"{analysis.get_method_display()}, {short_date(analysis.held_on)}"
        yield ("Анализ потребностей", held)


KIND = act(
    DocumentKind.INDIVIDUAL_PLAN,
    type=PaperType.PLAN,
    stage=StageCode.PAIRING,
    stamps=agreed_stamps,
    body=body,
    fields=(UNTIL, GOAL, TASKS, plan_field(PARTS), REFLECTION),
    subject=Subject.MENTEE,
    values=values,
    texts=texts,
    own_names=NAMES,
)
