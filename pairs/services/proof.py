"""How good the present draft is, and what of that is proven: the figures of its last step."""

from dataclasses import dataclass
from functools import cached_property

from pairs.enums import MatchingStep, PairStatus
from pairs.models import Matching, PairMember
from pairs.services.comparison import cells_in
from pairs.services.draft import Cell, Worth
from pairs.services.step_words import best_words
from pairs.services.steps import current
from pairs.services.weighting import weights_seen
from programs.models import Program

WHOLE, AROUND_LOCKS, UNFINISHED, BY_HAND = "whole", "locks", "unfinished", "hand"
AIMS = ("наставляемых с парой было бы", "занятых наставников было бы", "сумма оценок была бы")


def proof_now(program: Program) -> "Proof | None":
    matching = current(program)
    return Proof(matching) if matching else None


@dataclass(frozen=True)
class Proof:
    """Of the step as it was made: pairs accepted since then are in its figures still."""

    matching: Matching

    @property
    def is_told(self) -> bool:
        """A step without pairs has nothing to boast of; one before the snapshots has no figures."""
        return bool(self._cells)

    @cached_property
    def worth(self) -> Worth:
        return Worth(*self.matching.snapshot["worth"])

    @cached_property
    def best(self) -> Worth:
        return Worth(*self.matching.snapshot["best"])

    @property
    def best_words(self) -> str:
        return best_words(self.worth, self.best)

    @property
    def locked(self) -> int:
        return sum(1 for cell in self._cells if cell.locked)

    @property
    def kind(self) -> str:
        """With locks only the rest of the draft is proven."""
        if self.matching.proven_optimal:
            return AROUND_LOCKS if self.locked else WHOLE
        return UNFINISHED if self.matching.step == MatchingStep.RUN else BY_HAND

    @property
    def lack(self) -> str:
        """What the best draft has more of: the first of its aims that differs."""
        pairs = zip(AIMS, self.worth, self.best, strict=True)
        differs = ((aim, most - now) for aim, now, most in pairs if most != now)
        aim, more = next(differs, ("", 0))
        return f"{aim} больше на {more}" if more > 0 else ""

    @cached_property
    def is_past(self) -> bool:
        """Proposals have been accepted, refused or dropped since."""
        members = PairMember.objects.filter(pair__program=self.matching.program_id).order_by()
        now = members.filter(pair__status=PairStatus.PROPOSED).values_list("mentor", "mentee")
        return {cell.key for cell in self._cells} != set(now)

    @cached_property
    def is_reweighed(self) -> bool:
        """The scores were given by other weights than those of today."""
        then = self.matching.snapshot.get("weights")
        return then is not None and then != weights_seen(self.matching.program)

    @cached_property
    def _cells(self) -> list[Cell]:
        return cells_in(self.matching)
