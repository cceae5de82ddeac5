"""What the curator sees on the matching page: proposals, agreed pairs, people left."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from pairs.models import Matching, Pair, PairMember
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
    matching: Matching | None
    proposals: list[Pair]
    accepted: list[Pair]
    mentees: Side
    mentors: Side

    @property
    def mentees_proposed(self) -> int:
        return sum(len(pair.members.all()) for pair in self.proposals)

    @property
    def nobody(self) -> bool:
        """Nobody to match: an empty registry, or everyone in it has a pair."""
        return not (self.proposals or self.accepted or self.mentees.left or self.mentors.left)

    @property
    def main_step(self) -> str:
        """The one thing to do next: «fill» the registry, «accept», «order» or «run»."""
        if self.nobody:
            return "fill"
        if self.proposals:
            return "accept"
        return "order" if self.accepted else "run"


def board(program: Program) -> Board:
    """People are read afresh, so a pair made by hand takes its people off the lists at once."""
    pairs = Pair.objects.of_program(program).with_people().order_by("pk")
    matching = program.matchings.first()
    taken = PairMember.objects.filter(pair__program=program, is_open=True).order_by()
    return Board(
        matching=matching,
        proposals=list(pairs.proposed()),
        accepted=list(pairs.accepted()),
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
