"""What reports share: the organization, a centered title, sections, conclusions, who signs."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from documents.domain.blocks import Block, Heading, KeyValues, Page, Para, Title
from documents.domain.form_blocks import Answer
from documents.domain.row_lines import LineError
from documents.enums import DocumentKind, FieldType, PaperType, Subject
from documents.kinds.base import Field, Kind
from documents.kinds.lists.listing import curator_signature, organization_head
from mentoring_portal.shared.dates import long_date

TITLE = Field(
    "title",
    "Заголовок",
    "Очистите поле, чтобы вернуть текст портала.",
    required=False,
    worded=True,
)
AS_OF = Field("as_of", "По состоянию на", type=FieldType.DATE, name="день сведений")
BY_HAND = "Не заполнено – в документе останутся строки, чтобы написать от руки."
CONCLUSIONS = Field("conclusions", "Выводы", BY_HAND, rows=8, required=False)
ROOM = 4

Body = Callable[[Any, dict[str, Any]], Iterable[Block]]
Signed = Callable[[Any], Block]


def report(
    code: DocumentKind,
    *,
    stage: str,
    body: Body,
    fields: tuple[Field, ...],
    signed: Signed = curator_signature,
    subject: Subject = Subject.PROGRAM,
    **more: Any,
) -> Kind:
    """A kind of report. ``body(document, content)`` gives its sections, ``signed`` who signs."""

    def compose(document, content: dict[str, Any]) -> Page:
        try:
            sections = tuple(body(document, content))
        except LineError as error:
            raise ValidationError(str(error)) from error
        organization = document.program.organization
        head = (organization_head(organization), Title(content["title"], "center"))
        blocks = (*head, *sections, signed(document))
        return Page(content["title"], blocks, organization.name)

    return Kind(
        code=code,
        type=PaperType.REPORT,
        stage=stage,
        compose=compose,
        fields=(TITLE, *fields),
        subject=subject,
        **more,
    )


def nearest_day(program) -> date:
    """Today, or the nearest day of the program's year."""
    year = program.year
    return max(year.start, min(timezone.localdate(), year.end))


def start(program) -> dict[str, Any]:
    return {"as_of": nearest_day(program).isoformat()}


def day_in(document, content: dict[str, Any]) -> date:
    return content["as_of"] or nearest_day(document.program)


def head(program, day: date, *more: tuple[str, str]) -> KeyValues:
    rows = (("Программа", program.title), ("Учебный год", str(program.year)), *more)
    return KeyValues((*rows, ("По состоянию на", long_date(day))))


def chapter(title: str, text: str) -> Iterator[Block]:
    """What the author writes himself, or room to write it by hand."""
    yield Heading(title)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    yield from (Para(line) for line in lines)
    if not lines:
        yield Answer(ROOM)
