"""What every kind of paper has, so that services and pages need not know the kinds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from documents.domain.blocks import Page
from documents.domain.placeholders import Value
from documents.enums import (
    JOURNAL_OF_TYPE,
    Among,
    DocumentKind,
    FieldType,
    FileFormat,
    Journal,
    PaperType,
    Subject,
)

CROSS = "cross"
LONG_TEXT, SHORT_TEXT = 20_000, 300


def nothing(*args, **kwargs) -> None:
    """Most texts are free, and registering most papers changes nothing else."""


@dataclass(frozen=True)
class Field:
    """A piece of a draft that the curator may fill in, also by ``issue_document --set KEY=VALUE``.

    ``name`` is the word that texts may use for it in braces: «{срок}». A field of the type TEXT
    with ``worded`` has a text of the portal, which the school may replace by its own for all
    papers of the kind. A field of people chooses ``among`` the staff or the participants.
    ``reads`` takes a text apart and raises LineError for one that cannot be read.
    """

    key: str
    label: str
    help_text: str = ""
    rows: int = 1
    required: bool = True
    type: FieldType = FieldType.TEXT
    name: str = ""
    worded: bool = False
    among: Among = Among.STAFF
    reads: Callable[[str], Any] = nothing

    @property
    def longest(self) -> int:
        return LONG_TEXT if self.rows > 1 else SHORT_TEXT


def no_values(document) -> dict[str, Value]:
    return {}


def no_doubts(about) -> list[str]:
    return []


@dataclass(frozen=True)
class Kind:
    """One kind of paper.

    ``compose(document, content)`` makes the page from the data and from the content, which
    ``documents.kinds.content`` reads: texts with their braces filled in, days, numbers and people.
    It raises ValidationError with a Russian sentence for what cannot be issued.

    ``start(program)`` suggests values for a new draft; ``values(document)`` gives ``own_names``:
    the words in braces that only this kind knows, besides the common ones and its fields' names.
    ``texts(document)`` are the data's own words for fields that nobody has typed into the paper.
    ``usual_day(document)`` is the day that registering offers when it is not today's,
    ``doubts(document)`` are sentences to be confirmed before it, ``doubts_together(documents)``
    those about several papers of the kind that are registered in one step.
    ``check(document, day)`` refuses a registration, ``carry_out(document, by)`` does what the
    registered paper orders. A kind that is not kept (``is_kept``) is printed from today's data and
    leaves no record: sheets to sign, questionnaires, bases. ``admit(program, subject)`` refuses a
    draft about a subject; of a kind that ``is_single`` a second one about it is asked about.
    """

    code: DocumentKind
    type: PaperType
    stage: str
    compose: Callable[..., Page]
    fields: tuple[Field, ...] = ()
    subject: Subject = Subject.PROGRAM
    is_kept: bool = True
    own_journal: Journal | None = None
    start: Callable[..., dict[str, Any]] = no_values
    values: Callable[..., Mapping[str, Value]] = no_values
    texts: Callable[..., Mapping[str, str]] = no_values
    own_names: tuple[str, ...] = ()
    usual_day: Callable[..., date | None] = nothing
    doubts: Callable[..., list[str]] = no_doubts
    doubts_together: Callable[..., list[str]] = no_doubts
    check: Callable[..., None] = nothing
    carry_out: Callable[..., None] = nothing
    formats: tuple[FileFormat, ...] = (FileFormat.PDF, FileFormat.XLSX, FileFormat.DOCX)
    admit: Callable[..., None] = nothing
    is_single: bool = False
    # Narrower than all of the program's: ``subjects(program)`` gives the queryset.
    subjects: Callable[..., QuerySet] | None = None
    # Where the portal makes it when that is not the common page of new papers.
    made_at: str = ""

    @property
    def journal(self) -> Journal:
        return self.own_journal or JOURNAL_OF_TYPE.get(self.type, Journal.PAPERS)

    @property
    def label(self) -> str:
        return DocumentKind(self.code).label

    @property
    def worded(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.worded)

    def field(self, key: str) -> Field:
        """The field; raises ValidationError for a key that the kind does not know."""
        for field in self.fields:
            if field.key == key:
                return field
        known = ", ".join(field.key for field in self.fields)
        raise ValidationError(f"У этого документа нет поля «{key}». Есть: {known}.")

    def checked(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.field(key)
