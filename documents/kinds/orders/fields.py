"""Fields that many orders share."""

from documents.enums import FieldType
from documents.kinds.base import Field


def person(key: str, label: str, name: str, help_text: str = "") -> Field:
    return Field(key, label, help_text, type=FieldType.PERSON, name=name, required=False)


def day(key: str, label: str, name: str, help_text: str = "") -> Field:
    return Field(key, label, help_text, type=FieldType.DATE, name=name, required=False)


def line(key: str, label: str, name: str, help_text: str = "") -> Field:
    return Field(key, label, help_text, name=name, required=False)
