"""What is asked once more before a registration: nothing here is refused, a slip is possible."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.enums import FROZEN_STATUSES
from documents.kinds import kind_of
from documents.kinds.content import stale_texts
from documents.models import Counter, Document
from documents.services.numbering import is_numbered
from mentoring_portal.shared.dates import short_date

# A typed number further ahead of the journal than this is probably a slip of the hand.
FURTHEST_JUMP = 20


def doubts(document: Document, day: date, number: int | None = None) -> list[str]:
    """Sentences about a day to come, a date out of turn, a number that jumps ahead, old texts.

    Besides them, what only papers of this kind are asked about.
    """
    found = [to_come(day), *doubts_of_paper(document)]
    if is_numbered(document):
        found += doubts_of_number(document, day, number)
    return [sentence for sentence in found if sentence]


def doubts_of_paper(document: Document) -> list[str]:
    return [*doubts_of_texts(document), *kind_of(document.kind).doubts(document)]


def doubts_of_texts(document: Document) -> list[str]:
    """The curator's own words stand where the data have changed since they were typed."""
    try:
        return stale_texts(kind_of(document.kind), document) if document.is_open else []
    except ValidationError:  # the page itself is refused with the reason
        return []


def doubts_of_number(document: Document, day: date, number: int | None) -> list[str]:
    last = Counter.objects.next_number(**place_of(document, day)) - 1
    found = [out_of_order(document, day, number or last + 1)]
    if number and number > last + FURTHEST_JUMP:
        found.append(far_ahead(number, last))
    return found


def doubts_of_many(documents: Iterable[Document], day: date) -> list[str]:
    """Papers of one journal are asked about together, and papers of one kind."""
    documents = list(documents)
    journals = {(paper.organization_id, paper.journal): paper for paper in documents}
    found = [sentence for paper in journals.values() for sentence in doubts(paper, day)]
    found += [sentence for paper in documents for sentence in doubts_of_paper(paper)]
    found += doubts_of_kinds(documents)
    return list(dict.fromkeys(found))


def doubts_of_kinds(documents: list[Document]) -> list[str]:
    """What none of the papers shows alone: the others are not registered yet."""
    by_kind: dict[str, list[Document]] = defaultdict(list)
    for paper in documents:
        by_kind[paper.kind].append(paper)
    found = (kind_of(code).doubts_together(papers) for code, papers in by_kind.items())
    return list(chain.from_iterable(found))


def to_come(day: date) -> str:
    today = timezone.localdate()
    if day <= today:
        return ""
    return (
        f"Дата документа {short_date(day)} ещё не наступила, сегодня {short_date(today)}: "
        "обычно это день, в который документ подписан."
    )


def place_of(document: Document, day: date) -> dict:
    return {
        "organization": document.organization,
        "journal": document.journal,
        "year": day.year,
    }


def out_of_order(document: Document, day: date, number: int) -> str:
    """Names the paper that stands out most: the later among lower numbers, or the reverse."""
    papers = Document.objects.filter(
        **place_of(document, day), number__isnull=False, status__in=FROZEN_STATUSES
    )
    later = papers.filter(number__lt=number, date__gt=day).order_by("date", "number").last()
    sooner = papers.filter(number__gt=number, date__lt=day).order_by("date", "number").first()
    journal = f"Журнал «{document.get_journal_display()}»: дата {short_date(day)}"
    if later:
        return f"{journal} раньше, чем у {later.number_and_day}, а номер будет больше."
    if sooner:
        return f"{journal} позже, чем у {sooner.number_and_day}, а номер будет меньше."
    return ""


def far_ahead(number: int, last: int) -> str:
    former = f"Последний номер журнала – {last}" if last else "В журнале за год номеров ещё нет"
    return (
        f"{former}. После № {number} следующие пойдут с {number + 1}: "
        f"к номерам до него портал сам не вернётся."
    )
