"""What the demo school's director finds on the desk, and a gap of the journal with its reason."""

from contextlib import suppress
from datetime import date

from django.core.exceptions import ValidationError

from documents.enums import DocumentKind, Journal
from documents.models import Document
from documents.services import closing, issue, journal, signing
from documents.services.paper import draft_paper
from programs.models import Program

WAITING = (DocumentKind.ORDER_MONITORING, DocumentKind.ORDER_FINAL_EVENT)
# The secretary keeps one journal for the whole school: the portal goes on from her number.
GIVEN_NUMBER = 17
GAP_NOTE = "приказы по другим вопросам, журнал ведёт секретарь"


def put_on_the_desk(program: Program, today: date, by) -> None:
    """Last of all: what waits for a signature must not change any more."""
    renew_terms(program, today, by)
    for code in WAITING:
        draft = draft_paper(program=program, code=code, by=by)
        with suppress(ValidationError):  # in summer the final event is over: it stays a draft
            signing.send(document=draft, by=by)


def renew_terms(program: Program, today: date, by) -> None:
    """The terms of monitoring were moved: a new order took the place of the September one."""
    day = date(program.start_year, 11, 12)
    papers = Document.objects.of_program(program).registered()
    former = papers.filter(kind=DocumentKind.ORDER_MONITORING_TERMS).first()
    if former is None or today < day:
        return
    new = issue.register(
        document=draft_paper(program=program, code=former.kind, by=by),
        day=day,
        number=GIVEN_NUMBER,
        by=by,
    )
    closing.cancel(document=former, cancelled_by=new, day=day, by=by)
    explain(program.organization, day.year, by)


def explain(organization, year: int, by) -> None:
    for line in journal.lines(organization, Journal.ORDERS, year):
        if line.gap:
            journal.explain_gap(
                organization=organization,
                journal=Journal.ORDERS,
                year=year,
                number=line.gap.first,
                text=GAP_NOTE,
                by=by,
            )
