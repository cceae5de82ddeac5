"""The journal of registration: every number of a calendar year, with the gaps and why they are."""

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import ExtractYear

from documents.domain.journal import Gap, gaps, out_of_turn
from documents.enums import FROZEN_STATUSES, Journal
from documents.models import Document, GapNote
from programs.services import journal as events


@dataclass(frozen=True)
class Line:
    """A paper of the journal, or a gap with the school's explanation.

    ``later`` is a paper with a lower number that is dated later than this one.
    """

    document: Document | None = None
    later: Document | None = None
    gap: Gap | None = None
    note: str = ""

    @property
    def is_before_portal(self) -> bool:
        """The school's own journal ran before its first number here: nothing was lost."""
        return self.gap is not None and self.gap.first == 1

    @property
    def words(self) -> str:
        """Of a gap."""
        if self.is_before_portal:
            many = self.gap.first != self.gap.last
            return f"№\u00a01–{self.gap.last} не в портале" if many else "№\u00a01 не в портале"
        return self.gap.words


def lines(organization, journal: str, year: int) -> list[Line]:
    """By number, a gap before the number that follows it; a constant number of queries."""
    papers = (
        Document.objects.of_organization(organization)
        .of_journal(journal, year)
        .select_related("registered_by__person", "cancelled_by")
        .prefetch_related("scans")
    )
    notes = dict(
        GapNote.objects.of_organization(organization)
        .filter(journal=journal, year=year)
        .values_list("number", "text")
    )
    found = list(papers)
    numbered = {row.number: row for row in found if row.number}
    missing = {gap.last + 1: gap for gap in gaps(numbered)}
    later = out_of_turn((number, row.date) for number, row in numbered.items())
    journal_lines = []
    for paper in found:
        if gap := missing.get(paper.number):
            journal_lines.append(Line(gap=gap, note=notes.get(gap.first, "")))
        journal_lines.append(Line(document=paper, later=numbered.get(later.get(paper.number))))
    return journal_lines


def years(organization, today: date) -> list[int]:
    """Calendar years with registered papers and the current one, the newest first."""
    papers = Document.objects.of_organization(organization).filter(status__in=FROZEN_STATUSES)
    found = papers.order_by().annotate(run=ExtractYear("date")).values_list("run", flat=True)
    return sorted({*found, today.year}, reverse=True)


def counts(organization, year: int) -> dict[str, int]:
    """Journal → papers of the year; journals without papers stand with 0."""
    papers = Document.objects.of_organization(organization).filter(
        status__in=FROZEN_STATUSES, date__year=year
    )
    tally = Tally(papers.values_list("journal", flat=True))
    return {journal: tally[journal] for journal in Journal.values}


@transaction.atomic
def explain_gap(
    *, organization, journal: str, year: int, number: int, text: str, by
) -> GapNote | None:
    """Write why the numbers from ``number`` on are missing; an empty text takes it back."""
    found = [line.gap for line in lines(organization, journal, year) if line.gap]
    if number not in {gap.first for gap in found}:
        raise ValidationError(f"Пропуск с номера {number} уже закрыт: обновите журнал.")
    place = {"organization": organization, "journal": journal, "year": year, "number": number}
    if not text.strip():
        GapNote.objects.filter(**place).delete()
        return None
    note, _created = GapNote.objects.update_or_create(**place, defaults={"text": text.strip()})
    events.record(by=by, action="journal.explain_gap", obj=note, organization=organization)
    return note
