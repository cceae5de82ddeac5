"""«Индивидуальный маршрут (план развития) наставляемого»: goals, tasks, resources, marks."""

from collections.abc import Iterator

from documents.domain.blocks import Block, Column, Heading, KeyValues
from documents.domain.form_blocks import Answer
from documents.enums import DocumentKind, PaperType, Subject
from documents.kinds.acts.act import RETURN, act
from documents.kinds.acts.pair import NAMES, UNTIL, agreed_stamps, card, pair_values, signed
from documents.kinds.acts.plan import (
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
COLUMNS = (
    Column("№ п/п", 6, "center"),
    Column("Задача, мероприятие", 25),
    Column("Срок", 16),
    Column("Ресурсы", 17),
    Column("Планируемый результат", 20),
    Column("Отметка о выполнении", 16),
)
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
    "Пусто – строки для записи от руки.",
    rows=4,
    required=False,
)


def pair_with(mentee: Mentee) -> Pair | None:
    """The pair that works with the mentee now, else the last one that did."""
    found = Pair.objects.filter(members__mentee=mentee).exclude(
        status__in=(PairStatus.PROPOSED, PairStatus.REJECTED)
    )
    pairs = found.with_people().order_by("pk")
    working = [pair for pair in pairs if pair.status in OPEN_STATUSES]
    return (working or list(pairs) or [None])[-1]


def values(document):
    mentee = mentee_of(document)
    return pair_values(pair_with(mentee), [mentee], document)


def body(document, content) -> Iterator[Block]:
    mentee = mentee_of(document)
    pair = pair_with(mentee)
    yield card(pair, [mentee], document)
    yield KeyValues(tuple(needs(mentee)))
    yield Heading("1. Цель и задачи")
    yield from paragraphs(content["goal"])
    yield from listed(content["tasks"])
    yield Heading("2. План мероприятий")
    yield plan_table(
        content["plan"],
        columns=COLUMNS,
        parts=PARTS,
        meetings=meetings_of(pair, day_of(document)) if pair else (),
    )
    yield Heading("3. Выводы наставляемого и наставника")
    yield from paragraphs(content["reflection"]) or (Answer(4),)
    yield from signed(pair, [mentee])


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
    own_names=NAMES,
)
