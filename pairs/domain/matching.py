"""Proposals of pairs for a whole program, and what the screen asks about single ones."""

from collections.abc import Iterable, Mapping, Set
from time import perf_counter
from typing import TypeVar

import numpy as np

from pairs.domain.assignment import Assignment, assign
from pairs.domain.facts import Matching, MenteeFacts, MentorFacts, Proposal, Weights
from pairs.domain.reasons import explain, forbids
from pairs.domain.score_table import ScoreTable
from pairs.domain.shortage import Shortage

__all__ = ["Assignment", "alternatives", "assign", "explain", "forbids", "propose"]

Person = TypeVar("Person", MentorFacts, MenteeFacts)


def propose(
    mentors: Iterable[MentorFacts],
    mentees: Iterable[MenteeFacts],
    *,
    banned: Set[tuple[int, int]] = frozenset(),
    settings: Weights | None = None,
) -> Matching:
    """The best pairs: most mentees served, then most mentors busy, then the highest scores.

    ``banned`` holds pairs of a mentor's and a mentee's id. The answer does not depend on the
    order of people; whoever is left is listed with the reason.
    """
    started = perf_counter()
    table = ScoreTable(_by_id(mentors), _by_id(mentees), banned, settings)
    scores = np.where(table.allowed, table.points, -np.inf)
    found = assign(scores, [mentor.places for mentor in table.mentors])
    return Matching(
        proposals=tuple(_proposals(table, found.pairs)),
        unmatched=tuple(Shortage(table, found.pairs).unmatched()),
        objective=found.total,
        proven_optimal=found.proven_optimal,
        seconds=perf_counter() - started,
    )


def alternatives(
    mentee: MenteeFacts,
    mentors: Iterable[MentorFacts],
    taken: Mapping[int, int],
    n: int = 5,
    *,
    banned: Set[tuple[int, int]] = frozenset(),
    settings: Weights | None = None,
) -> tuple[Proposal, ...]:
    """The best mentors for one mentee among those with a place left, the best first.

    ``taken`` says how many places of each mentor the present draft already uses.
    """
    free = [mentor for mentor in mentors if mentor.places > taken.get(mentor.id, 0)]
    allowed = (mentor for mentor in free if not forbids(mentor, mentee, banned, settings))
    ranked = sorted((_propose_one(mentor, mentee, settings) for mentor in allowed), key=_rank)
    return tuple(ranked[:n])


def _by_id(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda person: person.id)


def _proposals(table: ScoreTable, pairs: tuple[tuple[int, int], ...]) -> Iterable[Proposal]:
    for row, column in pairs:
        yield _propose_one(table.mentors[column], table.mentees[row], table.weights)


def _propose_one(mentor: MentorFacts, mentee: MenteeFacts, weights: Weights | None) -> Proposal:
    score, reasons = explain(mentor, mentee, weights)
    return Proposal(mentor.id, mentee.id, score, reasons)


def _rank(proposal: Proposal) -> tuple[int, int]:
    return -proposal.score, proposal.mentor_id
