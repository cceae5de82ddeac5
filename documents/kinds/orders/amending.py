"""The order that changes the pairs fixed before: only what changed since (facts §8)."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.core.exceptions import ValidationError

from documents.domain.blocks import Table
from documents.domain.placeholders import Manner
from documents.enums import DocumentKind
from documents.kinds.orders.changes import (
    REPLACED,
    Changes,
    changes,
    changes_in,
    last_order,
    pair_state,
    remember_ended,
)
from documents.kinds.orders.entry import ensure_may_enter
from documents.kinds.orders.order import AnnexPart, order
from documents.kinds.orders.pairs import COLUMNS, annex_rows, workers
from documents.kinds.orders.words import points, somebody
from documents.kinds.people import Named, curator, name_in
from documents.kinds.values import day_of, details
from mentoring_portal.shared.dates import long_date
from pairs.enums import WORKING_STATUSES
from pairs.models import Pair, PairMember
from pairs.services.pair import activate, terminate
from programs.enums import StageCode

# A day, a rank within it, a line: who moves on one day leaves a group before joining another.
Event = tuple[date, int, str]
LEAVES, JOINS, LEAVES_AT_ONCE = range(3)
STALE = "Состав пар изменился: нажмите «Обновить состав пар» или удалите черновик."


def annexes(document, content) -> tuple[AnnexPart, ...]:
    found = existing(document)
    if not found.added:
        return ()
    title = (
        "Пары (группы), которыми дополнен состав наставнических пар (групп) "
        f"на {document.program.year} учебный год"
    )
    return (AnnexPart(title, (Table(COLUMNS, tuple(annex_rows(found.added))),)),)


def existing(document) -> Changes:
    found = changes_in(document)
    if not found.pairs:
        raise ValidationError("В приказе нет изменений: нажмите «Обновить состав пар».")
    return found


def clauses(document) -> str:
    return points(lines(document, existing(document)))


def lines(document, found: Changes) -> list[str]:
    """What happened, day by day, then the annex of the pairs added."""
    told = [*stopped(document, found), *left(found.left), *joined(found.joined)]
    told.sort(key=lambda event: event[:2])
    annex = (
        ["дополнить состав наставнических пар (групп) согласно приложению к настоящему приказу"]
        if found.added
        else []
    )
    return [line for _day, _rank, line in told] + annex


def stopped(document, found: Changes) -> Iterator[Event]:
    """Pairs that stop, mentors that take over, mentees whom no other mentor has taken."""
    for pair in found.gone:
        day = pair.ended_on or day_of(document)
        new = found.successors(pair)
        if new:
            yield from ((day, LEAVES, replacement(pair, other)) for other in new)
            yield from ((day, LEAVES, line) for line in unled(pair, new, day))
        else:
            yield day, LEAVES, exclusion(pair, day)


def left(members: Iterable[PairMember]) -> Iterator[Event]:
    for member in members:
        rank = LEAVES_AT_ONCE if member.left_on == member.joined_on else LEAVES
        yield member.left_on, rank, departure(member, member.left_on, member.left_reason)


def joined(members: Iterable[PairMember]) -> Iterator[Event]:
    for member in members:
        yield member.joined_on, JOINS, joining(member)


def exclusion(pair: Pair, day: date) -> str:
    return f"исключить с {long_date(day)} {pair_words(pair)}{reason(pair.end_reason)}"


def unled(pair: Pair, new: Iterable[Pair], day) -> Iterator[str]:
    """Mentees of a stopped group whom no other mentor has taken."""
    taken = {mentee.pk for other in new for mentee in other.mentees}
    for member in pair.present:
        if member.mentee_id not in taken:
            yield departure(member, day, pair.end_reason)


def departure(member: PairMember, day, why: str) -> str:
    mentee = name_in(member.mentee.person, "accs")
    mentor = name_in(member.mentor.person, "gent")
    return f"исключить с {long_date(day)} {mentee} из группы наставника {mentor}{reason(why)}"


def joining(member: PairMember) -> str:
    mentee = name_in(member.mentee.person, "accs")
    mentor = name_in(member.pair.mentor.person, "gent")
    return f"включить с {long_date(member.joined_on)} {mentee} в группу наставника {mentor}"


def replacement(pair: Pair, new: Pair) -> str:
    former = name_in(pair.mentor.person, "gent")
    named = somebody(new.mentor).words("accs", Manner.IN_FULL)
    return f"назначить наставником {whose(new)} {named} вместо {former}{reason(pair.end_reason)}"


def pair_words(pair: Pair) -> str:
    word = "группу" if len(pair.mentees) > 1 else "пару"
    names = ", ".join(mentee.person.full_name for mentee in pair.mentees)
    return f"{word} «{pair.mentor.person.full_name} – {names}»"


def whose(pair: Pair) -> str:
    return ", ".join(name_in(mentee.person, "gent") for mentee in pair.mentees)


def reason(text: str) -> str:
    text = text.strip().rstrip(".")
    return f" (причина: {text[:1].lower()}{text[1:]})" if text else ""


def base(document) -> str | None:
    """«от 15 октября 2026 г. № 1-од»: the order that is changed."""
    paper = last_order(document.program)
    return details(paper) if paper else None


def readers(document, content) -> Iterator[Named]:
    for pair in existing(document).pairs:
        yield from workers(pair)


def check(document, day) -> None:
    """Refused when the data have moved on since the draft was made."""
    curator(document.program.organization, day)
    found = changes_in(document)
    ensure_may_enter(found.added, day)
    now = changes(document.program, day).pairs
    moved = [pair for pair in found.pairs if pair not in now]
    if moved or not found.pairs:
        raise ValidationError([*(pair_state(pair) for pair in moved), STALE])


def carry_out(document, by) -> None:
    found = changes_in(document)
    for pair in found.gone:
        if pair.status in WORKING_STATUSES:
            terminate(pair=pair, day=document.date, reason=REPLACED, by=by)
    activate(pairs=found.added, starts_on=document.date, by=by)
    remember_ended(document, found.gone, found.left, found.joined)


KIND = order(
    DocumentKind.ORDER_AMENDING,
    stage=StageCode.PAIR_WORK,
    words={"изменения": clauses, "исходный приказ": base},
    annexes=annexes,
    readers=readers,
    check=check,
    carry_out=carry_out,
    made_at="documents:document_list",
)
