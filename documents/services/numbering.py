"""Numbers of journals: one run a journal and a calendar year, never reused."""

from django.core.exceptions import ValidationError

from documents.enums import NUMBERED_JOURNALS, Journal
from documents.models import Counter, Document

# No school signs more in a year: a longer number is a slip of the hand.
GREATEST_NUMBER = 99_999


def is_numbered(document: Document) -> bool:
    return document.journal in NUMBERED_JOURNALS


def ensure_numbers(number: int | None) -> None:
    if number is not None and not 1 <= number <= GREATEST_NUMBER:
        raise ValidationError(f"Номер – целое число от 1 до {GREATEST_NUMBER}.")


def give_number(document: Document, year: int, number: int | None) -> None:
    """The next number of the journal, or the one that the school's own journal has given."""
    ensure_numbers(number)
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
