"""What a paper says now: texts with their braces filled in, days, numbers and people."""

from collections.abc import Callable, Collection
from copy import copy
from datetime import date
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError

from documents.domain.merging import Merged, merged
from documents.domain.placeholders import PlaceholderError, Value, fill, placeholders
from documents.domain.row_lines import LineError
from documents.enums import FieldType
from documents.kinds.base import Field, Kind
from documents.kinds.people import named
from documents.kinds.values import COMMON, day_of
from documents.kinds.wordings import wordings
from mentoring_portal.shared.dates import long_date
from participants.models import Person

CATALOGUE = {item.name: item for item in COMMON}
# The key of the content that keeps the portal's texts out of which the curator made others.
ORIGINS = "origins"


def content_of(kind: Kind, document, only: Collection[str] | None = None) -> dict[str, Any]:
    """Field → its value; raises ValidationError for a word in braces that nobody knows.

    A text that the curator has edited follows the people and the days that it was made out of.
    ``only``: the texts that are wanted; what the others ask the database for is left alone.
    """
    content = typed_content(kind, document, only)
    return content | {key: found.text for key, found in edited(kind, document, content).items()}


def edited(kind: Kind, document, content: dict[str, Any]) -> dict[str, Merged]:
    """Texts made out of the portal's, with what has changed in those since."""
    origins = document.content.get(ORIGINS) or {}
    kept = {
        key: text for key, text in origins.items() if document.content.get(key) and key in content
    }
    if not kept:
        return {}
    portal = portal_content(kind, document, kept)
    return {key: merged(text, content[key], portal[key]) for key, text in kept.items()}


def stale_texts(kind: Kind, document) -> list[str]:
    """Sentences about texts whose own words stand where the data have changed."""
    content = typed_content(kind, document)
    return [
        f"«{kind.field(key).label}»: после вашей правки данные изменились, портал написал бы "
        f"«{clash.now}» вместо «{clash.before}». Исправьте текст или очистите поле, чтобы "
        "вернуть текст портала."
        for key, found in edited(kind, document, content).items()
        for clash in found.clashes
    ]


def portal_content(kind: Kind, document, only: Collection[str] | None = None) -> dict[str, Any]:
    """The content as it would be if the curator had worded nothing."""
    worded = {field.key for field in kind.worded}
    bare = copy(document)
    bare.content = {key: value for key, value in document.content.items() if key not in worded}
    return typed_content(kind, bare, only)


def typed_content(kind: Kind, document, only: Collection[str] | None = None) -> dict[str, Any]:
    typed = {
        field.key: python_value(field, document.content.get(field.key), document)
        for field in kind.fields
        if field.type != FieldType.TEXT
    }
    values = reader(kind, document, typed)
    texts = raw_texts(kind, document)
    known = known_texts(kind, document)
    wanted = (texts.keys() if only is None else texts.keys() & set(only)) - known.keys()
    bare = {key: filled(text, values, kind) for key, text in texts.items() if key in wanted}
    return typed | bare | known


def known_texts(kind: Kind, document) -> dict[str, str]:
    """What the data say instead of the general text, taken as it stands."""
    found = kind.texts(document)
    return {key: text for key, text in found.items() if text and not document.content.get(key)}


def raw_texts(kind: Kind, document) -> dict[str, str]:
    """Texts with their braces: the curator's own, else the school's, else the portal's."""
    general = wordings(document.program.organization, kind.code)
    return {
        field.key: document.content.get(field.key) or general.get(field.key, "")
        for field in kind.fields
        if field.type == FieldType.TEXT
    }


