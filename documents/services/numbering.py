"""Numbers of journals: one run a journal and a calendar year, never reused."""

from documents.enums import NUMBERED_JOURNALS, Journal
from documents.models import Counter, Document


def is_numbered(document: Document) -> bool:
    return document.journal in NUMBERED_JOURNALS


def give_number(document: Document, year: int, number: int | None) -> None:
    """The next number of the journal, or the one that the school's own journal has given."""
    place = {"organization": document.organization, "journal": document.journal, "year": year}
    if number is None:
        number = Counter.objects.take(**place)
    else:
        Counter.objects.reserve(number, **place)
    document.year, document.number = year, number
    document.number_text = with_suffix(document, number)


def next_number_text(document: Document, year: int) -> str:
    """«13-од»: what the journal would give now; a hint, not a promise."""
    place = {"organization": document.organization, "journal": document.journal, "year": year}
    return with_suffix(document, Counter.objects.next_number(**place))


def with_suffix(document: Document, number: int) -> str:
    suffix = suffix_of(document)
    return f"{number}-{suffix}" if suffix else str(number)


def suffix_of(document: Document) -> str:
    suffixes = {
        Journal.ORDERS: document.organization.order_suffix,
        Journal.PERSONNEL: document.organization.personnel_suffix,
    }
    return suffixes.get(Journal(document.journal), "")
