"""Days of decisions of the commission and the registered protocols that hold them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from documents.enums import DocumentKind, DocumentStatus
from documents.kinds.acts.selection_protocol import TOLD
from documents.models import Document
from participants.models import Selection
from programs.models import Program

# Key of a mentor → decision.
Decisions = dict[str, str]


@dataclass(frozen=True)
class SelectionDays:
    """``bare`` days have decisions and no registered protocol; of ``stale`` ones it tells others.

    ``total`` counts the days with decisions and those of which only a protocol still tells.
    """

    total: int
    bare: tuple[date, ...]
    stale: tuple[date, ...]

    @property
    def held(self) -> int:
        return self.total - len(self.bare) - len(self.stale)


def selection_days(program: Program) -> SelectionDays:
    """Two queries; of erased people a protocol tells nothing."""
    rows = Selection.objects.filter(mentor__program=program, mentor__person__erased_on=None)
    present: set[str] = set()
    decided: dict[date, Decisions] = defaultdict(dict)
    for mentor, decision, day in rows.values_list("mentor", "decision", "decided_on"):
        present.add(str(mentor))
        if decision:
            decided[day][str(mentor)] = decision
    told = told_by_protocols(program)
    stale = [
        day
        for day, said in told.items()
        if said is not None and of_present(said, present) != decided.get(day, {})
    ]
    bare = sorted(decided.keys() - told.keys())
    return SelectionDays(len(decided.keys() | stale), tuple(bare), tuple(sorted(stale)))


def told_by_protocols(program: Program) -> dict[date, Decisions | None]:
    """What the newest protocol of each day tells; None when it was not kept yet."""
    papers = Document.objects.filter(
        program=program, kind=DocumentKind.PROTOCOL_SELECTION, status=DocumentStatus.REGISTERED
    )
    contents = papers.order_by("date", "pk").values_list("content", flat=True)
    return {
        date.fromisoformat(content["day"]): content.get(TOLD)
        for content in contents
        if content.get("day")
    }


def of_present(said: Decisions, present: set[str]) -> Decisions:
    return {mentor: decision for mentor, decision in said.items() if mentor in present}
