"""Which columns of a parsed row go where, and what an upload changes in known records."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from participants.domain.import_rows import MenteeRow, MentorRow
from participants.models import Mentee, Mentor, Person

PERSON_FIELDS = ("birth_year", "birth_date", "sex", "phone", "email")
SHARED_FIELDS = (
    "position",
    "workplace",
    "interests",
    "free_days",
    "free_hours",
    "entry_date",
    "end_date",
    "results",
    "case_link",
    "partner_names",
    "partner_workplace",
    "note",
)
MENTEE_FIELDS = (*SHARED_FIELDS, "form", "request", "completion_mark")
MENTOR_FIELDS = (
    *SHARED_FIELDS,
    "competences",
    "achievements",
    "preferred_age",
    "age_from",
    "age_to",
    "time_resource",
    "hours_month",
    "max_mentees",
    "forms",
)
FIELDS = {Mentee: MENTEE_FIELDS, Mentor: MENTOR_FIELDS}
HOURS_IN_MONTH = 744
EMPTY = (None, "", [], ())


@dataclass(eq=False)
class Draft:
    """A record to be: a preview needs thousands of them and makes no models."""

    model: type
    values: dict[str, Any]
    person: "Person | Draft | None" = None
    pk: None = None

    def __str__(self) -> str:
        parts = (self.values[part] for part in ("last_name", "first_name", "patronymic"))
        return " ".join(filter(None, parts))


Record = Person | Mentee | Mentor | Draft


def held(record: Record, field: str) -> Any:
    if isinstance(record, Draft):
        return record.values.get(field)
    return getattr(record, field)


def put(record: Record, values: Mapping[str, Any]) -> None:
    if isinstance(record, Draft):
        record.values.update(values)
        return
    for name, value in values.items():
        setattr(record, name, value)
    record.set_derived()


def person_values(row: MenteeRow | MentorRow) -> dict[str, Any]:
    return {
        "birth_year": row.birth_year,
        "birth_date": row.birth_date,
        "sex": row.sex,
        "phone": row.phone,
        "email": row.email,
    }


def participant_values(model: type, row: MenteeRow | MentorRow) -> dict[str, Any]:
    """Only what the file says: an empty cell is not an order to erase."""
    values = {field: getattr(row, field) for field in FIELDS[model]}
    if model is Mentor:
        values["forms"] = list(row.forms)
        values["hours_month"] = hours(row)
    return {field: value for field, value in values.items() if value not in EMPTY}


def hours(row: MentorRow) -> Decimal | None:
    if row.hours_month is None or row.hours_month > HOURS_IN_MONTH:
        return None
    return Decimal(str(row.hours_month)).quantize(Decimal("0.1"))


def changes(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        field: value
        for field, value in values.items()
        if value not in EMPTY and held(record, field) != value
    }


def blanks(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """What a repeated row adds: it fills empty columns and argues with none."""
    return {
        field: value
        for field, value in changes(record, values).items()
        if held(record, field) in EMPTY
    }


def titles(model: type, changed: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(model._meta.get_field(field).verbose_name for field in changed)
