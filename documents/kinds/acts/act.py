"""What local acts, plans and programs share: stamps at the head, a centered title, the body."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError

from documents.domain.blocks import BLANK_DATE, Block, Letterhead, Page, Stamps, Title
from documents.domain.row_lines import LineError
from documents.enums import DocumentKind, PaperType
from documents.kinds.base import Field, Kind
from documents.kinds.letterhead import signature_or_blank
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import long_date
from mentoring_portal.shared.names import NBSP

NO_STAMP = ("–", "-", "—")
RETURN = "Очистите поле, чтобы вернуть текст портала."
TITLE = Field("title", "Заголовок", RETURN, required=False, worded=True)
APPROVED = Field(
    "approved",
    "Гриф «УТВЕРЖДЕНО»",
    "Чем утверждён документ: приказом, от какого дня, под каким номером. Портал берёт последний "
    "зарегистрированный приказ. Тире – без грифа.",
    rows=3,
    required=False,
    worded=True,
)
ADOPTED = Field(
    "adopted",
    "Гриф «ПРИНЯТО»",
    "Кто принял и каким протоколом. Портал берёт последний зарегистрированный протокол. "
    "Тире – без грифа.",
    rows=3,
    required=False,
    worded=True,
)
AGREED = Field(
    "agreed",
    "Гриф «СОГЛАСОВАНО»",
    "С кем согласован документ. Тире – без грифа.",
    rows=3,
    required=False,
    worded=True,
)
BODY = Field(
    "body",
    "Текст",
    "Раздел начинайте со знака «#», пункт – с новой строки, перечисление – с дефиса, абзац без "
    f"номера – со знака «>». Номера портал поставит сам. {RETURN}",
    rows=30,
    required=False,
    worded=True,
)

Body = Callable[[Any, dict[str, Any]], Iterable[Block]]
Head = Callable[[Any, dict[str, Any]], Stamps]


def act(
    code: DocumentKind,
    *,
    type: PaperType,
    stage: str,
    body: Body,
    stamps: Head | None = None,
    fields: tuple[Field, ...] = (),
    landscape: bool = False,
    **more: Any,
) -> Kind:
    """A kind of act. ``body(document, content)`` gives what follows its title."""

    def compose(document, content: dict[str, Any]) -> Page:
        with mended_by_curator():
            blocks = tuple(sheet(document, content))
        return Page(content["title"], blocks, document.program.organization.name, landscape)

    def sheet(document, content) -> Iterator[Block]:
        yield organization_head(document.program.organization)
        if stamps:
            yield stamps(document, content)
        yield Title(content["title"], "center")
        yield from body(document, content)

    own = (TITLE, *fields)
    return Kind(code=code, type=type, stage=stage, compose=compose, fields=own, **more)


@contextmanager
def mended_by_curator() -> Iterator[None]:
    """A line that the curator typed wrongly is told as such, with its number."""
    try:
        yield
    except LineError as error:
        raise ValidationError(str(error)) from error


def organization_head(organization) -> Letterhead:
    """Without the address and the phones: those are for orders and letters."""
    return Letterhead(tuple(filter(None, (organization.founder, organization.name))))


def local_stamps(document, content) -> Stamps:
    """«УТВЕРЖДЕНО …» at the right; «ПРИНЯТО …» and «СОГЛАСОВАНО …» at the left."""
    adopted = stamp("ПРИНЯТО", content.get("adopted", ""))
    agreed = stamp("СОГЛАСОВАНО", content.get("agreed", ""))
    gap = (NBSP,) if adopted and agreed else ()
    right = stamp("УТВЕРЖДЕНО", content["approved"])
    return Stamps(right=right, left=(*adopted, *gap, *agreed))


def stamp(word: str, text: str) -> tuple[str, ...]:
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    return (word, *lines) if lines and lines[0] not in NO_STAMP else ()


def director_stamp(document) -> tuple[str, ...]:
    """«УТВЕРЖДАЮ» with the director in person; the date is that of the registered paper."""
    signer = signature_or_blank(document.program.organization, day_of(document))
    day = long_date(document.date) if document.date else BLANK_DATE
    return ("УТВЕРЖДАЮ", signer.post, f"_____________ {signer.name}", day)


def director_stamps(document, content) -> Stamps:
    """«УТВЕРЖДАЮ» of the director; «ПРИНЯТО …» or «СОГЛАСОВАНО …» where the kind asks for it."""
    adopted = stamp("ПРИНЯТО", content.get("adopted", ""))
    agreed = stamp("СОГЛАСОВАНО", content.get("agreed", ""))
    return Stamps(right=director_stamp(document), left=adopted or agreed)
