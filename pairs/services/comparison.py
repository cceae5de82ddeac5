"""Two variants of the draft beside each other: totals, and who got another mentor."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pairs.enums import PairStatus
from pairs.models import Matching, PairMember
from pairs.services.draft import Cell, Worth
from pairs.services.step_words import GONE, best_figure, names_of

Given = Mapping[int, Mapping[int, int]]


class People(NamedTuple):
    """Everybody in the draft, once; the worth leaves out whoever had an agreed pair before it."""

    mentees: int
    mentors: int


@dataclass(frozen=True)
class Variant:
    """One side of the comparison."""

    matching: Matching
    worth: Worth
    people: People
    locked: int
    banned: int

    @property
    def best(self) -> str:
        return best_figure(self.worth, Worth(*self.matching.snapshot["best"]))


@dataclass(frozen=True)
class Line:
    """A mentee with the mentors and the score of each variant; no mentors – no pair."""

    mentee: str
    before: str
    after: str
    score_before: int | None
    score_after: int | None

    @property
    def gain(self) -> int:
        return (self.score_after or 0) - (self.score_before or 0)


@dataclass(frozen=True)
class Comparison:
    first: Variant
    second: Variant
    moved: list[Line]
    gained: list[Line]
    lost: list[Line]
    accepted: list[Line]
    rescored: list[Line]

    @property
    def is_reweighed(self) -> bool:
        """The two were scored by different weights; steps from before do not tell."""
        sides = (self.first, self.second)
        return len({side.matching.snapshot.get("weights") for side in sides} - {None}) > 1

    @property
    def is_same(self) -> bool:
        parts = (self.moved, self.gained, self.lost, self.accepted, self.rescored)
        return not any(parts)


def compare(first: Matching, second: Matching) -> Comparison:
    """What changes when ``second`` takes the place of ``first``; four queries."""
    one, two = _given(first), _given(second)
    lines = _lines(one, two)
    parts = defaultdict(list)
    accepted = _accepted(second)
    for mentee in sorted(lines, key=lambda mentee: lines[mentee].mentee):
        part = _part(one.get(mentee), two.get(mentee))
        part = "accepted" if part == "lost" and mentee in accepted else part
        parts[part].append(lines[mentee])
    names = ("moved", "gained", "lost", "accepted", "rescored")
    return Comparison(variant(first), variant(second), **{name: parts[name] for name in names})


def news(matching: Matching | None) -> Comparison | None:
    """What the present step has changed; None when there is nothing to compare it with."""
    former = matching.previous if matching else None
    if former is None or not (former.is_restorable and matching.is_restorable):
        return None
    return compare(former, matching)


def variant(matching: Matching) -> Variant:
    cells = cells_in(matching)
    locked = sum(1 for cell in cells if cell.locked)
    worth = Worth(*matching.snapshot["worth"])
    banned = len(matching.snapshot.get("forbidden", ()))
    return Variant(matching, worth, people_in(matching), locked, banned)


def people_in(matching: Matching) -> People:
    cells = cells_in(matching)
    return People(len({cell.mentee for cell in cells}), len({cell.mentor for cell in cells}))


def cells_in(matching: Matching) -> list[Cell]:
    return [Cell(*row) for row in matching.snapshot.get("members", ())]


def _given(matching: Matching) -> Given:
    """Mentee → mentor → score."""
    given: dict[int, dict[int, int]] = defaultdict(dict)
    for cell in cells_in(matching):
        given[cell.mentee][cell.mentor] = cell.score
    return given


def _part(before: Mapping[int, int] | None, after: Mapping[int, int] | None) -> str:
    if not before:
        return "gained"
    if not after:
        return "lost"
    if before.keys() != after.keys():
        return "moved"
    return "same" if before == after else "rescored"


def _lines(one: Given, two: Given) -> dict[int, Line]:
    touched = [key for key in {**one, **two} if one.get(key) != two.get(key)]
    mentors = {mentor for key in touched for side in (one, two) for mentor in side.get(key, ())}
    names = names_of([f"e{key}" for key in touched] + [f"m{key}" for key in mentors])
    return {
        key: Line(
            names.get(f"e{key}", GONE),
            _mentors(one.get(key, {}), names),
            _mentors(two.get(key, {}), names),
            _score(one.get(key)),
            _score(two.get(key)),
        )
        for key in touched
    }


def _mentors(keys: Iterable[int], names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names.get(f"m{key}", GONE) for key in keys))


def _score(given: Mapping[int, int] | None) -> int | None:
    return sum(given.values()) if given else None


def _accepted(matching: Matching) -> set[int]:
    """Mentees who are out of the draft because their pair is agreed."""
    members = PairMember.objects.filter(pair__program=matching.program_id, is_open=True)
    agreed = members.exclude(pair__status=PairStatus.PROPOSED).order_by()
    return set(agreed.values_list("mentee", flat=True))
