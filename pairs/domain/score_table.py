"""The rule of ``scoring`` for every mentee and every mentor at once, by the weights of each."""

from collections.abc import Iterable, Sequence, Set
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pairs.domain.criteria_table import Sixths, sixths_tables, ties
from pairs.domain.facts import CRITERIA, MenteeFacts, MentorFacts, Weights
from pairs.domain.kinds import by_kind, equal
from pairs.domain.scoring import FULL, age_gap, form_fits, is_elder, role_fits

Points = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Ids = tuple[int, int]


class ScoreTable:
    """Rows are mentees, columns are mentors, both in the order given.

    ``points`` are there for every pair; the masks say which pairs a rule forbids (``vetoes``:
    whatever the two are like, by cause), and ``allowed`` is what all rules leave. Pairs of ids
    are those of a mentor and a mentee.
    """

    def __init__(
        self,
        mentors: Sequence[MentorFacts],
        mentees: Sequence[MenteeFacts],
        banned: Set[Ids] = frozenset(),
    ) -> None:
        self.mentors, self.mentees = mentors, mentees
        self.shape = len(mentees), len(mentors)
        self._column = {mentor.id: number for number, mentor in enumerate(mentors)}
        self._row = {mentee.id: number for number, mentee in enumerate(mentees)}
        self.form_fits = self._form_fits()
        self.role_fits = self._role_fits()
        self.age_fits = self._age_fits()
        self.elder_fits = self._elder_fits()
        self.vetoes = self._vetoes(banned)
        self.points = self._points()

    @cached_property
    def allowed(self) -> Mask:
        fits: Mask = self.form_fits & self.role_fits & self.age_fits & self.elder_fits
        return fits & ~np.logical_or.reduce(list(self.vetoes.values()))

    def scores(self, standing: Iterable[Ids] = ()) -> NDArray[np.float64]:
        """What ``assign`` takes; pairs that stand by the curator's will are above the rules."""
        scores = np.where(self.allowed, self.points, -np.inf)
        for cell in self.cells(standing):
            scores[cell] = self.points[cell]
        return scores

    def cells(self, pairs: Iterable[Ids]) -> list[tuple[int, int]]:
        """Rows and columns of pairs of ids; strangers are left out."""
        known = (pair for pair in pairs if pair[0] in self._column and pair[1] in self._row)
        return [(self._row[mentee], self._column[mentor]) for mentor, mentee in known]

    def _points(self) -> Points:
        total = np.zeros(self.shape, np.uint8)
        counted = {name for each in self._weightings for name, most in each.points.items() if most}
        people = self.mentors, self.mentees
        for name, sixths in sixths_tables(people, counted):
            total += self._worth(name, sixths)
        for row, column, name, met in ties(people):
            total[row, column] += self._scale[name][self._weighed[row], met]
        return total

    @cached_property
    def _weightings(self) -> list[Weights]:
        return list(dict.fromkeys(mentee.weights for mentee in self.mentees))

    @cached_property
    def _weighed(self) -> NDArray[np.intp]:
        """Which of the weights each row goes by."""
        number = {weights: number for number, weights in enumerate(self._weightings)}
        return np.array([number[mentee.weights] for mentee in self.mentees], np.intp)

    @cached_property
    def _scale(self) -> dict[str, Points]:
        """Weights and sixths of a criterion to its points."""
        most = {name: [each.points[name] for each in self._weightings] for name in CRITERIA}
        return {
            name: (np.outer(points, np.arange(FULL + 1)) // FULL).astype(np.uint8)
            for name, points in most.items()
        }

    def _worth(self, name: str, sixths: Sixths) -> Points:
        starts = self._weighed[:, None] * (FULL + 1)
        worth: Points = self._scale[name].ravel().take(sixths + starts)
        return worth

    def _form_fits(self) -> Mask:
        return by_kind(
            (self.mentors, self.mentees),
            lambda mentor: mentor.forms,
            lambda mentee: mentee.form,
            lambda mentor, mentee: form_fits(mentor, mentee.form),
        )

    def _role_fits(self) -> Mask:
        return by_kind(
            (self.mentors, self.mentees),
            lambda mentor: mentor.role_models,
            lambda mentee: mentee.role_model,
            lambda mentor, mentee: role_fits(mentor, mentee.role_model),
        )

    def _age_fits(self) -> Mask:
        return by_kind(
            (self.mentors, self.mentees),
            lambda mentor: (mentor.age_from, mentor.age_to),
            lambda mentee: (mentee.age, mentee.weights.age_tolerance),
            lambda mentor, mentee: age_gap(mentor, mentee.age) <= mentee.weights.age_tolerance,
        )

    def _elder_fits(self) -> Mask:
        asked = any(weights.elder is not None for weights in self._weightings)
        return by_kind(
            (self.mentors, self.mentees),
            lambda mentor: mentor.age if asked else None,
            lambda mentee: (mentee.age, mentee.weights.elder),
            is_elder,
        )

    def _vetoes(self, banned: Set[Ids]) -> dict[str, Mask]:
        """In the order of ``barriers.forbids``: a pair falls under the first that applies."""
        same = equal(*([one.person_id for one in side] for side in (self.mentees, self.mentors)))
        return {
            "same": same,
            "led": self._marked((m, each.id) for each in self.mentees for m in each.mentors),
            "banned": self._marked(banned),
            "broken": self._marked((m, each.id) for each in self.mentees for m in each.broken),
        }

    def _marked(self, pairs: Iterable[Ids]) -> Mask:
        marked = np.zeros(self.shape, bool)
        for cell in self.cells(pairs):
            marked[cell] = True
        return marked
