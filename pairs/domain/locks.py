"""Locked pairs: which of them may stand, and whether all of them can."""

from collections.abc import Iterable

import numpy as np

from pairs.domain.task import PairOf, Task, as_arrays, as_pairs


def possible(task: Task, locked: Iterable[PairOf]) -> list[PairOf]:
    """Those that are allowed."""
    rows, columns = as_arrays(locked, task.scores.shape)
    stand = task.allowed[rows, columns]
    return as_pairs(rows[stand], columns[stand])


def fit(task: Task, pairs: list[PairOf]) -> bool:
    """Whether people have places for all of them."""
    rows, columns = as_arrays(pairs, task.scores.shape)
    by_mentee = np.bincount(rows, minlength=len(task.mentee_places))
    by_mentor = np.bincount(columns, minlength=len(task.mentor_places))
    return bool((by_mentee <= task.mentee_places).all() and (by_mentor <= task.mentor_places).all())
