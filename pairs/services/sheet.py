"""The reason sheet of a pair: what is met, which rules were checked, what another choice costs."""

from collections.abc import Iterable
from dataclasses import dataclass

from pairs.domain import matching as rules
from pairs.domain.facts import TITLES, Weights
from pairs.enums import PairStatus
from pairs.models import Matching, PairMember
from pairs.services import steps
from pairs.services.alternatives import Alternative, alternatives
from pairs.services.draft import Draft
from pairs.services.grid import Grid
from pairs.services.rule_checks import RuleCheck, rule_checks
from pairs.services.weighting import weights_of
from participants.models import Mentor

OTHERS = 5


@dataclass(frozen=True)
class Criterion:
    title: str
    points: int
    most: int
    text: str
    partly: bool = False

    @property
    def tone(self) -> str:
        if self.partly:
            return "info"
        return "good" if self.points else "warn"

    @property
    def mark(self) -> str:
        if self.partly:
            return "выполнен частично"
        return "выполнен" if self.points else "не выполнен"


@dataclass(frozen=True)
class Second:
    """The mentor to take if the present one were not there, and the price for the whole."""

    mentor: Mentor
    score: int
    mentees_lost: int
    mentors_lost: int
    score_lost: int


@dataclass(frozen=True)
class Sheet:
    member: PairMember
    criteria: list[Criterion]
    rules: list[RuleCheck]
    second: Second | None
    staying: list[Mentor]
    others: list[Alternative]
    matching: Matching | None


def sheet(member: PairMember) -> Sheet:
    """For a pair of the draft with the price of the second best; for others without."""
    program = member.pair.program
    draft = Draft(program)
    key = member.mentor_id, member.mentee_id
    is_drafted = member.pair.status == PairStatus.PROPOSED and draft.knows(key)
    return Sheet(
        member=member,
        criteria=list(_criteria(member.reasons, weights_of(program)[member.mentee.form])),
        rules=rule_checks(draft, key) if is_drafted else [],
        second=_second(draft, member) if is_drafted else None,
        staying=_staying(member),
        others=[row for row in alternatives(member=member) if not row.warning][:OTHERS],
        matching=steps.current(program) if is_drafted else None,
    )


def _staying(member: PairMember) -> list[Mentor]:
    """Who would lead the mentee without this pair, too."""
    beside = PairMember.objects.filter(mentee=member.mentee, is_open=True).exclude(pk=member.pk)
    rows = beside.select_related("mentor__person").order_by("mentor__person__name_key", "pk")
    return [row.mentor for row in rows]


def _criteria(reasons: Iterable[dict], weights: Weights) -> Iterable[Criterion]:
    most = weights.points
    for reason in reasons:
        code = reason["code"]
        title = TITLES.get(code, "Другое")
        points = reason["points"]
        full = max(most.get(code, 0), points)
        yield Criterion(title, points, full, reason["text"], _partly(reason, full))


def _partly(reason: dict, full: int) -> bool:
    """Sheets from before the mark was kept tell it by their points."""
    return reason.get("partly", 0 < reason["points"] < full)


def _second(draft: Draft, member: PairMember) -> Second | None:
    grid = Grid(draft.facts)
    cells = {grid.at(cell.key): cell for cell in draft.cells.values() if grid.knows(cell.key)}
    grid.allow(cells)
    found = rules.second_best(
        grid.scores,
        grid.mentor_places,
        cells,
        grid.at((member.mentor_id, member.mentee_id)),
        [draft.mentee_places(told.id) for told in draft.facts.mentee_facts],
        locked=[at for at, cell in cells.items() if cell.locked],
        served=[bool(told.mentors) for told in draft.facts.mentee_facts],
        busy=[told.is_busy for told in draft.facts.mentor_facts],
    )
    return _priced(draft, member, grid.key((0, found.mentor))[0], found) if found else None


def _priced(draft: Draft, member: PairMember, other: int, found: rules.SecondBest) -> Second:
    return Second(
        mentor=draft.facts.mentors[other],
        score=draft.score((other, member.mentee_id)),
        mentees_lost=found.mentees_lost,
        mentors_lost=found.mentors_lost,
        score_lost=round(found.score_lost),
    )
