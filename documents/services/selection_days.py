"""Days of decisions of the commission and the registered protocols that hold them."""

from dataclasses import dataclass
from datetime import date

from documents.enums import DocumentKind, DocumentStatus
from documents.models import Document
from participants.enums import SelectionDecision
from participants.models import Selection
from programs.models import Program


@dataclass(frozen=True)
class SelectionDays:
    """``bare`` days have decisions and no registered protocol."""

    decided: frozenset[date]
    bare: tuple[date, ...]

    @property
    def held(self) -> int:
        return len(self.decided) - len(self.bare)


def selection_days(program: Program) -> SelectionDays:
    """Two queries; of erased people a protocol tells nothing."""
    rows = Selection.objects.filter(
        mentor__program=program,
        mentor__person__erased_on=None,
        decision__in=SelectionDecision.values,
    )
    decided = frozenset(rows.values_list("decided_on", flat=True))
    papers = Document.objects.filter(
        program=program, kind=DocumentKind.PROTOCOL_SELECTION, status=DocumentStatus.REGISTERED
    )
    told = {content.get("day") for content in papers.values_list("content", flat=True)}
    return SelectionDays(
        decided, tuple(sorted(day for day in decided if day.isoformat() not in told))
    )
