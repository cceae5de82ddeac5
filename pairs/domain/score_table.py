"""The rule of ``scoring`` for every mentee and every mentor at once."""

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from pairs.domain.facts import MenteeFacts, MentorFacts, Weights
from pairs.domain.scoring import (
    ENOUGH,
    FULL,
    HALF,
    age_range,
    age_sixths,
    hours_sixths,
    need_of,
    offer_of,
    step,
    wish_ranks,
    wish_sixths,
)

Points = NDArray[np.uint8]
Mask = NDArray[np.bool_]
NOBODY = -1


class ScoreTable:
    """Rows are mentees, columns are mentors, both in the order given.

    ``points`` are there for every pair; the masks say which pairs a rule forbids, and
    ``allowed`` is what all rules leave.
    """

    def __init__(
        self,
        mentors: Sequence[MentorFacts],
        mentees: Sequence[MenteeFacts],
        banned: Set[tuple[int, int]] = frozenset(),
        weights: Weights | None = None,
    ) -> None:
        self.mentors, self.mentees = mentors, mentees
        self.weights = weights or Weights()
        self.shape = len(mentees), len(mentors)
        self._column = {mentor.id: number for number, mentor in enumerate(mentors)}
        self.form_fits, form = self._forms()
        gap = self._age_gaps()
        self.age_fits: Mask = gap <= self.weights.age_tolerance
        self.vetoed = self._vetoed(banned)
        self.points = self._sum(form, gap)

    @property
    def allowed(self) -> Mask:
        return self.form_fits & self.age_fits & ~self.vetoed

    def _sum(self, form: Points, gap: NDArray[np.int64]) -> Points:
        total = np.zeros(self.shape, np.uint8)
        total += self._scale["form"][form]
        total += self._age_points(gap)
        total += self._scale["hours"][[hours_sixths(mentor) for mentor in self.mentors]]
        for name, sixths in self._overlaps():
            total += self._scale[name].take(sixths, mode="clip")  # more than full is full
        for row, column, name, met in self._ties():
            total[row, column] += self._scale[name][met]
        return total

    @cached_property
    def _scale(self) -> dict[str, Points]:
        """Sixths of a criterion to its points."""
        steps = np.arange(FULL + 1)
        most = self.weights.points.items()
        return {name: (points * steps // FULL).astype(np.uint8) for name, points in most}

    def _forms(self) -> tuple[Mask, Points]:
        known = {form: number for number, form in enumerate({e.form for e in self.mentees})}
        asked = np.array([known[mentee.form] for mentee in self.mentees], int)
        fits = np.empty((len(known), len(self.mentors)), bool)
        sixths = np.empty(fits.shape, np.uint8)
        for form, number in known.items():
            open_to_any = np.array([not mentor.forms for mentor in self.mentors], bool)
            named = np.array([form in mentor.forms for mentor in self.mentors], bool)
            fits[number] = open_to_any | named | (not form)
            sixths[number] = np.where(named & bool(form), FULL, np.where(fits[number], HALF, 0))
        return fits[asked], sixths[asked]

    def _age_gaps(self) -> NDArray[np.int64]:
        ranges = np.array([age_range(mentor) for mentor in self.mentors], np.int64).reshape(-1, 2)
        ages = np.array([[mentee.age or 0] for mentee in self.mentees], np.int64).reshape(-1, 1)
        gap = np.maximum(np.maximum(ranges[:, 0] - ages, ages - ranges[:, 1]), 0)
        gap[self._ageless()] = 0
        return gap

    def _ageless(self) -> list[int]:
        return [row for row, mentee in enumerate(self.mentees) if mentee.age is None]

    def _age_points(self, gap: NDArray[np.int64]) -> Points:
        tolerance, scale = self.weights.age_tolerance, self._scale["age"]
        by_gap = scale[[age_sixths(years, tolerance) for years in range(tolerance + 2)]]
        points = by_gap.take(gap, mode="clip")
        points[self._ageless()] = scale[HALF]
        return points

    def _overlaps(self) -> Iterator[tuple[str, NDArray[np.int64]]]:
        needs = [need_of(mentee).sets for mentee in self.mentees]
        offers = [offer_of(mentor).sets for mentor in self.mentors]
        for name, enough in ENOUGH.items():
            asked = [sets[name] for sets in needs]
            vocabulary = {word: number for number, word in enumerate(set(chain(*asked)))}
            worth = [step(len(words), enough) for words in asked]
            wanted = _incidence(asked, vocabulary, worth)
            had = _incidence([sets[name] for sets in offers], vocabulary, [1] * len(offers))
            yield name, wanted @ had.T.toarray()

    def _ties(self) -> Iterator[tuple[int, int, str, int]]:
        """What a mentee has with single mentors: wishes and last year's pairs."""
        for row, mentee in enumerate(self.mentees):
            for mentor_id, rank in wish_ranks(mentee).items():
                if mentor_id in self._column:
                    yield row, self._column[mentor_id], "wish", wish_sixths(rank)
            for mentor_id in mentee.previous & self._column.keys():
                yield row, self._column[mentor_id], "previous", FULL

    def _vetoed(self, banned: Set[tuple[int, int]]) -> Mask:
        """Pairs that the curator excluded, and nobody is their own mentor."""
        vetoed = _persons(self.mentees)[:, None] == _persons(self.mentors)
        vetoed[_persons(self.mentees) == NOBODY] = False
        row = {mentee.id: number for number, mentee in enumerate(self.mentees)}
        for mentor_id, mentee_id in banned:
            if mentor_id in self._column and mentee_id in row:
                vetoed[row[mentee_id], self._column[mentor_id]] = True
        return vetoed


def _persons(people: Sequence[MentorFacts] | Sequence[MenteeFacts]) -> NDArray[np.int64]:
    ids = [NOBODY if someone.person_id is None else someone.person_id for someone in people]
    return np.array(ids, np.int64)


def _incidence(
    sets: Sequence[frozenset[str]], vocabulary: dict[str, int], worth: Sequence[int]
) -> csr_array:
    """One row for each set, one column for each word; a word weighs what its set says."""
    known = [[vocabulary[word] for word in words if word in vocabulary] for words in sets]
    starts = np.cumsum([0, *map(len, known)])
    columns = np.fromiter(chain.from_iterable(known), np.int32, starts[-1])
    weights = np.repeat(np.array(worth, np.int64), np.diff(starts))
    return csr_array((weights, columns, starts), shape=(len(sets), len(vocabulary)))
