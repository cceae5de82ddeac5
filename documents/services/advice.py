"""The papers that the roadmap advises for a stage (inventory G73_stages) and their kinds."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.enums import DocumentKind
from documents.services.catalogue import Entry, shelves
from documents.services.selection_days import selection_days
from mentoring_portal.shared.dates import short_date
from programs.enums import StageCode

# In the order of the inventory, one kind for each title: where its page is.
ADVISED = {
    StageCode.CONDITIONS: (
        DocumentKind.ORDER_IMPLEMENT,
        DocumentKind.REGULATION,
        DocumentKind.PROGRAM,
        DocumentKind.CONSENT_PD,
    ),
    StageCode.MENTEE_BASE: (
        DocumentKind.MENTEE_WISH_LIST,
        DocumentKind.SURVEY_MENTEE_NEEDS,
        DocumentKind.CONSENT_PARENT_APO,
        DocumentKind.REPORT_APO_MENTEES,
    ),
    StageCode.MENTOR_BASE: (
        DocumentKind.MENTOR_PORTFOLIO,
        DocumentKind.SURVEY_MENTOR_USEFUL,
        DocumentKind.LETTER_EMPLOYER,
        DocumentKind.CERTIFICATE_NO_CONVICTION,
    ),
    StageCode.SELECTION_TRAINING: (
        DocumentKind.ORDER_REGISTRY,
        DocumentKind.SURVEY_MENTOR_NEEDS,
        DocumentKind.REPORT_APO_MENTORS,
        DocumentKind.ORDER_MENTOR_SCHOOL,
        DocumentKind.MEMO_MENTOR,
    ),
    StageCode.PAIRING: (
        DocumentKind.ORDER_PAIRS,
        DocumentKind.INDIVIDUAL_PLAN,
        DocumentKind.MEMO_MENTEE,
    ),
    StageCode.PAIR_WORK: (DocumentKind.SURVEY_FEEDBACK,),
    StageCode.COMPLETION: (
        DocumentKind.SURVEY_SATISFACTION,
        DocumentKind.REPORT_CURATOR,
        DocumentKind.ORDER_REWARD,
    ),
}

BARE = "решения от {} ещё без протокола"
STALE = "решения от {} изменены после протокола, оформите новый и отмените прежний"


@dataclass(frozen=True)
class StagePapers:
    """``advised`` are (title, kind or None); ``others`` are the other kinds of the stage."""

    advised: list[tuple[str, Entry | None]]
    others: list[Entry]


def stage_papers(program, stage: str, titles: Sequence[str]) -> StagePapers:
    kinds = ADVISED[StageCode(stage)]
    found = shelves(program)
    entries = {item.code: item for shelf in found for item in shelf.entries}
    own = next((shelf.entries for shelf in found if shelf.code == stage), ())
    advised = [(title, entries.get(code)) for title, code in zip(titles, kinds, strict=True)]
    due = due_now(program, stage)
    advised += [(title, entries.get(code)) for code, title in due.items()]
    others = [item for item in own if item.code not in kinds and item.code not in due]
    return StagePapers(advised, others)


def due_now(program, stage: str) -> dict[str, str]:
    """Kind → what to say: papers that the inventory does not name and the data ask for."""
    if stage != StageCode.SELECTION_TRAINING:
        return {}
    days = selection_days(program)
    reasons = [
        words.format(", ".join(map(short_date, found)))
        for words, found in ((BARE, days.bare), (STALE, days.stale))
        if found
    ]
    kind = DocumentKind.PROTOCOL_SELECTION
    return {kind: f"{kind.label}: {'; '.join(reasons)}"} if reasons else {}
