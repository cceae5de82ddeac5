"""Speed mentoring: who talks with whom in which round.

The fewer side never rests; of the other side everyone rests as often as everyone else, give or
take one round. Nobody meets the same person twice, so there are at most as many rounds as the
greater side has people: by then all have met all.
"""

from collections.abc import Sequence
from math import gcd
from typing import TypeVar

Mentor = TypeVar("Mentor")
Mentee = TypeVar("Mentee")


def most_rounds(mentors: int, mentees: int) -> int:
    """After so many rounds everybody has met everybody."""
    return max(mentors, mentees) if mentors and mentees else 0


def least_rounds(mentors: int, mentees: int) -> int:
    """After so many rounds everybody has talked with somebody."""
    return -(-max(mentors, mentees) // min(mentors, mentees)) if mentors and mentees else 0


def rotation(
    mentors: Sequence[Mentor], mentees: Sequence[Mentee], rounds: int
) -> list[list[tuple[Mentor, Mentee]]]:
    """``rounds`` lists of (mentor, mentee) in the order of the mentors; fewer when all have met."""
    if rounds < 0:
        raise ValueError("Кругов не бывает меньше нуля.")
    number = min(rounds, most_rounds(len(mentors), len(mentees)))
    return [_round(mentors, mentees, turn) for turn in range(number)]


def _round(
    mentors: Sequence[Mentor], mentees: Sequence[Mentee], turn: int
) -> list[tuple[Mentor, Mentee]]:
    if len(mentors) <= len(mentees):
        seats = _seats(len(mentors), len(mentees), turn)
        return [(mentors[few], mentees[many]) for few, many in sorted(seats)]
    seats = _seats(len(mentees), len(mentors), turn)
    return [(mentors[many], mentees[few]) for few, many in sorted(seats, key=lambda seat: seat[1])]


def _seats(few: int, many: int, turn: int) -> list[tuple[int, int]]:
    """The greater side comes in turn, ``few`` at a time, in a circle: so all rest alike.

    The circle closes after ``many / gcd`` rounds, and then it would repeat itself: each lap seats
    the same people one place further. A person's place in the circle, counted modulo the common
    divisor, is another one in each lap, so nobody is met again.
    """
    lap = turn // (many // gcd(few, many))
    return [((place + lap) % few, (turn * few + place) % many) for place in range(few)]


def resting(people: Sequence[Mentor], met: Sequence[Mentor]) -> list[Mentor]:
    """Of ``people`` those who have nobody to talk with in a round."""
    busy = set(met)
    return [one for one in people if one not in busy]
