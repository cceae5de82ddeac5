"""Who of an order's people has not signed what the program requires."""

from collections.abc import Iterator
from datetime import date

from documents.models import Document
from participants.models import Mentee, Mentor
from participants.services.consent import Gap, gaps_of


def lacking(document: Document, day: date) -> list[Gap]:
    """A warning, never a refusal: the paper may already lie on the director's desk.

    Only a draft is asked: in a registered order nothing can be changed. Constant queries.
    """
    return gaps_of(list(people_of(document)), day) if document.is_draft else []


def people_of(document: Document) -> Iterator[Mentor | Mentee]:
    for pair in document.pairs.with_people():
        yield pair.mentor
        yield from (member.mentee for member in pair.members.all())
