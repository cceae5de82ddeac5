"""The order that approves the regulation on mentoring (regional type document, ZAB)."""

from collections.abc import Iterator

from documents.domain.blocks import Block, DateNumber, Letterhead, Page, Signature, Stamps, Title
from documents.domain.form_blocks import QrCode
from documents.domain.page_json import from_json
from documents.enums import DocumentKind, DocumentStatus
from documents.kinds import acts
from documents.kinds.content import content_of
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import day, line, person
from documents.kinds.orders.order import AnnexPart, order
from documents.models import Document
from programs.enums import StageCode

AUDIENCE = "педагогических работников, обучающихся и их родителей (законных представителей)"
# The annex has a head of its own.
HEAD = (Letterhead, Stamps, DateNumber, Title, Signature, QrCode)
GONE = (DocumentStatus.CANCELLED, DocumentStatus.EXPIRED)


def regulation(document) -> Document | None:
    """The last regulation of the program, a draft too: this order is what approves it."""
    papers = Document.objects.filter(program=document.program, kind=DocumentKind.REGULATION)
    return papers.exclude(status__in=GONE).order_by("pk").last()


def page_of(paper: Document) -> Page:
    if paper.snapshot is not None:
        return from_json(paper.snapshot)
    kind = next(kind for kind in acts.KINDS if kind.code == DocumentKind.REGULATION)
    return kind.compose(paper, content_of(kind, paper))


def annexes(document, content) -> Iterator[AnnexPart]:
    paper = regulation(document)
    if paper:
        yield AnnexPart("Положение о наставничестве", tuple(body(page_of(paper))), is_approved=True)


def body(page: Page) -> Iterator[Block]:
    return (block for block in page.blocks if not isinstance(block, HEAD))


def name(document) -> str:
    text = "Положение о наставничестве"
    return f"{text} (приложение)" if regulation(document) else text


def start(program) -> dict:
    return {
        "due": suggestions.due(program, 9, 15),
        "leader": suggestions.lead(program),
        "audience": AUDIENCE,
        "teller": suggestions.curator(program),
    }


KIND = order(
    DocumentKind.ORDER_REGULATION,
    stage=StageCode.CONDITIONS,
    fields=(
        day("due", "Срок утверждения", "срок утверждения"),
        person("leader", "Ответственный за утверждение", "ответственный"),
        line("audience", "До чьего сведения довести", "до чьего сведения", "Родительный падеж."),
        person("teller", "Кто доведёт", "кто доведёт"),
    ),
    annexes=annexes,
    words={"положение": name},
    start=start,
)
