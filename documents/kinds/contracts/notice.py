"""Notices that end mentoring before its time (ст. 351.8 ТК РФ): the worker refuses, the employer
cancels. Each side warns the other at least three working days ahead."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from documents.domain.blocks import DateNumber, KindLine, Page, Para, Stamps, Title
from documents.domain.form_blocks import SignLine
from documents.enums import DocumentKind, DocumentStatus, FieldType, Journal, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.calendar import days_of_notice, last_day_of_notice
from documents.kinds.content import python_value
from documents.kinds.contracts.sides import LINE
from documents.kinds.contracts.worker import worker_of
from documents.kinds.letterhead import letterhead, signature
from documents.kinds.orders.entry import addenda
from documents.kinds.orders.words import Words, acts_of
from documents.kinds.people import Named, name_in, on_duty, post_in, short_name_in
from documents.kinds.values import day_of, details
from documents.models import Document
from mentoring_portal.shared.dates import long_date, short_date
from participants.enums import AssignmentRole
from participants.models import Person
from programs.enums import ActTopic, StageCode
from programs.models import Program

WORKING_DAYS = 3
RETURN = "Очистите поле, чтобы вернуть текст портала."
TITLE = Field("title", "Название в списках", RETURN, required=False, worded=True)
HANDED = Field(
    "handed",
    "Когда уведомление вручено",
    "Срок предупреждения начинается на следующий день.",
    type=FieldType.DATE,
    required=False,
)
LAST = Field(
    "last",
    "Последний день работы по наставничеству",
    "Пусто – портал отсчитает три рабочих дня по производственному календарю. Раньше этого дня "
    "работу можно прекратить только по соглашению сторон.",
    type=FieldType.DATE,
    required=False,
)
REASON = Field("reason", "Причина", "Указывать её необязательно.", required=False)
TEXT = Field("text", "Текст", RETURN, rows=6, required=False, worded=True)
FIELDS = (TITLE, HANDED, LAST, REASON, TEXT)


def bound(program: Program) -> QuerySet[Person]:
    """Workers with an addendum in force: only they have something to end."""
    papers = Document.objects.of_program(program).filter(
        kind=DocumentKind.LABOUR_ADDENDUM, status=DocumentStatus.REGISTERED
    )
    found = Person.objects.filter(pk__in=papers.values("person"))
    return found.order_by("name_key", "pk")


def handed_on(document) -> date:
    typed = python_value(HANDED, document.content.get("handed"), document)
    return typed or day_of(document)


def least_day(document) -> date:
    """The earliest day that the law lets be the last one."""
    organization = document.program.organization
    return last_day_of_notice(organization, handed_on(document), WORKING_DAYS)


def last_day(document) -> date:
    typed = python_value(LAST, document.content.get("last"), document)
    return typed or least_day(document)


def addendum_of(document, day: date) -> Document | None:
    return addenda(document.program, [document.person_id], day).get(document.person_id)


def agreement(document) -> str | None:
    paper = addendum_of(document, handed_on(document))
    return details(paper) if paper else None


def ground(document) -> str:
    return acts_of(document, [ActTopic.LABOR]) or "По соглашению сторон трудового договора"


WORDS = {
    "работник": worker_of,
    "основание уведомления": ground,
    "соглашение": agreement,
    "день вручения": lambda document: long_date(handed_on(document)),
    "последний день": lambda document: long_date(last_day(document)),
}


def addressee(head: Named | None, organization, sender: Named) -> tuple[str, ...]:
    """«СОШ № 9 / Директору / Ветровой И. П. / от учителя физики / Зорина Льва Юрьевича»"""
    post = post_in(head.post, "datv") if head else "директору"
    whose = post_in(sender.post, "gent") if sender.post else ""
    return (
        organization.short_name,
        post[:1].upper() + post[1:],
        short_name_in(head.person, "datv") if head else LINE,
        " ".join(filter(None, ("от", whose))),
        name_in(sender.person, "gent"),
    )


def refusal(document, content) -> Page:
    """The worker's own paper: no letterhead, the addressee at the right."""
    organization, worker = document.program.organization, worker_of(document)
    last_day(document)  # refused without a calendar
    head = on_duty(organization, AssignmentRole.DIRECTOR, day_of(document))
    blocks = (
        Stamps(addressee(head, organization, worker)),
        KindLine("УВЕДОМЛЕНИЕ"),
        Title("о досрочном отказе от работы по наставничеству", "center"),
        *paragraphs(content),
        SignLine("Работник", worker.person.signature_name),
        SignLine("Уведомление получил представитель работодателя"),
    )
    return Page(content["title"], blocks, organization.name)


def cancellation(document, content) -> Page:
    organization, worker = document.program.organization, worker_of(document)
    last_day(document)
    post = post_in(worker.post, "datv") if worker.post else ""
    whom = (post[:1].upper() + post[1:], name_in(worker.person, "datv"))
    blocks = (
        letterhead(organization),
        Stamps(tuple(filter(None, whom))),
        KindLine("УВЕДОМЛЕНИЕ"),
        DateNumber(document.date, document.number_text, organization.place),
        Title("о досрочной отмене поручения о работе по наставничеству", "center"),
        *paragraphs(content),
        signature(organization, day_of(document)),
        SignLine("Уведомление получено, работник", worker.person.signature_name),
    )
    return Page(content["title"], blocks, organization.name)


def paragraphs(content) -> Iterator[Para]:
    for line in filter(None, map(str.strip, content["text"].splitlines())):
        yield Para(line)
    reason = content["reason"].strip().rstrip(".")
    if reason:
        yield Para(f"Причина: {reason}.")


def check(document, day: date) -> None:
    handed, last = handed_on(document), last_day(document)
    if addendum_of(document, handed) is None:
        raise ValidationError(
            "Прекращать нечего: на день вручения нет зарегистрированного дополнительного "
            "соглашения к трудовому договору."
        )
    given = days_of_notice(document.program.organization, handed, last)
    if given < WORKING_DAYS:
        raise ValidationError(
            f"От {short_date(handed)} до {short_date(last)} рабочих дней – {given}, а "
            f"предупреждают не менее чем за {WORKING_DAYS}: последний день не раньше "
            f"{short_date(least_day(document))}."
        )


def start(program: Program) -> dict:
    return {"handed": timezone.localdate()}


def notice(code: DocumentKind, compose, type: PaperType, journal: Journal) -> Kind:
    return Kind(
        code=code,
        type=type,
        stage=StageCode.PAIR_WORK,
        compose=compose,
        fields=FIELDS,
        subject=Subject.PERSON,
        subjects=bound,
        own_journal=journal,
        start=start,
        values=lambda document: Words(WORDS, document),
        own_names=tuple(WORDS),
        check=check,
    )


# The school numbers what it sends; what it is handed keeps the number of its own journal.
REFUSAL = notice(DocumentKind.NOTICE_REFUSAL, refusal, PaperType.FORM, Journal.PAPERS)
CANCELLATION = notice(
    DocumentKind.NOTICE_CANCELLATION, cancellation, PaperType.LETTER, Journal.LETTERS
)
