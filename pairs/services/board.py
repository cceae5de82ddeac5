"""What the curator sees on the matching page: proposals, agreed pairs, people left."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from pairs.enums import PairStatus
from pairs.models import ForbiddenPair, Matching, Pair, PairMember
from pairs.services import steps
from pairs.services.draft_seen import seen_draft
from pairs.services.group_limits import GroupLimits, limits_of
from pairs.services.proof import Proof
from pairs.services.vacancy import vacant
from participants.models import Mentee, Mentor
from participants.services.withdrawal import REFUSAL, withdrew
from programs.models import Program

ADDED_LATER = "Без пары с недавних пор: подберите пары заново или составьте пару вручную."


@dataclass(frozen=True)
class LeftGroup:
    """People left for the same reasons: said once, however many they are."""

    reasons: tuple[str, ...]
    people: list[Mentor | Mentee]


@dataclass(frozen=True)
class Side:
    """One side of the matching: who is without a pair and who still waits for the registry."""

    groups: list[LeftGroup]
    candidates: int

    @property
    def left(self) -> int:
        return sum(len(group.people) for group in self.groups)


@dataclass(frozen=True)
class Board:
    """``proposed`` and ``mentees_proposed`` are numbers: the proposals come in pages.

    ``step`` is what the buttons of the page tell, so that a stale page changes nothing.
    """

    step: str
    matching: Matching | None
    proof: Proof | None
    proposed: int
    mentees_proposed: int
    bans: int
    odd_groups: int
    limits: GroupLimits
    accepted: list[Pair]
    vacant: list[Mentor]
    mentees: Side
    mentors: Side

    @property
    def nobody(self) -> bool:
        """Nobody to match: an empty registry, or everyone in it has a pair."""
        return not (self.proposed or self.accepted or self.mentees.left or self.mentors.left)

    @property
    def main_step(self) -> str:
        """The one thing to do next: «fill» the registry, «accept», «order» or «run»."""
        if self.nobody:
            return "fill"
        if self.proposed:
            return "accept"
        return "order" if self.accepted else "run"


def board(program: Program) -> Board:
    """People are read afresh, so a pair made by hand takes its people off the lists at once."""
    matching = steps.current(program)
    taken = PairMember.objects.filter(pair__program=program, is_open=True).order_by()
    draft = taken.filter(pair__status=PairStatus.PROPOSED)
    counts = draft.aggregate(
        pairs=Count("pair", distinct=True),
        mentees=Count("mentee", distinct=True),
    )
    limits = limits_of(program)
    accepted = Pair.objects.of_program(program).accepted().with_people().order_by("pk")
    return Board(
        step=seen_draft(program),
        matching=matching,
        proof=Proof(matching) if matching else None,
        proposed=counts["pairs"],
        mentees_proposed=counts["mentees"],
        bans=ForbiddenPair.objects.of_program(program).standing().count(),
        odd_groups=Pair.objects.of_program(program).drafts_out_of(limits).count(),
        limits=limits,
        accepted=list(accepted),
        vacant=vacant(program),
        mentees=_side(program.mentees, taken.values("mentee"), matching),
        mentors=_side(program.mentors, taken.values("mentor"), matching),
    )


def _side(base, taken, matching: Matching | None) -> Side:
    """``base`` are the people of one side, ``taken`` the numbers of those who have a pair."""
    people = base.approved().exclude(pk__in=taken).by_name()
    gone = withdrew(people.order_by().values("person"), timezone.localdate())
    side = base.model._meta.model_name
    said = matching.unmatched if matching else []
    reasons = {row["id"]: tuple(row["reasons"]) for row in said if row["side"] == side}
    reasons |= {row.pk: (REFUSAL,) for row in people if row.person_id in gone}
    return Side(_grouped(people, reasons), base.candidates().count())


def _grouped(people: Iterable[Mentor | Mentee], reasons: dict) -> list[LeftGroup]:
    groups: dict[tuple[str, ...], list[Mentor | Mentee]] = defaultdict(list)
    for person in people:
        groups[reasons.get(person.pk, (ADDED_LATER,))].append(person)
    return [LeftGroup(said, those) for said, those in groups.items()]
