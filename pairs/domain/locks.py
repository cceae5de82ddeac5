"""Locked pairs that do not fit together: people have no places for all of them.

As many stand as can, then the aims are the usual ones. Each aim is a linear program of its own,
with those before it kept at their best: such a program still has whole pairs at its corners.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]

from pairs.domain import several
from pairs.domain.task import Matrix, PairOf, Solution, Task, as_arrays, as_pairs

# A program of more pairs than these would keep the curator waiting.
LARGEST = 60_000


def possible(task: Task, locked: Iterable[PairOf]) -> list[PairOf]:
    """Those that are allowed."""
    rows, columns = as_arrays(locked, task.scores.shape)
    stand = task.allowed[rows, columns]
    return as_pairs(rows[stand], columns[stand])


def fits(task: Task, pairs: list[PairOf]) -> bool:
    rows, columns = as_arrays(pairs, task.scores.shape)
    by_mentee = np.bincount(rows, minlength=len(task.mentee_places))
    by_mentor = np.bincount(columns, minlength=len(task.mentor_places))
    return bool((by_mentee <= task.mentee_places).all() and (by_mentor <= task.mentor_places).all())


def most(task: Task, pairs: list[PairOf]) -> list[PairOf]:
    """As many of them as the places allow together, then the dearest."""
    return several.most_pairs(task, *as_arrays(pairs, task.scores.shape))


def is_small(task: Task) -> bool:
    return int(np.count_nonzero(task.allowed)) <= LARGEST


def solve(task: Task, locked: list[PairOf]) -> Solution:
    """The best distribution of all people, with the locked pairs that stand."""
    known = task.scores[task.allowed]
    scale = several.scale_of(known)
    rows, columns = np.nonzero(task.allowed)
    rules = [_rules(task)]
    for aim in _aims(task, locked, scale):
        found = milp(
            -aim,
            constraints=rules,
            bounds=Bounds(0, several.bounds(task, len(rows))[:, 1]),
            integrality=np.ones(len(aim)),
            options={"mip_rel_gap": 0},
        )
        rules.append(LinearConstraint(aim[None, :], round(-found.fun), np.inf))
    taken = found.x[: len(rows)] > 0.5
    pairs = as_pairs(rows[taken], columns[taken])
    bound = max(-found.fun, -found.mip_dual_bound) / scale
    return several.judged(known, pairs, bound - float(task.scores[rows, columns][taken].sum()))


def _rules(task: Task) -> LinearConstraint:
    places = np.concatenate([task.mentee_places, task.mentor_places])
    most = np.concatenate([places, np.zeros(len(places))])
    rows, columns = np.nonzero(task.allowed)
    table = several.limits(rows, columns, *task.scores.shape)
    return LinearConstraint(table, -np.inf, most)


def _aims(task: Task, locked: list[PairOf], scale: float) -> Iterator[Matrix]:
    """What is counted of each pair, then of «has somebody» of mentees and of mentors."""
    mentees, mentors = task.scores.shape
    scores = task.scores[task.allowed]
    is_locked = np.zeros(task.scores.shape)
    is_locked[as_arrays(locked, task.scores.shape)] = 1.0
    people, pairs = np.zeros(mentees + mentors), np.zeros(len(scores))
    yield np.concatenate([is_locked[task.allowed], people])
    yield np.concatenate([pairs, np.ones(mentees), np.zeros(mentors)])
    yield np.concatenate([pairs, np.zeros(mentees), np.ones(mentors)])
    yield np.concatenate([scores * scale, people])
