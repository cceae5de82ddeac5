"""The closed catalogue of words in braces that every text of a paper may use."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from documents.domain.placeholders import Value
from documents.enums import DocumentKind, DocumentStatus
from documents.kinds.people import on_duty
from documents.models import Document
from mentoring_portal.shared.dates import long_date
from pairs.models import Pair
from participants.enums import AssignmentRole
from programs.enums import EMPLOYEE_FORMS, ActTopic
from programs.services.legal_act import ground

IN_ACCORDANCE = "В соответствии с"


@dataclass(frozen=True)
class Common:
    """``sample`` shows the curator what the word becomes."""

    name: str
    sample: str
    read: Callable[[Document], Value]


def duty(role: AssignmentRole) -> Callable[[Document], Value]:
    return lambda document: on_duty(document.program.organization, role, day_of(document))


def day_of(document):
    """Of a paper that waits for a signature the day it was sent: its page stands still."""
    return document.date or document.agreed_on or timezone.localdate()


def former_paper(kind: DocumentKind) -> Callable[[Document], Value]:
    """«от 15 сентября 2026 г. № 41-од»: the last paper of ``kind`` that is in force."""

    def read(document: Document) -> str | None:
        found = Document.objects.filter(
            program=document.program, kind=kind, status=DocumentStatus.REGISTERED
        )
        paper = found.order_by("date", "pk").last()
        return details(paper) if paper else None

    return read


def details(paper: Document) -> str:
    """«от 15 сентября 2026 г. № 41-од»"""
    number = f" №\u00a0{paper.number_text}" if paper.number_text else ""
    return f"от {long_date(paper.date)}{number}"


def grounds(document: Document) -> str:
    """«В соответствии с …»: the acts in force on the day of the paper, ready for what follows."""
    acts = ground(
        organization=document.program.organization, day=day_of(document), topics=topics(document)
    )
    return f"{acts}," if acts else IN_ACCORDANCE


def topics(document: Document) -> list[ActTopic]:
    """Acts on teachers and on labor matter only where both sides work for the school."""
    about = document.pk and Pair.objects.filter(documents=document, form__in=EMPLOYEE_FORMS)
    if about and about.exists():
        return [ActTopic.TARGET_MODEL, ActTopic.TEACHERS, ActTopic.LABOR]
    return [ActTopic.TARGET_MODEL]


COMMON = (
    Common("учебный год", "2026–2027", lambda document: str(document.program.year)),
    Common("программа", "название программы", lambda document: document.program.title),
    Common("организация", "полное наименование", lambda paper: paper.program.organization.name),
    Common(
        "организация кратко",
        "краткое наименование",
        lambda document: document.program.organization.short_name,
    ),
    Common("дата", "дата документа", lambda paper: long_date(paper.date) if paper.date else None),
    Common("номер", "номер документа", lambda document: document.number_text or None),
    Common("основание", "В соответствии с … – действующие акты", grounds),
    Common("директор", "человек", duty(AssignmentRole.DIRECTOR)),
    Common("куратор", "человек", duty(AssignmentRole.CURATOR)),
    Common("руководитель группы", "человек", duty(AssignmentRole.PROJECT_LEAD)),
    Common("руководитель мо", "человек", duty(AssignmentRole.GROUP_HEAD)),
    Common("председатель педсовета", "человек", duty(AssignmentRole.COUNCIL_CHAIR)),
    Common("секретарь педсовета", "человек", duty(AssignmentRole.COUNCIL_SECRETARY)),
    Common("ответственный за ресурсы", "человек", duty(AssignmentRole.SUPPLIES)),
    Common("приказ о внедрении", "от … № …", former_paper(DocumentKind.ORDER_IMPLEMENT)),
    Common("приказ о дорожной карте", "от … № …", former_paper(DocumentKind.ORDER_ROADMAP)),
    Common("приказ о положении", "от … № …", former_paper(DocumentKind.ORDER_REGULATION)),
    Common("приказ о парах", "от … № …", former_paper(DocumentKind.ORDER_PAIRS)),
    Common("протокол педсовета", "от … № …", former_paper(DocumentKind.PROTOCOL_PEDSOVET)),
)
