"""Rules asked once for each two kinds of people, and words compared for all at once."""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from pairs.domain.facts import MenteeFacts, MentorFacts

Person = TypeVar("Person")
People = tuple[Sequence[MentorFacts], Sequence[MenteeFacts]]


def by_kind(
    people: People,
    of_mentor: Callable[[MentorFacts], Hashable],
    of_mentee: Callable[[MenteeFacts], Hashable],
    rule: Callable[[MentorFacts, MenteeFacts], int],
    dtype: type[Any] = np.bool_,
) -> NDArray[Any]:
    """Rows are mentees; those alike in what the rule looks at are one kind."""
    columns, mentors = _kinds(people[0], of_mentor)
    rows, mentees = _kinds(people[1], of_mentee)
    told = [rule(mentor, mentee) for mentee in mentees for mentor in mentors]
    small = np.array(told, dtype).reshape(len(mentees), len(mentors))
    return small.take(columns, axis=1).take(rows, axis=0)


def _kinds(
    people: Sequence[Person], kind_of: Callable[[Person], Hashable]
) -> tuple[NDArray[np.intp], list[Person]]:
    """The kind of each, and somebody of each kind."""
    kinds: dict[Hashable, int] = {}
    numbers = [kinds.setdefault(kind_of(someone), len(kinds)) for someone in people]
    some = dict(zip(numbers, people, strict=True))
    return np.array(numbers, np.intp), [some[number] for number in range(len(kinds))]


def equal(mentees: Sequence[Hashable], mentors: Sequence[Hashable]) -> NDArray[np.bool_]:
    """Where the two values are one; an unknown value (``None``, «») is like no other."""
    number = {value: number for number, value in enumerate(dict.fromkeys(mentors))}
    rows = np.array([number.get(value, -1) for value in mentees], np.intp)
    columns = np.array([number[value] for value in mentors], np.intp)
    rows[[not value for value in mentees]] = -1
    same: NDArray[np.bool_] = rows[:, None] == columns
    return same


def in_common(
    asked: Sequence[frozenset[str]], offered: Sequence[frozenset[str]], worth: Sequence[int]
) -> NDArray[np.int64]:
    """How many words of each set are in each other one, times what a word is worth there."""
    vocabulary = {word: number for number, word in enumerate(set(chain(*asked)))}
    had = _incidence(offered, vocabulary, [1] * len(offered))
    found: NDArray[np.int64] = _incidence(asked, vocabulary, worth) @ had.T.toarray()
    return found


def _incidence(
    sets: Sequence[frozenset[str]], vocabulary: dict[str, int], worth: Sequence[int]
) -> csr_array:
    """One row for each set, one column for each word; a word weighs what its set says."""
    known = [[vocabulary[word] for word in words if word in vocabulary] for words in sets]
    starts = np.cumsum([0, *map(len, known)])
    columns = np.fromiter(chain.from_iterable(known), np.int32, starts[-1])
    weights = np.repeat(np.array(worth, np.int64), np.diff(starts))
    return csr_array((weights, columns, starts), shape=(len(sets), len(vocabulary)))
