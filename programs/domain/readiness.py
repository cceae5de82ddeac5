"""How ready a stage is: the share of its facts that the data already show."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """Something a stage needs.

    ``done`` of ``total`` are there; ``url`` leads to where the rest is supplied and ``action``
    names what to do there («Добавить наставляемых»). ``urgent`` puts it first among next actions,
    ``main`` after these: the way from the bases over consents and pairs to their order, step by
    step; ``routine`` last: ticking a row off moves no paper.
    """

    stage: str
    title: str
    done: int
    total: int
    url: str
    action: str
    urgent: bool = False
    main: bool = False
    routine: bool = False

    @property
    def is_met(self) -> bool:
        return self.total > 0 and self.done >= self.total

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """The lower, the sooner; a step of the main way about nobody is not due yet."""
        return not self.urgent, not (self.main and self.total > 0), self.routine

    @property
    def share(self) -> float:
        return min(1.0, self.done / self.total) if self.total else 0.0


def percent(facts: Iterable[Fact]) -> int:
    """Whole per cent, rounded down: 100 only when every fact is met; no facts mean 0."""
    shares = [fact.share for fact in facts]
    return int(100 * sum(shares) / len(shares) + 1e-9) if shares else 0


def next_actions(facts: Iterable[Fact], order: list[str], limit: int = 3) -> list[Fact]:
    """The unmet facts to begin with: by rank, then by stage in ``order``; no action twice."""
    unmet = [fact for fact in facts if not fact.is_met]
    unmet.sort(key=lambda fact: (fact.rank, order.index(fact.stage)))
    by_action = {fact.action: fact for fact in reversed(unmet)}
    return [fact for fact in unmet if by_action[fact.action] is fact][:limit]
