"""The order «О формировании наставнических пар (групп)» (regional type document, ZAB)."""

from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.blocks import Column, Table
from documents.enums import DocumentKind
from documents.kinds.orders.changes import ensure_accepted
from documents.kinds.orders.entry import ensure_may_enter
from documents.kinds.orders.order import AnnexPart, order
from documents.kinds.people import Named, curator
from pairs.models import Pair
from pairs.services.pair import activate
from participants.enums import FORM_SIDES, OccupationKind
from programs.enums import StageCode

EMPLOYEES = (OccupationKind.TEACHER, OccupationKind.HEAD)
COLUMNS = (
    Column("№ п/п", 5, "center"),
    Column("Фамилия, имя, отчество", 22, group="Наставник"),
    Column("Должность, класс или место работы", 17, group="Наставник"),
    Column("Фамилия, имя, отчество", 22, group="Наставляемый"),
    Column("Класс, группа или должность", 14, group="Наставляемый"),
    Column("Форма наставничества", 20),
)


def ordered_pairs(document) -> list[Pair]:
    """The pairs of the order by the mentor's name; an order about nobody is refused."""
    pairs = (
        Pair.objects.filter(documents=document)
        .with_people()
        .order_by("mentor__person__last_name", "mentor__person__first_name", "pk")
    )
    if not pairs:
        raise ValidationError("В приказе нет пар: сначала примите предложенные пары.")
    return list(pairs)


def annexes(document, content) -> tuple[AnnexPart, ...]:
    title = f"Состав наставнических пар (групп) на {document.program.year} учебный год"
    rows = tuple(annex_rows(ordered_pairs(document)))
    return (AnnexPart(title, (Table(COLUMNS, rows),)),)


def annex_rows(pairs: Iterable[Pair]) -> Iterator[tuple[str, ...]]:
    """The mentor of a group stands once, each of its mentees in a row."""
    for number, pair in enumerate(pairs, 1):
        first = (str(number), pair.mentor.person.full_name, place_of(pair.mentor))
        for index, member in enumerate(pair.members.all()):
            own = first if index == 0 else ("", "", "")
            mentee = member.mentee
            form = pair.get_form_display() if index == 0 else ""
            yield (*own, mentee.person.full_name, place_of(mentee), form)


def place_of(participant) -> str:
    parts = (participant.position, participant.workplace)
    return ", ".join(part for part in parts if part)


def readers(document, content) -> Iterator[Named]:
    """The workers of the school among the pairs; pupils and guests do not sign."""
    for pair in ordered_pairs(document):
        yield from workers(pair)


def workers(pair: Pair) -> Iterator[Named]:
    mentor_side, mentee_side = FORM_SIDES.get(pair.form, (None, None))
    if mentor_side in EMPLOYEES:
        yield Named(pair.mentor.person, pair.mentor.position)
    if mentee_side in EMPLOYEES:
        for member in pair.members.all():
            yield Named(member.mentee.person, member.mentee.position)


def start(program) -> dict:
    """Refused at once when the school has not named its curator: the order is given to him."""
    curator(program.organization, timezone.localdate())
    return {}


def check(document, day) -> None:
    curator(document.program.organization, day)
    pairs = ordered_pairs(document)
    ensure_accepted(pairs)
    ensure_may_enter(pairs, day)


def carry_out(document, by) -> None:
    activate(pairs=list(document.pairs.all()), starts_on=document.date, by=by)


KIND = order(
    DocumentKind.ORDER_PAIRS,
    stage=StageCode.PAIRING,
    annexes=annexes,
    readers=readers,
    start=start,
    check=check,
    carry_out=carry_out,
    made_at="documents:document_list",
)
