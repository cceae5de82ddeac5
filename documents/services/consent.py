"""Who of an order's people has not signed what the program requires."""

from collections.abc import Iterable, Iterator
from datetime import date

from documents.enums import DocumentKind
from documents.kinds.orders import end
from documents.kinds.orders.changes import changes_in
from documents.models import Document
from pairs.models import Pair
from participants.models import Mentee, Mentor
from participants.services.consent import Gap, gaps_of


def lacking(document: Document, day: date) -> list[Gap]:
    """A warning, never a refusal: the paper may already lie on the director's desk.

    Only a draft is asked: in a registered order nothing can be changed. Constant queries.
    """
    return gaps_of(list(people_of(document)), day) if document.is_draft else []


def people_of(document: Document) -> Iterator[Mentor | Mentee]:
    for pair in beginning(document):
        yield pair.mentor
        yield from (member.mentee for member in pair.members.all())
    if document.kind == DocumentKind.ORDER_AMENDING:
        yield from (member.mentee for member in changes_in(document).joined if not member.left_on)


def beginning(document: Document) -> Iterable[Pair]:
    """Those whose work is ending need no consent to it any more."""
    if document.kind == DocumentKind.ORDER_AMENDING:
        return changes_in(document).added
    if document.kind == DocumentKind.ORDER_END and document.pairs.exists():
        return end.new_pairs(document)
    return document.pairs.with_people()
