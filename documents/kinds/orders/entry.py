"""Who may enter an order about pairs (ст. 351.8 ТК РФ).

Where the mentee is a worker, the mentor is asked for a written consent and for an addendum to the
labor contract that states the content, the term, the form and the pay of this work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import TextChoices

from documents.enums import DocumentKind, DocumentStatus
from documents.models import Document
from pairs.models import Pair
from participants.enums import ConsentKind
from participants.models import Consent
from programs.enums import EMPLOYEE_FORMS


class Obstacle(TextChoices):
    CONSENT = "consent", "нет письменного согласия наставника на участие в программе"
    ADDENDUM = "addendum", "нет зарегистрированного дополнительного соглашения к трудовому договору"


@dataclass(frozen=True)
class LeftOut:
    """A pair that may not enter an order yet, and what it lacks."""

    pair: Pair
    obstacles: tuple[Obstacle, ...]

    @property
    def reasons(self) -> list[str]:
        return [obstacle.label for obstacle in self.obstacles]

    @property
    def sentence(self) -> str:
        return f"{self.pair.names}: {', '.join(self.reasons)}."


def left_out(pairs: Iterable[Pair], day: date) -> list[LeftOut]:
    """Those of ``pairs`` that may not enter an order of ``day``; two queries."""
    asked = [pair for pair in pairs if pair.form in EMPLOYEE_FORMS]
    if not asked:
        return []
    mentors = {pair.mentor.person_id for pair in asked}
    willing = Consent.objects.in_force(day).filter(
        person__in=mentors, kind=ConsentKind.PARTICIPATION
    )
    agreed = addenda(asked[0].program, mentors, day)
    held = (
        (Obstacle.CONSENT, set(willing.values_list("person", flat=True))),
        (Obstacle.ADDENDUM, set(agreed)),
    )
    return [found for pair in asked if (found := lacking(pair, held)).obstacles]


def lacking(pair: Pair, held) -> LeftOut:
    missing = (code for code, people in held if pair.mentor.person_id not in people)
    return LeftOut(pair, tuple(missing))


def addenda(program, people: Iterable[int], day: date) -> dict[int, Document]:
    """The last addendum in force of each person; only a whole one is ever registered."""
    papers = Document.objects.filter(
        program=program,
        kind=DocumentKind.LABOUR_ADDENDUM,
        status=DocumentStatus.REGISTERED,
        person__in=people,
        date__lte=day,
    )
    return {paper.person_id: paper for paper in papers.order_by("date", "pk")}


def ensure_may_enter(pairs: Iterable[Pair], day: date) -> None:
    refused = left_out(pairs, day)
    if refused:
        raise ValidationError([row.sentence for row in refused])
