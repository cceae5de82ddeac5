"""Whether prices clear the market: everybody gets just what they want at them.

At given prices a mentee wants the pairs that gain most, as many as there are places. Those that
gain more than the last of them are sure; the last one may have equals, and which of these are
taken is a flow. When it leaves no place idle that has a price, the total is as high as the prices
allow any total to be (linear-programming duality), so nothing else need be asked.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import maximum_flow  # type: ignore[import-untyped]

from pairs.domain.task import Counts, Mask, Matrix, Task

TOLERANCE = 1e-7


@dataclass(frozen=True)
class Side:
    """How many more pairs each of one side must and may have."""

    least: Counts
    most: Counts


def cleared(task: Task, prices: Matrix) -> Mask | None:
    """The pairs that everybody wants, with each free person served; ``None`` if there are none."""
    gains = task.scores - prices
    last = last_place(gains, task.mentee_places)
    sure = task.allowed & (gains > last[:, None] + TOLERANCE)
    equal = task.allowed & ~sure & (gains >= last[:, None] - TOLERANCE)
    mentees = _side(task.mentee_places, sure.sum(axis=1), last > TOLERANCE, ~task.served)
    mentors = _side(task.mentor_places, sure.sum(axis=0), prices > TOLERANCE, ~task.busy)
    taken = _flow(equal, mentees, mentors)
    return None if taken is None else sure | taken


def bound_of(task: Task, prices: Matrix) -> float:
    """What no total can exceed: the places at their prices, and what mentees gain above them."""
    gains = np.where(task.allowed, np.maximum(task.scores - prices, 0.0), 0.0)
    dearest = -np.sort(-gains, axis=1)
    best = np.arange(gains.shape[1]) < task.mentee_places[:, None]
    return float(prices @ task.mentor_places) + float(dearest[best].sum())


def last_place(gains: Matrix, places: Counts) -> Matrix:
    """What the last place of each mentee gains when all get the best they can afford."""
    dearest = -np.sort(-gains, axis=1)
    last = dearest[np.arange(len(places)), np.maximum(places, 1) - 1]
    return np.maximum(last, 0.0)


def _side(places: Counts, sure: Counts, is_dear: Mask, is_free: Mask) -> Side:
    """A place that has a price must not stay idle; who has nobody yet must have one pair."""
    most = places - sure
    needs_one = (is_free & (places > 0) & (sure == 0)).astype(np.int64)
    return Side(np.where(is_dear, most, needs_one), most)


def _flow(pairs: Mask, mentees: Side, mentors: Side) -> Mask | None:
    """Some of ``pairs`` that give everybody the least and no more than the most."""
    if (mentees.most < 0).any() or (mentors.most < 0).any():
        return None
    rows, columns = np.nonzero(pairs)
    source, sink = range(sum(pairs.shape) + 2, sum(pairs.shape) + 4)
    found = maximum_flow(_network(rows, columns, mentees, mentors), source, sink)
    if found.flow_value < mentees.least.sum() + mentors.least.sum():
        return None
    many, people = len(mentees.most), sum(pairs.shape)
    return found.flow[:many, many:people].toarray() > 0


def _network(rows: Counts, columns: Counts, mentees: Side, mentors: Side) -> csr_array:
    """Arcs from mentees to mentors; the least is asked for by a source and a sink of its own."""
    many, people = len(mentees.most), len(mentees.most) + len(mentors.most)
    mentee, mentor = np.arange(many), np.arange(many, people)
    start, end, source, sink = range(people, people + 4)
    arcs = (
        (rows, many + columns, 1),
        (start, mentee, mentees.most - mentees.least),
        (source, mentee, mentees.least),
        (start, sink, mentees.least.sum()),
        (mentor, end, mentors.most - mentors.least),
        (mentor, sink, mentors.least),
        (source, end, mentors.least.sum()),
        (end, start, mentees.most.sum()),
    )
    parts = [np.broadcast_arrays(*map(np.atleast_1d, arc)) for arc in arcs]
    tails, heads, room = (np.concatenate(part) for part in zip(*parts, strict=True))
    return csr_array((room.astype(np.int32), (tails, heads)), shape=(people + 4, people + 4))
