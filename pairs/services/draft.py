"""The draft of pairs: what is proposed now and what a change of it would be worth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import NamedTuple

from django.core.exceptions import ValidationError

from pairs.domain import proposals as rules
from pairs.domain.facts import MenteeFacts, MentorFacts, Reason
from pairs.enums import PairStatus
from pairs.models import PairMember
from pairs.services.matching_facts import Facts, collect
from participants.models import Mentee, Mentor
from programs.enums import MentoringKind
from programs.models import Program

Key = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """One mentee given to one mentor; the numbers are those of their rows in the bases."""

    mentor: int
    mentee: int
    score: int = 0
    locked: bool = False
    form: str = ""
    role_model: str = ""
    kind: str = MentoringKind.TRADITIONAL

    @property
    def key(self) -> Key:
        return self.mentor, self.mentee

    @property
    def home(self) -> tuple[int, str]:
        """Mentees of one mentor and one form make one group."""
        return self.mentor, self.form


class Worth(NamedTuple):
    """What is aimed at, in this order; people are those who had nobody before the draft."""

    mentees: int
    mentors: int
    total: int


def worth_of(cells: Iterable[Cell], agreed: Iterable[Key] = ()) -> Worth:
    """Counted as the solver does: whoever has an ``agreed`` pair is neither won nor lost."""
    cells, agreed = list(cells), list(agreed)
    mentors = {cell.mentor for cell in cells} - {mentor for mentor, _mentee in agreed}
    mentees = {cell.mentee for cell in cells} - {mentee for _mentor, mentee in agreed}
    return Worth(len(mentees), len(mentors), sum(cell.score for cell in cells))


def cells_of(program: Program) -> list[Cell]:
    members = PairMember.objects.filter(pair__program=program, pair__status=PairStatus.PROPOSED)
    found = members.order_by("mentee", "pk").values_list(
        "mentor", "mentee", "score", "is_locked", "pair__form", "pair__role_model", "pair__kind"
    )
    return [Cell(mentor, mentee, score or 0, *rest) for mentor, mentee, score, *rest in found]


class Draft:
    """The cells of a program beside the facts that judge them; ``steps`` stores a changed one."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.cells = {cell.key: cell for cell in cells_of(program)}
        self._stored = list(self.cells.values())
        self.before = self.worth
        self.reasons: dict[Key, list[dict]] = {}

    @cached_property
    def facts(self) -> Facts:
        return collect(self.program)

    @cached_property
    def mentor_facts(self) -> dict[int, MentorFacts]:
        return {told.id: told for told in self.facts.mentor_facts}

    @cached_property
    def mentee_facts(self) -> dict[int, MenteeFacts]:
        return {told.id: told for told in self.facts.mentee_facts}

    @property
    def worth(self) -> Worth:
        return worth_of(self.cells.values(), self.agreed)

    @property
    def locked(self) -> frozenset[Key]:
        return frozenset(key for key, cell in self.cells.items() if cell.locked)

    def knows(self, key: Key) -> bool:
        """Both are in the registry and may still be paired."""
        return key[0] in self.mentor_facts and key[1] in self.mentee_facts

    def score(self, key: Key) -> int:
        score, _reasons = rules.explain(self.mentor_facts[key[0]], self.mentee_facts[key[1]])
        return score

    def objection(self, key: Key) -> str:
        """The rule that the matcher would keep; places are counted apart."""
        mentor, mentee = self.mentor_facts[key[0]], self.mentee_facts[key[1]]
        return rules.forbids(replace(mentor, places=1), mentee, self.facts.banned)

    def objections(self, keys: Iterable[Key]) -> str:
        """Of several pairs at once, so each says whose it is; empty when there is none."""
        said = ((self.facts.mentors[key[0]].person, self.objection(key)) for key in keys)
        return "; ".join(f"{mentor.short_name}: {why}" for mentor, why in said if why)

    def oneself(self, key: Key) -> bool:
        return self.mentor_facts[key[0]].person_id == self.mentee_facts[key[1]].person_id

    def new_cell(self, key: Key, *, locked: bool = False) -> Cell:
        """A cell as the facts of today make it."""
        score, reasons = rules.explain(self.mentor_facts[key[0]], self.mentee_facts[key[1]])
        return self.told_cell(key, score, reasons, locked=locked)

    def rescore(self) -> None:
        """All at the scores of today, so that a change by hand has its own price and no other."""
        self.before = worth_of(map(self._rescored, self._stored), self.agreed)
        for cell in list(self.cells.values()):
            self.put(self._rescored(cell))

    def _rescored(self, cell: Cell) -> Cell:
        """Whoever has left keeps the score they had."""
        return replace(cell, score=self.new_cell(cell.key).score) if self.knows(cell.key) else cell

    def told_cell(self, key: Key, score: int, reasons: Iterable[Reason], *, locked: bool) -> Cell:
        mentor, mentee = self.facts.mentors[key[0]], self.facts.mentees[key[1]]
        self.reasons[key] = [asdict(reason) for reason in reasons]
        return Cell(*key, score, locked, form_of(mentor, mentee), role_model_of(mentor, mentee))

    @cached_property
    def agreed(self) -> frozenset[Key]:
        """Open pairs that the draft does not touch: accepted ones and those of an order."""
        members = PairMember.objects.filter(pair__program=self.program, is_open=True)
        rows = members.exclude(pair__status=PairStatus.PROPOSED).order_by()
        return frozenset(rows.values_list("mentor", "mentee"))

    def mentee_places(self, mentee: int) -> int:
        """How many mentors the draft may give."""
        agreed = sum(1 for _mentor, held in self.agreed if held == mentee)
        return max(0, self.facts.mentees[mentee].max_mentors - agreed)

    def free(self, mentor: int) -> int:
        """Places that neither an agreed pair nor a proposal holds."""
        return self.mentor_facts[mentor].places - self.held[mentor]

    @property
    def held(self) -> Counter[int]:
        return Counter(cell.mentor for cell in self.cells.values())

    def cell(self, key: Key) -> Cell:
        """Refused when another tab or a colleague has changed the draft meanwhile."""
        if key not in self.cells:
            raise ValidationError("Этого предложения уже нет: черновик пар изменился.")
        return self.cells[key]

    def put(self, cell: Cell) -> None:
        self.cells[cell.key] = cell

    def take(self, key: Key) -> Cell:
        return self.cells.pop(key)


def form_of(mentor: Mentor, mentee: Mentee) -> str:
    """The mentee's form; when the base does not say, the mentor's only one."""
    return mentee.form or (mentor.forms[0] if len(mentor.forms) == 1 else "")


def role_model_of(mentor: Mentor, mentee: Mentee) -> str:
    """The same for the role model."""
    models = mentor.role_models
    return mentee.role_model or (models[0] if len(models) == 1 else "")
