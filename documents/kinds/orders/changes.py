"""What has changed in the pairs since the orders that fixed them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError

from documents.enums import DocumentKind, DocumentStatus
from documents.kinds.orders.entry import left_out
from documents.kinds.values import details
from documents.models import Document
from pairs.enums import WORKING_STATUSES, PairStatus
from pairs.models import Pair, PairMember

FIXING = (DocumentKind.ORDER_PAIRS, DocumentKind.ORDER_AMENDING, DocumentKind.ORDER_END)
ENDING = (DocumentKind.ORDER_AMENDING, DocumentKind.ORDER_END)
# What a cancelled order has told is as if it had never been told.
SPOKEN = (DocumentStatus.REGISTERED, DocumentStatus.EXPIRED)
# Ended before the plan: an order has to tell of it.
STOPPED = (PairStatus.TERMINATED, PairStatus.PARTED)
# The key of the content under which a registered order keeps the pairs that it ended.
ENDED = "ended"
# The same for mentees who left a group that works on.
LEFT = "left"
# And for those who joined one.
JOINED = "joined"
MEND = "Нажмите «Обновить состав пар» или удалите черновик."
REPLACED = "замена наставника"


@dataclass(frozen=True)
class Changes:
    """``added`` begin to work with the order, ``gone`` have stopped or stop with it.

    ``left`` are mentees who have left a group, ``joined`` those who came when it worked.
    """

    added: list[Pair]
    gone: list[Pair]
    left: list[PairMember] = field(default_factory=list)
    joined: list[PairMember] = field(default_factory=list)

    @property
    def pairs(self) -> list[Pair]:
        groups = {member.pair_id: member.pair for member in [*self.left, *self.joined]}
        whole = {pair.pk: pair for pair in [*self.gone, *self.added]}
        return list((whole | {pk: pair for pk, pair in groups.items() if pk not in whole}).values())

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
    gone = [pair for pair in pairs if pair.starts_on and stops(pair, added, told)]
    return Changes(added, gone, *moves(pairs, program))


def changes_in(document) -> Changes:
    """The changes that a draft speaks of, by the state of its pairs."""
    pairs = list(by_mentor(Pair.objects.filter(documents=document)))
    added = [pair for pair in pairs if pair.status == PairStatus.ACCEPTED]
    left, joined = moves(pairs, document.program)
    regrouped = {member.pair_id for member in [*left, *joined]}
    told = told_ended(document.program)
    gone = [
        pair
        for pair in pairs
        if pair not in added and (pair.pk not in regrouped or stops(pair, added, told))
    ]
    return Changes(added, gone, left, joined)


def stops(pair: Pair, added: list[Pair], told: set[int]) -> bool:
    """A group that has only become smaller or larger works on, or has come to its planned end."""
    if pair.status in WORKING_STATUSES:
        return is_replaced(pair, added)
    return pair.status in STOPPED and pair.pk not in told


def moves(pairs: Iterable[Pair], program) -> tuple[list[PairMember], list[PairMember]]:
    """Mentees who left groups and those who joined them, of whom no order has told.

    Of somebody erased an order has nothing to say.
    """
    pairs = list(pairs)
    left = untold(pairs, told_members(program, LEFT), "left_on")
    return left, untold(pairs, told_members(program, JOINED), "joined_on")


def untold(pairs: Iterable[Pair], told: set[int], day: str) -> list[PairMember]:
    found = []
    for pair in pairs:
        for member in pair.members.all():
            is_told = member.pk in told or member.mentee.person.erased_on
            if getattr(member, day) and not is_told:
                member.pair = pair  # with its people, as it was read
                found.append(member)
    return found


def by_mentor(pairs):
    return pairs.with_people().order_by("mentor__person__name_key", "pk")


def told_ended(program) -> set[int]:
    """Pairs whose end an order has told already."""
    papers = Document.objects.filter(
        program=program, kind__in=ENDING, status__in=SPOKEN
    ).values_list("content", flat=True)
    return {pk for content in papers for pk in content.get(ENDED, [])}


def told_members(program, move: str) -> set[int]:
    """Mentees of whose leaving (LEFT) or joining (JOINED) an order has told already."""
    papers = Document.objects.filter(
        program=program, kind=DocumentKind.ORDER_AMENDING, status__in=SPOKEN
    ).values_list("content", flat=True)
    return {pk for content in papers for pk in content.get(move, [])}


def remember_ended(
    document,
    pairs: Iterable[Pair],
    left: Iterable[PairMember] = (),
    joined: Iterable[PairMember] = (),
) -> None:
    document.content[ENDED] = [pair.pk for pair in pairs]
    for move, members in ((LEFT, left), (JOINED, joined)):
        if members:
            document.content[move] = [member.pk for member in members]
    document.save(update_fields=["content"])


def fixing_order(pair: Pair) -> Document | None:
    """The last registered order that made the pair work."""
    papers = Document.objects.filter(pairs=pair, kind__in=FIXING, status__in=SPOKEN)
    made = [paper for paper in papers.order_by("date", "pk") if not tells_end(paper, pair)]
    return made[-1] if made else None


def tells_end(paper: Document, pair: Pair) -> bool:
    """The paper speaks of the end of the pair, of who left or joined it: it did not make it."""
    told = {*paper.content.get(LEFT, []), *paper.content.get(JOINED, [])}
    members = {member.pk for member in pair.members.all()}
    return pair.pk in paper.content.get(ENDED, []) or not members.isdisjoint(told)


def ensure_accepted(pairs: Iterable[Pair]) -> None:
    """Refused for pairs that have left the accepted ones since the draft was made."""
    found = [pair_state(pair) for pair in pairs if pair.status != PairStatus.ACCEPTED]
    if found:
        raise ValidationError([*found, MEND])


def pair_state(pair: Pair) -> str:
    """«Панин Г. О. – Ершова Я. Т.: пара уже действует по приказу от 15 октября 2026 г. № 1-од.»"""
    paper = fixing_order(pair) if pair.status in WORKING_STATUSES else None
    if paper:
        return f"{pair.names}: пара уже действует по приказу {details(paper)}."
    return f"{pair.names}: состояние пары – «{pair.get_status_display()}»."


def last_order(program) -> Document | None:
    """The order about pairs that an amending order may change."""
    papers = Document.objects.filter(
        program=program, kind=DocumentKind.ORDER_PAIRS, status=DocumentStatus.REGISTERED
    )
    return papers.order_by("date", "pk").last()
