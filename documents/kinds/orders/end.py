"""The order that ends a pair before its time or replaces its mentor (facts §8)."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from documents.domain.placeholders import Manner
from documents.enums import DocumentKind, FieldType, Subject
from documents.kinds.base import Field
from documents.kinds.candidates import pair_of
from documents.kinds.content import python_value
from documents.kinds.orders.amending import pair_words, whose
from documents.kinds.orders.changes import (
    by_mentor,
    fixing_order,
    remember_ended,
    successors,
    told_ended,
)
from documents.kinds.orders.entry import addenda, left_out
from documents.kinds.orders.order import order
from documents.kinds.orders.pairs import workers
from documents.kinds.orders.words import somebody
from documents.kinds.people import Named, curator
from documents.kinds.values import day_of, details
from mentoring_portal.shared.dates import long_date, short_date
from pairs.enums import WORKING_STATUSES, PairStatus
from pairs.models import Pair
from pairs.services.membership import ensure_none_after
from pairs.services.pair import activate, terminate
from programs.enums import EMPLOYEE_FORMS, StageCode

LAST_DAY = Field(
    "last_day",
    "Последний день работы пары",
    "Если пара уже прекращена на портале, портал возьмёт день оттуда.",
    type=FieldType.DATE,
    required=False,
)
REASON = Field(
    "reason",
    "Причина",
    "Именительный падеж: «увольнение наставника», «личное заявление наставника». Если пара уже "
    "прекращена на портале, портал возьмёт причину оттуда.",
    required=False,
)
ENDS_EARLY = "О досрочном прекращении работы наставнической пары (группы)"


def subjects(program):
    """Working pairs, and those ended on the portal that no order has told of."""
    untold = Q(status=PairStatus.TERMINATED, starts_on__isnull=False)
    found = Pair.objects.of_program(program).filter(Q(status__in=WORKING_STATUSES) | untold)
    return by_mentor(found.exclude(pk__in=told_ended(program)))


def last_day(document):
    """As the curator typed it, otherwise as the pair was ended on the portal."""
    typed = python_value(LAST_DAY, document.content.get("last_day"), document)
    return typed or pair_of(document).ended_on


def reason(document) -> str:
    text = document.content.get("reason") or pair_of(document).end_reason
    return text.strip().rstrip(".")


def new_pairs(document) -> list[Pair]:
    """Accepted pairs that take over the mentees and may enter an order."""
    accepted = by_mentor(Pair.objects.of_program(document.program).accepted())
    found = successors(pair_of(document), accepted)
    refused = [row.pair for row in left_out(found, day_of(document))]
    return [pair for pair in found if pair not in refused]


def title(document) -> str:
    return "О замене наставника" if new_pairs(document) else ENDS_EARLY


def clauses(document) -> str:
    return "\n".join(lines(document, pair_of(document)))


def lines(document, pair: Pair) -> Iterator[str]:
    day = last_day(document)
    since = long_date(day) if day else "____________"
    paper = fixing_order(pair)
    made = f", сформированной приказом {details(paper)}" if paper else ""
    kind = "группы" if len(pair.mentees) > 1 else "пары"
    names = pair_words(pair).partition(" ")[2]
    yield f"Прекратить с {since} работу наставнической {kind} {names}{made}."
    for other in new_pairs(document):
        mentor = somebody(other.mentor).words("accs", Manner.IN_FULL)
        yield f"Назначить наставником {whose(other)} {mentor} со дня подписания приказа."
    yield from pay_lines(document, pair, since)


def pay_lines(document, pair: Pair, since: str) -> Iterator[str]:
    """Where the mentor worked by an addendum to the labor contract, its pay ends as well."""
    if pair.form not in EMPLOYEE_FORMS:
        return
    person = pair.mentor.person
    paper = addenda(document.program, [person.pk], day_of(document)).get(person.pk)
    if paper:
        yield (
            f"Выплаты за наставничество по дополнительному соглашению {details(paper)} "
            f"прекратить с {since.removesuffix('.')}."
        )


def readers(document, content) -> Iterator[Named]:
    """Both mentors, whoever they are, and mentees who work for the school."""
    for pair in (pair_of(document), *new_pairs(document)):
        yield somebody(pair.mentor)
        yield from workers(pair)


def check(document, signed_on) -> None:
    curator(document.program.organization, signed_on)
    day = last_day(document)
    if day is None:
        raise ValidationError("Впишите последний день работы пары.")
    if not reason(document):
        raise ValidationError("Впишите причину: приказ и карточка пары её назовут.")
    if day > timezone.localdate():
        raise ValidationError(
            f"Последний день работы пары – {short_date(day)} – ещё не наступил: "
            "зарегистрируйте приказ в этот день или позже."
        )
    ensure_people_gone(pair_of(document), day)
    if pair_of(document).pk in told_ended(document.program):
        raise ValidationError("Прекращение этой пары уже оформлено другим приказом.")


def ensure_people_gone(pair: Pair, day: date) -> None:
    """Not beside the date of the order: the last day is a text of the paper."""
    try:
        ensure_none_after(pair.members.select_related("mentee__person"), day)
    except ValidationError as refused:
        said = [f"Последний день работы пары: {words}" for words in refused.messages]
        raise ValidationError(said) from refused


def carry_out(document, by) -> None:
    pair, new = pair_of(document), new_pairs(document)
    if pair.status in WORKING_STATUSES:
        terminate(pair=pair, day=last_day(document), reason=reason(document), by=by)
    activate(pairs=new, starts_on=document.date, by=by)
    document.pairs.add(*new)
    remember_ended(document, [pair])


KIND = order(
    DocumentKind.ORDER_END,
    stage=StageCode.PAIR_WORK,
    fields=(LAST_DAY, REASON),
    words={
        "о чём приказ": title,
        "прекращение": clauses,
        "причина прекращения": lambda document: reason(document) or None,
    },
    subject=Subject.PAIR,
    subjects=subjects,
    readers=readers,
    check=check,
    carry_out=carry_out,
)
