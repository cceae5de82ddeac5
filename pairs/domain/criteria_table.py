"""How far every criterion is met by every two people: the rule of ``scoring`` in numpy."""

from collections.abc import Callable, Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from pairs.domain.kinds import People, by_kind, equal, in_common
from pairs.domain.places import settlement, workplace_key
from pairs.domain.scoring import (
    ENOUGH,
    FULL,
    HALF,
    Sets,
    age_met,
    hours_meet,
    hours_sixths,
    named_met,
    need_of,
    offer_of,
    ranks,
    step,
    waiting_sixths,
    wish_sixths,
)

Sixths = NDArray[np.int64]


def sixths_tables(people: People, counted: Collection[str]) -> Iterator[tuple[str, Sixths]]:
    """Rows are mentees; one row or one column where the other side does not matter.

    Only criteria that are ``counted``; those of :func:`ties` are left out.
    """
    for name, table in TABLES.items():
        if name in counted:
            yield name, table(people)
    yield from _overlaps(people, counted)


def ties(people: People) -> Iterator[tuple[int, int, str, int]]:
    """What single people have with single people: row, column, criterion and sixths."""
    mentors, mentees = people
    columns = {mentor.id: number for number, mentor in enumerate(mentors)}
    rows = {mentee.id: number for number, mentee in enumerate(mentees)}
    for row, mentee in enumerate(mentees):
        for column, met in _wished(mentee.wishes, columns):
            yield row, column, "wish", met
        for mentor_id in mentee.previous & columns.keys():
            yield row, columns[mentor_id], "previous", FULL
    for column, mentor in enumerate(mentors):
        for row, met in _wished(mentor.wishes, rows):
            yield row, column, "welcome", met


def _wished(wishes: tuple[int, ...], numbers: dict[int, int]) -> Iterator[tuple[int, int]]:
    for each, rank in ranks(wishes).items():
        if each in numbers:
            yield numbers[each], wish_sixths(rank)


def _form(people: People) -> Sixths:
    return by_kind(
        people,
        lambda mentor: mentor.forms,
        lambda mentee: mentee.form,
        lambda mentor, mentee: named_met(mentor.forms, mentee.form),
        np.int64,
    )


def _role(people: People) -> Sixths:
    return by_kind(
        people,
        lambda mentor: mentor.role_models,
        lambda mentee: mentee.role_model,
        lambda mentor, mentee: named_met(mentor.role_models, mentee.role_model),
        np.int64,
    )


def _age(people: People) -> Sixths:
    return by_kind(
        people,
        lambda mentor: (mentor.age_from, mentor.age_to),
        lambda mentee: (mentee.age, mentee.weights.age_tolerance),
        lambda mentor, mentee: age_met(mentor, mentee.age, mentee.weights.age_tolerance),
        np.int64,
    )


def _place(people: People) -> Sixths:
    def same(key: Callable[[str], str]) -> NDArray[np.bool_]:
        of_mentors, of_mentees = ([key(one.workplace) for one in side] for side in people)
        return equal(of_mentees, of_mentors)

    return np.where(same(workplace_key), FULL, np.where(same(settlement), HALF, 0))


def _hours(people: People) -> Sixths:
    return np.array([[hours_sixths(mentor) for mentor in people[0]]], np.int64)


def _waiting(people: People) -> Sixths:
    return np.array([[waiting_sixths(mentee)] for mentee in people[1]], np.int64).reshape(-1, 1)


TABLES: dict[str, Callable[[People], Sixths]] = {
    "form": _form,
    "role": _role,
    "age": _age,
    "place": _place,
    "hours": _hours,
    "waiting": _waiting,
}


def _overlaps(people: People, counted: Collection[str]) -> Iterator[tuple[str, Sixths]]:
    offers = [offer_of(mentor).sets for mentor in people[0]]
    needs = [need_of(mentee).sets for mentee in people[1]]
    for name in ENOUGH.keys() & counted:
        found = _overlap(name, needs, offers)
        yield name, found * _hours_meet(people) if name == "days" else found


def _overlap(name: str, needs: list[Sets], offers: list[Sets]) -> Sixths:
    """More than full is full."""
    asked = [sets[name] for sets in needs]
    worth = [step(len(words), ENOUGH[name]) for words in asked]
    found = in_common(asked, [sets[name] for sets in offers], worth)
    return np.minimum(found, FULL, out=found)


def _hours_meet(people: People) -> NDArray[np.bool_]:
    return by_kind(
        people,
        lambda mentor: mentor.hours,
        lambda mentee: mentee.hours,
        lambda mentor, mentee: hours_meet(mentor.hours, mentee.hours),
    )
