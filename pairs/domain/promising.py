"""Which pairs are worth a look before all of them are: those that are dear at likely prices."""

import numpy as np

from pairs.domain.clearing import last_place
from pairs.domain.opening import Opening
from pairs.domain.task import Mask, Matrix, Task

DRAW = 2.0**-40
OF_A_MENTEE, OF_A_MENTOR = 8, 6


def promising(task: Task, start: Opening) -> Mask:
    """Some for each mentee and for each mentor, and the pairs that the prices come from."""
    gains = task.scores - start.prices
    wished = task.scores - last_place(gains, task.mentee_places)[:, None]
    dear = best_of(gains, OF_A_MENTEE + int(task.mentee_places.max(initial=0)))
    other = best_of(wished.T, OF_A_MENTOR + int(task.mentor_places.max(initial=0))).T
    chosen = (dear | other) & task.allowed
    chosen[start.rows, start.columns] = True
    return chosen


def best_of(values: Matrix, many: int) -> Mask:
    """The dearest of each row."""
    if many >= values.shape[1]:
        return np.isfinite(values)
    best = np.argpartition(-values - _draws(values), many, axis=1)[:, :many]
    chosen = np.zeros(values.shape, bool)
    np.put_along_axis(chosen, best, True, axis=1)
    return chosen & np.isfinite(values)


def _draws(values: Matrix) -> Matrix:
    """Which of equals is taken, not the same ones for everybody: far too little to tell others."""
    rows = np.arange(values.shape[0], dtype=np.uint32)[:, None]
    columns = np.arange(values.shape[1], dtype=np.uint32)
    mixed = (rows * 7919 + columns * 104_729) * np.uint32(2_654_435_761) >> 16
    return mixed.astype(np.float64) * DRAW
