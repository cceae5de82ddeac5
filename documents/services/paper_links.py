"""Papers that the cards of mentors, pairs and partners offer to make."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from documents.enums import DocumentKind
from documents.kinds.contracts.notice import bound
from documents.kinds.contracts.worker import workers
from documents.kinds.orders.entry import LeftOut, left_out
from documents.models import Document
from pairs.enums import ORDERED_STATUSES, PairStatus
from pairs.models import Pair
from participants.models import Mentor
from programs.models import Program

DEAD = (PairStatus.PROPOSED, PairStatus.REJECTED)


@dataclass(frozen=True)
class PaperLink:
    title: str
    url: str


def link(program: Program, kind: DocumentKind, subject: int, title: str) -> PaperLink:
    url = reverse("documents:paper_create", args=[program.pk, kind])
    return PaperLink(title, f"{url}?subject={subject}")


def of_mentor(mentor: Mentor) -> list[PaperLink]:
    """An addendum for a worker of the school, notices once there is something to end, and what
    the base tells of any mentor."""
    return list(_of_mentor(mentor))


def _of_mentor(mentor: Mentor) -> Iterator[PaperLink]:
    program, person = mentor.program, mentor.person_id
    if workers(program).filter(pk=person).exists():
        title = "Дополнительное соглашение"
        yield link(program, DocumentKind.LABOUR_ADDENDUM, person, title)
    if bound(program).filter(pk=person).exists():
        yield link(program, DocumentKind.NOTICE_REFUSAL, person, "Уведомление об отказе")
        yield link(program, DocumentKind.NOTICE_CANCELLATION, person, "Уведомление об отмене")
    yield link(program, DocumentKind.MENTOR_PORTFOLIO, mentor.pk, "Портфолио наставника")


def of_pair(pair: Pair) -> list[PaperLink]:
    return list(_of_pair(pair)) if pair.status not in DEAD else []


def _of_pair(pair: Pair) -> Iterator[PaperLink]:
    program = pair.program
    yield link(program, DocumentKind.INTERACTION_AGREEMENT, pair.pk, "Соглашение о взаимодействии")
    yield link(program, DocumentKind.PERSONAL_PROGRAM, pair.pk, "Персонализированная программа")
    yield link(program, DocumentKind.PAIR_ROADMAP, pair.pk, "Дорожная карта пары")
    for mentee in pair.mentees:
        name = f": {mentee.person.short_name}" if len(pair.mentees) > 1 else ""
        yield link(program, DocumentKind.INDIVIDUAL_PLAN, mentee.pk, f"Индивидуальный план{name}")
    if pair.status in ORDERED_STATUSES:
        yield from _of_work(pair)


def _of_work(pair: Pair) -> Iterator[PaperLink]:
    """Once an order has fixed the pair there is something to ask and to report about."""
    program = pair.program
    yield link(program, DocumentKind.SURVEY_FEEDBACK, pair.pk, "Анкета обратной связи")
    yield link(program, DocumentKind.SURVEY_SATISFACTION, pair.pk, "Анкета удовлетворённости")
    yield link(program, DocumentKind.REPORT_MENTOR, pair.pk, "Отчёт наставника")


def obstacles(pair: Pair) -> LeftOut | None:
    """What a pair of workers lacks before an order may name it."""
    if not pair.is_draft:
        return None
    return next(iter(left_out([pair], timezone.localdate())), None)


def kept_about(program: Program, person: int, kind: DocumentKind) -> list[Document]:
    """Papers of a kind about a person, newest first."""
    found = Document.objects.of_program(program).filter(kind=kind, person=person)
    return list(found.order_by("-pk"))