def own_words(kind: Kind, document, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` without the texts that only repeat the portal: it words them anew each day.

    The portal's texts are those of the draft as it was shown, with its people and days. Beside a
    text of the curator's own the portal's is kept, so that people and days can follow. Days become
    ISO text and people their ids, as the content of a draft keeps them.
    """
    portal, before = portal_content(kind, document), shown_content(kind, document)
    found = {key: plain(value) for key, value in values.items()}
    origins = dict(document.content.get(ORIGINS) or {})
    for key in {field.key for field in kind.worded} & set(values):
        if found[key] == portal[key]:
            found[key] = ""
        elif found[key] == before[key] and document.content.get(key):
            found[key] = document.content[key]
            continue
        origins[key] = portal[key] if found[key] else ""
    origins = {key: text for key, text in origins.items() if text}
    return found | ({ORIGINS: origins} if origins or ORIGINS in document.content else {})


def shown_content(kind: Kind, document) -> dict[str, Any]:
    """Texts as they will be printed; with their braces when a word in them is unknown."""
    try:
        return content_of(kind, document)
    except ValidationError:
        return raw_texts(kind, document)


def one_newline(value: Any) -> Any:
    """Browsers send the lines of a text with two characters between them."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def plain(value: Any) -> Any:
    value = one_newline(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Person):
        return value.pk
    if isinstance(value, list | tuple) or hasattr(value, "iterator"):
        return [plain(item) for item in value]
    return value


def filled(text: str, values: Callable[[str], Value], kind: Kind) -> str:
    try:
        return fill(text, values)
    except PlaceholderError as error:
        raise ValidationError(f"{error} Есть: {', '.join(names(kind))}.") from error


def checked_text(text: str, kind: Kind) -> None:
    """Raises ValidationError for a word in braces outside the catalogue of the kind."""
    known = set(names(kind))
    try:
        unknown = [item.name for item in placeholders(text) if item.name not in known]
    except PlaceholderError as error:
        raise ValidationError(str(error)) from error
    if unknown:
        raise ValidationError(
            f"Подстановки «{{{unknown[0]}}}» нет. Есть: {', '.join(sorted(known))}."
        )


def check_field(field: Field, text: str, kind: Kind) -> None:
    """Raises ValidationError for a text whose braces or lines cannot be read.

    A line with words in braces is read once they are filled in, on the page of the paper.
    """
    checked_text(text, kind)
    if not text or "{" in text:
        return
    try:
        field.reads(text)
    except LineError as error:
        raise ValidationError(str(error)) from error


def names(kind: Kind) -> list[str]:
    """The words in braces that texts of the kind may use."""
    own = [field.name for field in kind.fields if field.name]
    return [*CATALOGUE, *own, *kind.own_names]


def reader(kind: Kind, document, typed: dict[str, Any]) -> Callable[[str], Value]:
    """Reads a word in braces; KeyError for an unknown one.

    Only what a text uses is asked for, and only once.
    """
    fields = {field.name: field for field in kind.fields if field.name}
    own = cache(lambda: kind.values(document))

    @cache
    def value_of(name: str) -> Value:
        if name in fields:
            return field_words(fields[name], typed, document)
        if name in kind.own_names:
            return own()[name]
        return CATALOGUE[name].read(document)

    return value_of


def field_words(field: Field, typed: dict[str, Any], document) -> Value:
    value = typed.get(field.key, document.content.get(field.key))
    if value in (None, "", []):
        return None
    if field.type == FieldType.PERSON:
        return named(value, document.program, day_of(document))
    if field.type == FieldType.PEOPLE:
        return ", ".join(person.full_name for person in value)
    return long_date(value) if field.type == FieldType.DATE else str(value)


def python_value(field: Field, value: Any, document) -> Any:
    """A day, a number, a person or a list of people; None for what is empty or gone."""
    if not value:
        return [] if field.type == FieldType.PEOPLE else None
    people = Person.objects.filter(organization=document.program.organization_id)
    if field.type == FieldType.PERSON:
        return people.filter(pk=value).first()
    if field.type == FieldType.PEOPLE:
        found = people.in_bulk(value)
        return [found[pk] for pk in value if pk in found]
    return date.fromisoformat(value) if field.type == FieldType.DATE else int(value)
