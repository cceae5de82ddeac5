"""What has changed in the pairs since the orders that fixed them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from documents.enums import DocumentKind, DocumentStatus
from documents.kinds.orders.entry import left_out
from documents.models import Document
from pairs.enums import PairStatus
from pairs.models import Pair

FIXING = (DocumentKind.ORDER_PAIRS, DocumentKind.ORDER_AMENDING, DocumentKind.ORDER_END)
ENDING = (DocumentKind.ORDER_AMENDING, DocumentKind.ORDER_END)
# What a cancelled order has told is as if it had never been told.
SPOKEN = (DocumentStatus.REGISTERED, DocumentStatus.EXPIRED)
WORKING = (PairStatus.ACTIVE, PairStatus.PAUSED)
# The key of the content under which a registered order keeps the pairs that it ended.
ENDED = "ended"
REPLACED = "замена наставника"


@dataclass(frozen=True)
class Changes:
    """``added`` begin to work with the order, ``gone`` have stopped or stop with it."""

    added: list[Pair]
    gone: list[Pair]

    @property
    def pairs(self) -> list[Pair]:
        return [*self.gone, *self.added]

    def successors(self, pair: Pair) -> list[Pair]:
        return successors(pair, self.added)


def successors(pair: Pair, added: Iterable[Pair]) -> list[Pair]:
    """Pairs of the same form and another mentor that take over mentees of ``pair``."""
    mentees = {mentee.pk for mentee in pair.mentees}
    return [
        other
        for other in added
        if other.form == pair.form
        and other.mentor_id != pair.mentor_id
        and any(mentee.pk in mentees for mentee in other.mentees)
    ]


def is_replaced(pair: Pair, added: list[Pair]) -> bool:
    """All its mentees get another mentor: one mentee taken from a group does not end the group."""
    taken = {mentee.pk for other in successors(pair, added) for mentee in other.mentees}
    return bool(pair.mentees) and all(mentee.pk in taken for mentee in pair.mentees)


def changes(program, day: date) -> Changes:
    """Accepted pairs that may enter, working pairs that they replace, pairs ended meanwhile."""
    pairs = list(by_mentor(Pair.objects.of_program(program)))
    accepted = [pair for pair in pairs if pair.status == PairStatus.ACCEPTED]
    refused = {row.pair.pk for row in left_out(accepted, day)}
    added = [pair for pair in accepted if pair.pk not in refused]
    told = told_ended(program)
    gone = [
        pair
        for pair in pairs
        if (pair.status == PairStatus.TERMINATED and pair.starts_on and pair.pk not in told)
        or (pair.status in WORKING and is_replaced(pair, added))
    ]
    return Changes(added, gone)


def changes_in(document) -> Changes:
    """The changes that a draft speaks of, by the state of its pairs."""
    pairs = list(by_mentor(Pair.objects.filter(documents=document)))
    added = [pair for pair in pairs if pair.status == PairStatus.ACCEPTED]
    return Changes(added, [pair for pair in pairs if pair not in added])


def by_mentor(pairs):
    return pairs.with_people().order_by("mentor__person__name_key", "pk")


def told_ended(program) -> set[int]:
    """Pairs whose end an order has told already."""
    papers = Document.objects.filter(
        program=program, kind__in=ENDING, status__in=SPOKEN
    ).values_list("content", flat=True)
    return {pk for content in papers for pk in content.get(ENDED, [])}


def remember_ended(document, pairs: Iterable[Pair]) -> None:
    document.content[ENDED] = [pair.pk for pair in pairs]
    document.save(update_fields=["content"])


def fixing_order(pair: Pair) -> Document | None:
    """The last registered order that made the pair work."""
    papers = Document.objects.filter(pairs=pair, kind__in=FIXING, status__in=SPOKEN)
    made = [paper for paper in papers.order_by("date", "pk") if not tells_end(paper, pair)]
    return made[-1] if made else None


def tells_end(paper: Document, pair: Pair) -> bool:
    return pair.pk in paper.content.get(ENDED, [])


def last_order(program) -> Document | None:
    """The order about pairs that an amending order may change."""
    papers = Document.objects.filter(
        program=program, kind=DocumentKind.ORDER_PAIRS, status=DocumentStatus.REGISTERED
    )
    return papers.order_by("date", "pk").last()
