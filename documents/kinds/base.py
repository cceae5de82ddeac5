"""What every kind of paper has, so that services and pages need not know the kinds."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from documents.domain.blocks import Page
from documents.enums import DocumentKind, FileFormat, Journal


@dataclass(frozen=True)
class Field:
    """A piece of a draft that the curator may edit, also by ``issue_document --set KEY=VALUE``."""

    key: str
    label: str
    help_text: str = ""
    rows: int = 1
    required: bool = True


@dataclass(frozen=True)
class Kind:
    """One kind of paper.

    ``defaults(program)`` gives the content of a new draft; ``collect(document)`` chooses its
    subject, refusing with a ValidationError what cannot be issued; ``compose(document)`` makes the
    page from the content, the data and the document's date and number. ``composed(document)`` gives
    the fields that the portal words itself on the document's date until the curator does.
    """

    code: DocumentKind
    journal: Journal
    fields: tuple[Field, ...]
    defaults: Callable[..., dict]
    compose: Callable[..., Page]
    composed: Callable[..., dict] = field(default=lambda document: {})
    formats: tuple[FileFormat, ...] = (FileFormat.PDF, FileFormat.XLSX, FileFormat.DOCX)

    def content(self, document) -> dict:
        """What the paper says: the curator's words, and the portal's where there are none."""
        own = {key: value for key, value in document.content.items() if value}
        return document.content | self.composed(document) | own

    def own_words(self, document, values: dict) -> dict:
        """``values`` without what only repeats the portal: that is worded anew on another day."""
        composed = self.composed(document)
        return {key: "" if value == composed.get(key) else value for key, value in values.items()}

    def checked(self, values: dict) -> dict:
        """``values`` if the kind knows all their keys."""
        known = [field.key for field in self.fields]
        unknown = [key for key in values if key not in known]
        if unknown:
            raise ValidationError(
                f"У этого документа нет поля «{unknown[0]}». Есть: {', '.join(known)}."
            )
        return values
