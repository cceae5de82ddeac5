"""Every kind of paper by stage: what the school has of it and where it is made."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from documents.enums import DocumentKind
from documents.kinds import KINDS
from documents.kinds.base import CROSS, Kind
from documents.models import Document
from programs.enums import StageCode
from programs.services.preset import inventory

# Papers that come from others are recorded where their subject stands.
RECEIVED = {
    DocumentKind.CERTIFICATE_NO_CONVICTION: "participants:clearance_list",
    DocumentKind.CERTIFICATE_MEDICAL: "participants:clearance_list",
    DocumentKind.MEDIA_REPORT: "programs:event_list",
}
ALL_STAGES = "Для всех этапов"


@dataclass(frozen=True)
class Entry:
    """A kind of paper; ``kept`` is how many papers of it the program has."""

    code: str
    label: str
    url: str
    kept: int
    is_received: bool = False


@dataclass(frozen=True)
class Shelf:
    title: str
    entries: tuple[Entry, ...]


def shelf_titles() -> dict[str, str]:
    return {**dict(StageCode.choices), CROSS: ALL_STAGES}


def shelves(program) -> list[Shelf]:
    """The seven stages and what belongs to all of them; one query."""
    kept = Counter(Document.objects.of_program(program).values_list("kind", flat=True))
    groups = shelf_titles()
    entries = {stage: [] for stage in groups}
    for code in DocumentKind:
        if code in KINDS or code in RECEIVED:
            entries[stage_of(code)].append(entry(code, program, kept[code]))
    return [Shelf(groups[stage], tuple(found)) for stage, found in entries.items() if found]


def entry(code: DocumentKind, program, kept: int) -> Entry:
    if code in RECEIVED:
        return Entry(code, code.label, reverse(RECEIVED[code], args=[program.pk]), kept, True)
    return Entry(code, code.label, url_of(KINDS[code], program), kept)


def url_of(kind: Kind, program) -> str:
    if kind.made_at:
        return reverse(kind.made_at, args=[program.pk])
    return reverse("documents:paper_create", args=[program.pk, kind.code])


def stage_of(code: str) -> str:
    if code in KINDS:
        return KINDS[code].stage
    return next(row["stage"] for row in inventory()["DOCUMENT_KINDS"] if row["code"] == code)
