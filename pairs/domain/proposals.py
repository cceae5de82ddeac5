"""Proposals of pairs for a whole program, and what the screen asks about single ones."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

import numpy as np

from pairs.domain.assignment import distribute, reached
from pairs.domain.barriers import forbids
from pairs.domain.facts import Matching, MenteeFacts, MentorFacts, Proposal
from pairs.domain.reasons import explain
from pairs.domain.score_table import ScoreTable
from pairs.domain.shortage import Shortage
from pairs.domain.task import Task, task_of

__all__ = ["alternatives", "explain", "forbids", "propose"]

Person = TypeVar("Person", MentorFacts, MenteeFacts)


def propose(
    mentors: Iterable[MentorFacts],
    mentees: Iterable[MenteeFacts],
    *,
    banned: Set[tuple[int, int]] = frozenset(),
    locked: Set[tuple[int, int]] = frozenset(),
) -> Matching:
    """The best pairs: most mentees served, then most mentors busy, then the highest scores.

    ``banned`` and ``locked`` hold pairs of a mentor's and a mentee's id; a locked pair stands
    even against a wish of its people, for the curator has chosen it. The answer does not depend
    on the order of people; whoever is left is listed with the reason.
    """
    started = perf_counter()
    table = ScoreTable(_by_id(mentors), _by_id(mentees), banned)
    standing = locked - banned
    task = _task(table, standing)
    found = distribute(task, table.cells(standing))
    served, busy, _total = reached(task, found)
    return Matching(
        proposals=tuple(_proposals(table, found.pairs)),
        unmatched=tuple(Shortage(table, found.pairs).unmatched()),
        objective=found.total_score,
        proven_optimal=found.proven_optimal,
        bound=found.bound,
        mentees_served=served,
        mentors_busy=busy,
        seconds=perf_counter() - started,
    )


def _task(table: ScoreTable, standing: Set[tuple[int, int]]) -> Task:
    """A second mentor for one mentee must not keep another from the first one."""
    task = task_of(
        table.scores(standing),
        [mentor.seats for mentor in table.mentors],
        [mentee.places for mentee in table.mentees],
    )
    served = np.array([bool(mentee.mentors) for mentee in table.mentees], bool)
    busy = np.array([mentor.is_busy for mentor in table.mentors], bool)
    return replace(task, served=served, busy=busy)


def alternatives(
    mentee: MenteeFacts,
    mentors: Iterable[MentorFacts],
    taken: Mapping[int, int],
    n: int = 5,
    *,
    banned: Set[tuple[int, int]] = frozenset(),
) -> tuple[Proposal, ...]:
    """The best mentors for one mentee among those with a place left, the best first.

    ``taken`` says how many places of each mentor the present draft already uses.
    """
    free = [mentor for mentor in mentors if mentor.places > taken.get(mentor.id, 0)]
    allowed = (mentor for mentor in free if not forbids(mentor, mentee, banned))
    ranked = sorted((_propose_one(mentor, mentee) for mentor in allowed), key=_rank)
    return tuple(ranked[:n])


def _by_id(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda person: person.id)


def _proposals(table: ScoreTable, pairs: tuple[tuple[int, int], ...]) -> Iterable[Proposal]:
    for row, column in pairs:
        yield _propose_one(table.mentors[column], table.mentees[row])


def _propose_one(mentor: MentorFacts, mentee: MenteeFacts) -> Proposal:
    score, reasons = explain(mentor, mentee)
    return Proposal(mentor.id, mentee.id, score, reasons)


def _rank(proposal: Proposal) -> tuple[int, int]:
    return -proposal.score, proposal.mentor_id
