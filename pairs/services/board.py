"""What the curator sees on the matching page: proposals, agreed pairs, people left."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pairs.models import Matching, Pair, PairMember
from participants.models import Mentee, Mentor
from programs.models import Program

ADDED_LATER = "Без пары с недавних пор: подберите пары заново или составьте пару вручную."


@dataclass(frozen=True)
class Left:
    """Somebody of the registry without a pair, with the reasons of the latest run."""

    participant: Mentor | Mentee
    reasons: list[str] = field(default_factory=lambda: [ADDED_LATER])


@dataclass(frozen=True)
class Board:
    matching: Matching | None
    proposals: list[Pair]
    accepted: list[Pair]
    mentees_left: list[Left]
    mentors_left: list[Left]

    @property
    def mentees_proposed(self) -> int:
        return sum(len(pair.members.all()) for pair in self.proposals)

    @property
    def is_empty(self) -> bool:
        return not (self.matching or self.proposals or self.accepted)


def board(program: Program) -> Board:
    """People are read afresh, so a pair made by hand takes its people off the lists at once."""
    pairs = Pair.objects.of_program(program).with_people().order_by("pk")
    matching = program.matchings.first()
    taken = PairMember.objects.filter(pair__program=program, is_open=True).order_by()
    mentees = program.mentees.approved().exclude(pk__in=taken.values("mentee")).by_name()
    mentors = program.mentors.approved().exclude(pk__in=taken.values("mentor")).by_name()
    return Board(
        matching=matching,
        proposals=list(pairs.proposed()),
        accepted=list(pairs.accepted()),
        mentees_left=_left(mentees, "mentee", matching),
        mentors_left=_left(mentors, "mentor", matching),
    )


def _left(people: Iterable[Mentor | Mentee], side: str, matching: Matching | None) -> list[Left]:
    said = matching.unmatched if matching else []
    reasons = {row["id"]: row["reasons"] for row in said if row["side"] == side}
    return [
        Left(person, reasons[person.pk]) if person.pk in reasons else Left(person)
        for person in people
    ]
