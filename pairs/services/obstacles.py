"""Why a pair of an earlier draft cannot stand now, in words; long lists are cut short."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from pairs.services.draft import Cell, Draft, Key
from pairs.services.step_words import first_named, pair_mark, short_names, told
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from programs.models import Program

CROWDED = "закреплённым парам вместе не хватает мест"


def named(obstacles: Mapping[Key, str]) -> list[str]:
    """The first with names and reasons, then how many more; two queries."""
    names = short_names(obstacles)
    return first_named([f"{told(pair_mark(key), names)}: {why}" for key, why in obstacles.items()])


def broken_locks(draft: Draft, locked: Iterable[Cell]) -> dict[Key, str]:
    """Which of the cells ``locked`` before a run it has not kept; ``draft`` is the new one."""
    locked = list(locked)
    obstacles = Obstacles(draft, for_run=True)
    for cell in locked:
        if cell.key in draft.cells:
            obstacles.take(cell)
    lost = [cell for cell in locked if cell.key not in draft.cells]
    return {cell.key: obstacles.why(cell) or CROWDED for cell in lost}


class Obstacles:
    """``wanted`` against the facts of today; ``for_run``: the solver's smaller limits count."""

    def __init__(self, draft: Draft, *, for_run: bool = False) -> None:
        self.draft, self.for_run = draft, for_run
        self._mentors, self._mentees = Counter[int](), Counter[int]()

    def of(self, wanted: Iterable[Cell]) -> dict[Key, str]:
        """Why a cell cannot come back; locked ones take the places first."""
        found = {}
        for cell in sorted(wanted, key=lambda cell: not cell.locked):
            if why := self.why(cell):
                found[cell.key] = why
            else:
                self.take(cell)
        return found

    def take(self, cell: Cell) -> None:
        self._mentors[cell.mentor] += 1
        self._mentees[cell.mentee] += 1

    def why(self, cell: Cell) -> str:
        if cell.key in self.draft.agreed:
            return "пара уже принята"
        if cell.key in self.draft.facts.banned:
            return "пара запрещена"
        return self._absent(cell) or self._full(cell)

    def _full(self, cell: Cell) -> str:
        mentor = self.draft.mentor_facts[cell.mentor]
        if self._mentors[cell.mentor] >= mentor.places:
            return "у наставника не осталось мест"
        if self.for_run and self._mentors[cell.mentor] >= mentor.seats:
            return "размер группы ограничен"
        if self._mentees[cell.mentee] >= self.draft.mentee_places(cell.mentee):
            return "у наставляемого уже есть пара"
        return ""

    def _absent(self, cell: Cell) -> str:
        if cell.mentor not in self.draft.mentor_facts:
            return self._mentor_states.get(cell.mentor, "наставника нет в реестре")
        if cell.mentee in self.draft.mentee_facts:
            return ""
        if any(mentee == cell.mentee for _mentor, mentee in self.draft.agreed):
            return "у наставляемого уже есть пара"
        return self._mentee_states.get(cell.mentee, "наставляемого нет в реестре")

    @cached_property
    def _mentor_states(self) -> dict[int, str]:
        return _states(Mentor, "наставника", self.draft.program)

    @cached_property
    def _mentee_states(self) -> dict[int, str]:
        return _states(Mentee, "наставляемого", self.draft.program)


def _states(base: type[Mentor | Mentee], whom: str, program: Program) -> dict[int, str]:
    """What keeps people of one side from being paired."""
    rows = base.objects.filter(program=program).only("status").order_by()
    return {row.pk: _state(row, whom) for row in rows}


def _state(row: Mentor | Mentee, whom: str) -> str:
    if row.status == ParticipantStatus.APPROVED:
        return f"согласие {whom} отозвано"
    return f"{whom} нет в реестре ({row.get_status_display()})"
