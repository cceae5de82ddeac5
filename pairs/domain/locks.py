"""Which of the locked pairs stand when their people have no places for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from pairs.domain import several
from pairs.domain.task import PairOf, Task, as_arrays

# Each choice is a whole distribution to work out; more of them would keep the curator waiting.
MOST_CHOICES = 64
MOST_TRIED = 20_000


@dataclass(frozen=True)
class Choices:
    """Sets of locked pairs, each as many as can stand; ``is_whole``: there are no others."""

    sets: tuple[tuple[PairOf, ...], ...]
    is_whole: bool


def keepable(task: Task, locked: Iterable[PairOf]) -> Choices:
    rows, columns = as_arrays(locked, task.scores.shape)
    possible = task.allowed[rows, columns]
    pairs = list(zip(rows[possible].tolist(), columns[possible].tolist(), strict=True))
    if fits(task, pairs):
        return Choices((tuple(pairs),), is_whole=True)
    most = several.most_pairs(task, rows[possible], columns[possible])
    sure = [pair for pair in pairs if _is_sure(task, pair, pairs)]
    doubtful = [pair for pair in pairs if pair not in sure]
    subsets = combinations(doubtful, len(most) - len(sure))
    tried = list(islice(subsets, MOST_TRIED + 1))
    sets = [(*sure, *some) for some in tried if fits(task, [*sure, *some])]
    if len(tried) > MOST_TRIED or len(sets) > MOST_CHOICES:
        return Choices((tuple(most),), is_whole=False)
    return Choices(tuple(sets), is_whole=True)


def fits(task: Task, pairs: list[PairOf]) -> bool:
    rows, columns = as_arrays(pairs, task.scores.shape)
    by_mentee = np.bincount(rows, minlength=len(task.mentee_places))
    by_mentor = np.bincount(columns, minlength=len(task.mentor_places))
    return bool((by_mentee <= task.mentee_places).all() and (by_mentor <= task.mentor_places).all())


def _is_sure(task: Task, pair: PairOf, pairs: list[PairOf]) -> bool:
    """Neither of its people has more locked pairs than places."""
    mentee = sum(1 for row, _column in pairs if row == pair[0])
    mentor = sum(1 for _row, column in pairs if column == pair[1])
    return mentee <= task.mentee_places[pair[0]] and mentor <= task.mentor_places[pair[1]]
