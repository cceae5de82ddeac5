"""Scores of all pairs of a program as a table for the rules that look at the whole."""

from collections.abc import Iterable

import numpy as np

from pairs.domain.score_table import ScoreTable
from pairs.services.draft import Key
from pairs.services.matching_facts import Facts

Place = tuple[int, int]


class Grid:
    """Rows are mentees, columns are mentors, in the order of the facts; ``-inf`` is forbidden."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.row = {told.id: number for number, told in enumerate(facts.mentee_facts)}
        self.column = {told.id: number for number, told in enumerate(facts.mentor_facts)}
        table = ScoreTable(facts.mentor_facts, facts.mentee_facts, facts.banned)
        self._points = table.points
        self.scores = np.where(table.allowed, table.points, -np.inf)

    @property
    def mentor_places(self) -> list[int]:
        return [told.seats for told in self.facts.mentor_facts]

    def knows(self, key: Key) -> bool:
        return key[0] in self.column and key[1] in self.row

    def at(self, key: Key) -> Place:
        return self.row[key[1]], self.column[key[0]]

    def key(self, at: Place) -> Key:
        return self.facts.mentor_facts[at[1]].id, self.facts.mentee_facts[at[0]].id

    def allow(self, places: Iterable[Place]) -> None:
        """What the curator has chosen against a wish stands."""
        for at in places:
            self.scores[at] = self._points[at]
