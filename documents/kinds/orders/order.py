"""What all orders share: the head, numbered clauses, the signature, who signs that he knows it.

Layout: ГОСТ Р 7.0.97 and the regional type documents (ZAB).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Block,
    Command,
    DateNumber,
    KindLine,
    Page,
    Para,
    Title,
)
from documents.domain.clauses import parse_clauses
from documents.domain.row_lines import LineError
from documents.enums import DocumentKind, FieldType, PaperType
from documents.kinds.base import Field, Kind
from documents.kinds.letterhead import letterhead, signature
from documents.kinds.orders.words import COMMON, Reader, Words
from documents.kinds.people import Named, named, on_duty
from documents.kinds.values import day_of
from mentoring_portal.shared.dates import short_date
from participants.enums import AssignmentRole

TEXTS = (
    Field("title", "Заголовок", "Отвечает на вопрос «о чём?»: «О формировании…».", worded=True),
    Field(
        "preamble",
        "Основание и цель",
        "Без слова «ПРИКАЗЫВАЮ» в конце. Пока вы не изменили этот текст, портал составляет его "
        "сам: по сверенным актам, которые действуют на дату приказа. Очистите поле, чтобы "
        "вернуть текст портала.",
        rows=8,
        required=False,
        worded=True,
    ),
    Field(
        "clauses",
        "Пункты приказа",
        "Каждый пункт с новой строки, подпункт – с дефиса. Номера портал поставит сам. Ваши слова "
        "останутся, а дни и людей портал обновит, если они изменятся. Очистите поле, чтобы вернуть "
        "текст портала.",
        rows=12,
        required=False,
        worded=True,
    ),
)


@dataclass(frozen=True)
class AnnexPart:
    """``is_approved``: the annex is a document of its own that this order approves."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    is_approved: bool = False


Annexes = Callable[[Any, dict[str, Any]], Iterable[AnnexPart]]
Readers = Callable[[Any, dict[str, Any]], Iterable[Named]]


def no_annexes(document, content) -> tuple[AnnexPart, ...]:
    return ()


def nobody(document, content) -> tuple[Named, ...]:
    return ()


@dataclass(frozen=True)
class Sheet:
    """How the page of one kind of order is composed."""

    fields: tuple[Field, ...]
    annexes: Annexes
    readers: Readers
    words: Mapping[str, Reader]

    def __call__(self, document, content: dict[str, Any]) -> Page:
        try:
            self.ensure_readable(document)
            blocks = tuple(self.blocks(document, content))
        except LineError as error:
            raise ValidationError(str(error)) from error
        return Page(f"Приказ «{content['title']}»", blocks, document.program.organization.name)

    def ensure_readable(self, document) -> None:
        """Refuses what the words themselves only leave blank."""
        for read in self.words.values():
            read(document)

    def blocks(self, document, content: dict[str, Any]) -> Iterator[Block]:
        organization = document.program.organization
        yield letterhead(organization)
        yield KindLine("ПРИКАЗ")
        yield DateNumber(document.date, document.number_text, organization.place)
        yield Title(content["title"])
        yield Para(content["preamble"].strip())
        yield Command()
        yield from parse_clauses(content["clauses"])
        yield signature(organization, day_of(document))
        yield from acquaintance(document, content, self.fields, self.readers)
        yield from annex_blocks(document, tuple(self.annexes(document, content)))


def order(
    code: DocumentKind,
    *,
    fields: tuple[Field, ...] = (),
    annexes: Annexes = no_annexes,
    readers: Readers = nobody,
    words: Mapping[str, Reader] | None = None,
    **more: Any,
) -> Kind:
    """A kind of order. Its own ``fields`` come before the texts that speak of them.

    ``annexes(document, content)`` gives the annexes in their order, ``readers(document, content)``
    those who sign that they know the order, besides the curator and the people of its fields;
    ``words`` are the words in braces that only this order knows.
    """
    special = dict(words or {})
    known = COMMON | special
    return Kind(
        code=code,
        type=PaperType.ORDER,
        compose=Sheet(fields + TEXTS, annexes, readers, special),
        fields=fields + TEXTS,
        values=lambda document: Words(known, document),
        own_names=tuple(known),
        **more,
    )


def acquaintance(document, content, fields, readers: Readers) -> Iterator[Acquaintance]:
    """One row a person, however often the order names him; pupils and guests do not sign."""
    people: dict[Any, str] = {}
    for somebody in (*on_duties(document, content, fields), *readers(document, content)):
        people.setdefault(somebody.person, somebody.post)
    rows = tuple((person.full_name, post) for person, post in people.items())
    if rows:
        yield Acquaintance(rows)


def on_duties(document, content, fields) -> Iterator[Named]:
    day = day_of(document)
    head = on_duty(document.program.organization, AssignmentRole.CURATOR, day)
    if head:
        yield head
    for field in fields:
        if field.type == FieldType.PERSON and content[field.key]:
            yield named(content[field.key], document.program, day)


def annex_blocks(document, parts: tuple[AnnexPart, ...]) -> Iterator[Block]:
    for number, part in enumerate(parts, 1):
        head = annex_head(document, number if len(parts) > 1 else None, part.is_approved)
        yield Annex(head, part.title, part.landscape)
        yield from part.blocks


def annex_head(document, number: int | None, is_approved: bool = False) -> tuple[str, ...]:
    """«Приложение 1 / к приказу СОШ № 9 / от … № …», or «УТВЕРЖДЕНО / приказом …»."""
    day = short_date(document.date) or "____________"
    details = f"от {day} № {document.number_text or '______'}"
    school = document.program.organization.short_name
    title = f"Приложение {number}" if number else "Приложение"
    if is_approved:
        return (title, "", "УТВЕРЖДЕНО", f"приказом {school}", details)
    return (title, f"к приказу {school}", details)
