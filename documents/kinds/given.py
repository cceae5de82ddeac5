"""Values of typed fields that come as text: ``issue_document --set since=2026-09-10``."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from documents.enums import FieldType
from documents.kinds.base import Field, Kind
from participants.models import Person

READERS: dict[str, tuple[Callable[[str], Any], str]] = {
    FieldType.DATE: (lambda text: date.fromisoformat(text).isoformat(), "дата вида 2026-09-10"),
    FieldType.NUMBER: (int, "целое число"),
    FieldType.PERSON: (int, "номер человека"),
    FieldType.PEOPLE: (
        lambda text: [int(part) for part in text.split(",")],
        "номера через запятую",
    ),
}


def given(kind: Kind, values: dict[str, Any], organization) -> dict[str, Any]:
    """``values`` with the texts of typed fields read; raises ValidationError naming the field."""
    read = {key: value_of(kind.field(key), value) for key, value in values.items()}
    for key, value in read.items():
        ensure_people(kind.field(key), value, organization)
    return read


def value_of(field: Field, value: Any) -> Any:
    if field.type == FieldType.TEXT or not isinstance(value, str) or not value.strip():
        return value
    read, wanted = READERS[field.type]
    try:
        return read(value.strip())
    except ValueError:
        raise ValidationError(f"Поле «{field.key}»: нужно – {wanted}, а не «{value}».") from None


def ensure_people(field: Field, value: Any, organization) -> None:
    """Numbers typed by hand are of people of the same organization."""
    numbers = value if isinstance(value, list) else [value]
    asked = {number for number in numbers if isinstance(number, int)}
    if field.type not in (FieldType.PERSON, FieldType.PEOPLE) or not asked:
        return
    known = Person.objects.filter(organization=organization, pk__in=asked)
    strangers = asked - set(known.values_list("pk", flat=True))
    if strangers:
        listed = ", ".join(str(number) for number in sorted(strangers))
        raise ValidationError(f"Поле «{field.key}»: в организации нет людей с номерами {listed}.")
