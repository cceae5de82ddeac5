"""What lets teachers of the demo school into an order: consents and addenda (ст. 351.8 ТК РФ)."""

from collections.abc import Sequence
from datetime import date

from documents.domain.blocks import Page, Para, Title
from documents.domain.page_json import to_json
from documents.enums import DocumentKind, DocumentStatus, Journal
from documents.models import Document
from documents.services.numbering import give_number
from pairs.models import Pair
from participants.enums import ConsentKind
from participants.services.consent import record_many
from programs.enums import EMPLOYEE_FORMS

TITLE = "Дополнительное соглашение к трудовому договору"
TERMS = (
    "Работник выполняет работу по наставничеству: помогает молодому специалисту освоить приёмы "
    "преподавания.",
    "Работа выполняется в течение учебного года.",
    "Форма выполнения – встречи, посещение уроков и их разбор.",
    "За работу выплачивается ежемесячная доплата по положению об оплате труда.",
)


def entitle(pairs: Sequence[Pair], day: date, by) -> None:
    """A consent and an addendum for each mentor of workers among ``pairs``."""
    mentors = list({pair.mentor: None for pair in pairs if pair.form in EMPLOYEE_FORMS})
    if not mentors:
        return
    record_many(participants=mentors, kinds=(ConsentKind.PARTICIPATION,), signed_on=day, by=by)
    for mentor in mentors:
        sign(mentor, day, by)


def sign(mentor, day: date, by) -> Document:
    page = Page(TITLE, (Title(TITLE, "center"), *(Para(text) for text in TERMS)))
    document = Document(
        program=mentor.program,
        organization=mentor.program.organization,
        kind=DocumentKind.LABOUR_ADDENDUM,
        title=TITLE,
        status=DocumentStatus.REGISTERED,
        journal=Journal.CONTRACTS,
        date=day,
        person=mentor.person,
        snapshot=to_json(page),
        created_by=by,
    )
    give_number(document, day.year, None)
    document.save()
    return document
