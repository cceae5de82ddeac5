"""Several mentors for a mentee: a linear program whose corners are whole pairs.

How many mentees and how many mentors can be served at most are two questions of their own: in a
bipartite graph one distribution reaches both (Mendelsohn and Dulmage). With these two numbers kept,
the best total is a flow, so a corner of the program is made of whole pairs (the matrix is totally
unimodular). Only promising pairs are given to HiGHS; its prices then show which of the others
could better the total, until none can. The bound is computed from the prices alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from math import frexp
from typing import Any

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]
from scipy.sparse import coo_array, csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import maximum_bipartite_matching  # type: ignore[import-untyped]

from pairs.domain.clearing import TOLERANCE, bound_of, cleared
from pairs.domain.opening import opening
from pairs.domain.promising import best_of, promising
from pairs.domain.task import Counts, Mask, Matrix, PairOf, Solution, Task, as_pairs, served_by

PROVEN = 1e-9
GRAINS = (1.0, 2.0**-10)
SCALE, LARGEST_SCALE = (
    9,
    1000,
)  # scores go to HiGHS as numbers up to 2**9: its tolerances are absolute
QUICK = {"presolve": False, "simplex_dual_edge_weight_strategy": "devex"}
MORE_CHOICES = 10


@dataclass(frozen=True)
class Prices:
    """Of a place and of being the first one, for mentees and for mentors; none below zero."""

    mentee: Matrix
    mentor: Matrix
    worth: float

    def gains(self, scores: Matrix) -> Matrix:
        """What each pair is worth above the prices of its two places."""
        return scores - self.mentee[:, None] - self.mentor


Program = Callable[[Task, Mask], tuple[Counts, Counts, Prices]]


def solve(task: Task) -> Solution:
    """The best whole pairs; HiGHS gets the scores at a scale of its own."""
    known = task.scores[task.allowed]
    scale = scale_of(known)
    rows, columns, bound = _best(replace(task, scores=task.scores * scale))
    return judged(
        known, as_pairs(rows, columns), bound / scale - float(task.scores[rows, columns].sum())
    )


def scale_of(known: Matrix) -> float:
    """A power of two, so that nothing is rounded."""
    largest = float(np.abs(known).max(initial=0.0))
    return 2.0 ** min(SCALE - frexp(largest)[1], LARGEST_SCALE) if largest else 1.0


def judged(known: Matrix, pairs: list[PairOf], gap: float) -> Solution:
    """Totals of scores on a grid go in steps: what is less than a step is a rounding."""
    step = next((grain for grain in GRAINS if not (known % grain).any()), 0.0)
    largest = float(np.abs(known).max(initial=0.0))
    proven = gap < step / 2 if step else gap <= PROVEN * largest * max(1, len(pairs))
    return Solution(pairs, 0.0 if step and proven else max(gap, 0.0), proven)


def _best(task: Task) -> tuple[Counts, Counts, float]:
    """Rows and columns of the pairs, and what no total can exceed.

    The first prices may settle everything. Else the dearest pairs often serve everybody by
    themselves: when that is likely, they are looked for without the numbers of those served.
    """
    start = opening(task)
    wanted = cleared(task, start.prices)
    if wanted is not None:
        rows, columns = np.nonzero(wanted)
        return rows, columns, bound_of(task, start.prices)
    chosen = promising(task, start)
    covers = [_cover(task, rows=True), _cover(task, rows=False)]
    targets = len(covers[0]), len(covers[1])
    if served_by(task, start.rows, start.columns) == targets:
        rows, columns, bound = _priced(task, chosen, _free_program)
        if served_by(task, rows, columns) == targets:
            return rows, columns, bound
    for cover in covers:
        chosen[cover[:, 0], cover[:, 1]] = True
    return _priced(task, chosen, lambda task, chosen: _program(task, chosen, targets))


def _priced(task: Task, chosen: Mask, program: Program) -> tuple[Counts, Counts, float]:
    """Add the pairs that would better the total, until there are none; ``chosen`` grows."""
    for turn in count():
        rows, columns, prices = program(task, chosen)
        gains = np.where(task.allowed, prices.gains(task.scores), -np.inf)
        wanting = gains > TOLERANCE
        if not (wanting & ~chosen).any():
            break
        chosen |= best_of(np.where(chosen, -np.inf, gains), MORE_CHOICES << turn) & wanting
    return rows, columns, prices.worth + float(gains[gains > 0].sum())


def _free_program(task: Task, chosen: Mask) -> tuple[Counts, Counts, Prices]:
    """The highest total, whoever it serves."""
    rows, columns = np.nonzero(chosen)
    mentees, people = len(task.mentee_places), sum(task.scores.shape)
    lines, pair = np.concatenate([rows, mentees + columns]), np.arange(len(rows))
    table = (np.ones(2 * len(rows)), (lines, np.concatenate([pair, pair])))
    places = np.concatenate([task.mentee_places, task.mentor_places])
    found = linprog(
        -task.scores[rows, columns],
        A_ub=csr_array(coo_array(table, shape=(people, len(rows)))),
        b_ub=places,
        bounds=(0, 1),
        method="highs-ds",
        options=QUICK,
    )
    price = -np.minimum(found.ineqlin.marginals, 0)
    taken = found.x > 0.5
    prices = Prices(price[:mentees], price[mentees:], float(price @ places))
    return rows[taken], columns[taken], prices


def _cover(task: Task, *, rows: bool) -> Counts:
    """As many of one side as can have somebody: each once, the other side by its places."""
    allowed = task.allowed if rows else task.allowed.T
    own, had = (task.mentee_places, task.served) if rows else (task.mentor_places, task.busy)
    others = task.mentor_places if rows else task.mentee_places
    seat_of = np.repeat(np.arange(len(others)), others)
    open_to = allowed & (~had & (own > 0))[:, None]
    found = maximum_bipartite_matching(csr_array(open_to[:, seat_of]), perm_type="column")
    mine = np.flatnonzero(found >= 0)
    cover = np.column_stack([mine, seat_of[found[mine]]])
    return cover if rows else cover[:, ::-1]


def most_pairs(task: Task, rows: Counts, columns: Counts) -> list[PairOf]:
    """As many of the given pairs as the places allow together, then the dearest of them."""
    only = np.full(task.scores.shape, -np.inf)
    dear = task.scores[rows, columns]
    only[rows, columns] = dear + 2 * np.abs(dear).sum() + 1
    wanted = Task(
        only,
        task.mentor_places,
        task.mentee_places,
        np.ones_like(task.served),
        np.ones_like(task.busy),
    )
    return solve(wanted).pairs


def _program(task: Task, chosen: Mask, targets: tuple[int, int]) -> tuple[Counts, Counts, Prices]:
    """Variables: the chosen pairs, then «has somebody» of every mentee and of every mentor."""
    rows, columns = np.nonzero(chosen)
    mentees, mentors = task.scores.shape
    found = linprog(
        np.concatenate([-task.scores[rows, columns], np.zeros(mentees + mentors)]),
        A_ub=limits(rows, columns, mentees, mentors),
        b_ub=np.concatenate([task.mentee_places, task.mentor_places, np.zeros(mentees + mentors)]),
        A_eq=_serving(len(rows), mentees, mentors),
        b_eq=np.array(targets),
        bounds=bounds(task, len(rows)),
        method="highs-ds",
        options=QUICK,
    )
    taken = found.x[: len(rows)] > 0.5
    return rows[taken], columns[taken], _prices(task, found, targets)


def limits(rows: Counts, columns: Counts, mentees: int, mentors: int) -> csr_array:
    """Places are not exceeded; who «has somebody» has a pair."""
    people, pairs = mentees + mentors, len(rows)
    pair, person = np.arange(pairs), np.arange(people)
    lines = np.concatenate([rows, mentees + columns, people + rows, people + mentees + columns])
    ones = np.ones(pairs)
    table = coo_array(
        (
            np.concatenate([ones, ones, -ones, -ones, np.ones(people)]),
            (
                np.concatenate([lines, people + person]),
                np.concatenate([pair, pair, pair, pair, pairs + person]),
            ),
        ),
        shape=(2 * people, pairs + people),
    )
    return csr_array(table)


def _serving(pairs: int, mentees: int, mentors: int) -> csr_array:
    side = np.repeat([0, 1], [mentees, mentors])
    place = pairs + np.arange(mentees + mentors)
    shape = (2, pairs + mentees + mentors)
    return csr_array((np.ones(mentees + mentors), (side, place)), shape=shape)


def bounds(task: Task, pairs: int) -> Matrix:
    """Who had somebody before is not counted again."""
    upper = np.concatenate([np.ones(pairs), ~task.served, ~task.busy])
    return np.column_stack([np.zeros(len(upper)), upper])


def _prices(task: Task, found: Any, targets: tuple[int, int]) -> Prices:
    """Prices below zero by a rounding are put right: any prices at all give a bound."""
    mentees, mentors = task.scores.shape
    limits = np.minimum(found.ineqlin.marginals, 0)
    place, first = limits[: mentees + mentors], limits[mentees + mentors :]
    served = np.repeat(found.eqlin.marginals, [mentees, mentors])
    counted = np.concatenate([~task.served, ~task.busy])
    places = np.concatenate([task.mentee_places, task.mentor_places])
    left = np.minimum(-first - served, 0)[counted].sum()
    dual = (place * places).sum() + float(found.eqlin.marginals @ targets) + left
    price = first - place
    return Prices(price[:mentees], price[mentees:], -float(dual))
