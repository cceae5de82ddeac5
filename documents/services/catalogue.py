"""Every kind of paper by stage: what the school has of it and where it is made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from documents.enums import DocumentKind, FileFormat, PaperType
from documents.kinds import KINDS
from documents.kinds.base import CROSS, Kind
from documents.models import Document
from mentoring_portal.shared.names import name_key
from participants.enums import ClearanceKind
from participants.models import Clearance
from programs.enums import StageCode
from programs.models import Media
from programs.services.preset import inventory

# Papers that come from others are recorded where their subject stands.
RECEIVED = {
    DocumentKind.CERTIFICATE_NO_CONVICTION: "participants:clearance_list",
    DocumentKind.CERTIFICATE_MEDICAL: "participants:clearance_list",
    DocumentKind.MEDIA_REPORT: "programs:event_list",
}
CERTIFICATES = {
    ClearanceKind.NO_RECORD: DocumentKind.CERTIFICATE_NO_CONVICTION,
    ClearanceKind.MEDICAL: DocumentKind.CERTIFICATE_MEDICAL,
}
ALL_STAGES = "Для всех этапов"
KEPT, PRINTED, COMING = "с регистрацией", "печатается сразу", "поступает, хранится скан"


@dataclass(frozen=True)
class Entry:
    """A kind of paper; ``kept`` is how many papers of it the program has."""

    code: str
    label: str
    url: str
    kept: int
    type: PaperType
    way: str
    formats: tuple[FileFormat, ...] = ()

    @property
    def is_received(self) -> bool:
        return self.code in RECEIVED

    @property
    def is_printed(self) -> bool:
        """Printed from today's data, so there is nothing to count."""
        return self.way == PRINTED

    @property
    def words(self) -> str:
        return name_key(f"{self.label} {self.type.label}")


@dataclass(frozen=True)
class Shelf:
    code: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def kept(self) -> int:
        return sum(entry.kept for entry in self.entries)


def shelf_titles() -> dict[str, str]:
    return {**dict(StageCode.choices), CROSS: ALL_STAGES}


def shelves(program, *, words: str = "", type: str = "", stage: str = "") -> list[Shelf]:
    """The seven stages and what belongs to all of them, narrowed; empty shelves are left out."""
    kept = kept_of(program)
    shown = {code: [] for code in shelf_titles() if stage in ("", code)}
    for item in (entry(code, program, kept[code]) for code in codes()):
        shelf = shown.get(stage_of(item.code))
        if shelf is not None and fits(item, words, type):
            shelf.append(item)
    titles = shelf_titles()
    return [Shelf(code, titles[code], tuple(found)) for code, found in shown.items() if found]


def codes() -> Iterator[DocumentKind]:
    """All kinds that have a place in the portal, in the order of the source systems."""
    return (code for code in DocumentKind if code in KINDS or code in RECEIVED)


def fits(item: Entry, words: str, type: str) -> bool:
    """Every word in the label or in the type, whatever the case."""
    return type in ("", item.type) and all(word in item.words for word in name_key(words).split())


def kept_of(program) -> Counter:
    """Kind → how many the program has; three queries."""
    kept = Counter(Document.objects.of_program(program).values_list("kind", flat=True))
    people = Clearance.objects.filter(person__mentors__program=program).distinct()
    for kind in people.values_list("kind", flat=True):
        kept[CERTIFICATES[ClearanceKind(kind)]] += 1
    kept[DocumentKind.MEDIA_REPORT] = Media.objects.filter(event__program=program).count()
    return kept


def entry(code: DocumentKind, program, kept: int) -> Entry:
    if code in RECEIVED:
        url = reverse(RECEIVED[code], args=[program.pk])
        return Entry(code, code.label, url, kept, PaperType.EXTERNAL, COMING)
    kind = KINDS[code]
    way = KEPT if kind.is_kept else PRINTED
    return Entry(
        code, code.label, url_of(kind, program), kept, PaperType(kind.type), way, kind.formats
    )


def url_of(kind: Kind, program) -> str:
    if kind.made_at:
        return reverse(kind.made_at, args=[program.pk])
    return reverse("documents:paper_create", args=[program.pk, kind.code])


def stage_of(code: str) -> str:
    if code in KINDS:
        return KINDS[code].stage
    return next(row["stage"] for row in inventory()["DOCUMENT_KINDS"] if row["code"] == code)
