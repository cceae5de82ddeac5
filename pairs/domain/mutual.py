"""What a group meeting for forming pairs has shown: who chose whom, and who was not chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

MOST_CHOICES = 3
MENTOR, MENTEE = "mentor", "mentee"  # who chose
Key = tuple[int, int]


class Chosen(NamedTuple):
    """``side`` chose the other one as the ``rank``-th; 1 is the dearest."""

    side: str
    mentor: int
    mentee: int
    rank: int


class Match(NamedTuple):
    """The ranks tell how dear each is to the other; None – did not choose."""

    mentor: int
    mentee: int
    by_mentor: int | None = None
    by_mentee: int | None = None


@dataclass(frozen=True)
class Outcome:
    """The dearest first."""

    mutual: tuple[Match, ...]
    by_mentors: tuple[Match, ...]
    by_mentees: tuple[Match, ...]
    lonely_mentors: tuple[int, ...]
    lonely_mentees: tuple[int, ...]
    silent_mentors: tuple[int, ...]
    silent_mentees: tuple[int, ...]


def outcome(choices: Iterable[Chosen], mentors: Iterable[int], mentees: Iterable[int]) -> Outcome:
    """``mentors`` and ``mentees`` are those who took part: lonely – chosen by nobody."""
    choices = list(choices)
    matches = _matches(choices)
    chosen = {(choice.side, _other(choice)) for choice in choices}
    spoke = {(choice.side, _own(choice)) for choice in choices}
    return Outcome(
        mutual=_dearest(one for one in matches if one.by_mentor and one.by_mentee),
        by_mentors=_dearest(one for one in matches if not one.by_mentee),
        by_mentees=_dearest(one for one in matches if not one.by_mentor),
        lonely_mentors=tuple(pk for pk in mentors if (MENTEE, pk) not in chosen),
        lonely_mentees=tuple(pk for pk in mentees if (MENTOR, pk) not in chosen),
        silent_mentors=tuple(pk for pk in mentors if (MENTOR, pk) not in spoke),
        silent_mentees=tuple(pk for pk in mentees if (MENTEE, pk) not in spoke),
    )


def _matches(choices: Iterable[Chosen]) -> list[Match]:
    ranks: dict[Key, dict[str, int]] = {}
    for choice in choices:
        ranks.setdefault((choice.mentor, choice.mentee), {})[choice.side] = choice.rank
    return [Match(*key, told.get(MENTOR), told.get(MENTEE)) for key, told in ranks.items()]


def _dearest(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=_dearness))


def _dearness(match: Match) -> tuple[int, int, Key]:
    ranks = [rank for rank in (match.by_mentor, match.by_mentee) if rank]
    return sum(ranks), max(ranks), (match.mentor, match.mentee)


def _own(choice: Chosen) -> int:
    return choice.mentor if choice.side == MENTOR else choice.mentee


def _other(choice: Chosen) -> int:
    return choice.mentee if choice.side == MENTOR else choice.mentor
