"""A page as JSON and back without loss: a registered paper is kept so and reprinted the same."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from documents.domain import blocks, form_blocks
from documents.domain.blocks import Page

SCHEMA = 1
KINDS: dict[str, type] = {
    "letterhead": blocks.Letterhead,
    "kind_line": blocks.KindLine,
    "date_number": blocks.DateNumber,
    "title": blocks.Title,
    "heading": blocks.Heading,
    "para": blocks.Para,
    "command": blocks.Command,
    "clause": blocks.Clause,
    "key_values": blocks.KeyValues,
    "note": blocks.Note,
    "column": blocks.Column,
    "table": blocks.Table,
    "signature": blocks.Signature,
    "stamps": blocks.Stamps,
    "acquaintance": blocks.Acquaintance,
    "page_break": blocks.PageBreak,
    "annex": blocks.Annex,
    "party": form_blocks.Party,
    "parties": form_blocks.Parties,
    "sign_line": form_blocks.SignLine,
    "answer": form_blocks.Answer,
    "choice": form_blocks.Choice,
    "banner": form_blocks.Banner,
    "qr_code": form_blocks.QrCode,
    "page": blocks.Page,
}
NAMES = {kind: name for name, kind in KINDS.items()}
VALUES: dict[str, Callable[[str], Any]] = {"date": date.fromisoformat, "decimal": Decimal}


class PageFormatError(ValueError):
    """The stored page was written by another version or was damaged."""


def to_json(page: Page) -> dict[str, Any]:
    return {"schema": SCHEMA, "page": _encode(page)}


def from_json(data: dict[str, Any]) -> Page:
    if data.get("schema") != SCHEMA:
        raise PageFormatError(f"Неизвестная версия сохранённого документа: {data.get('schema')!r}.")
    try:
        page = _decode(data["page"])
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise PageFormatError("Сохранённый документ повреждён.") from error
    if not isinstance(page, Page):
        raise PageFormatError("Сохранённый документ повреждён.")
    return page


def map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same page with every text changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(map_texts(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: map_texts(getattr(value, f.name), change) for f in fields(value)}
        return type(value)(**changed)
    return value


def _encode(value: Any) -> Any:
    if type(value) in NAMES:
        own = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
        return {"kind": NAMES[type(value)], **own}
    if isinstance(value, list | tuple):
        return [_encode(item) for item in value]
    if type(value) is date:
        return {"kind": "date", "value": value.isoformat()}
    if type(value) is Decimal:
        return {"kind": "decimal", "value": str(value)}
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)  # also the safe and lazy-choice strings of forms and enums
    if value is None or type(value) in (int, float, bool):
        return value
    raise TypeError(f"A page keeps plain values, not {type(value).__name__}.")


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decode(item) for item in value)
    if not isinstance(value, dict):
        return value
    own = dict(value)
    kind = own.pop("kind")
    if kind in VALUES:
        return VALUES[kind](own["value"])
    return KINDS[kind](**{name: _decode(item) for name, item in own.items()})
