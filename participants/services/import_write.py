"""Writing what a plan gathered, all at once."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection

from participants.domain.declension import guess_sex
from participants.models import Mentee, Mentor, Occupation, Person, Tag
from participants.services.import_values import FIELDS, PERSON_FIELDS, Draft, Record
from programs.models import Program


@dataclass
class Writes:
    """Records to insert and records to update, by model."""

    people: list[Draft] = field(default_factory=list)
    changed_people: dict[int, Person] = field(default_factory=dict)
    rows: dict[type, list[Draft]] = field(default_factory=lambda: {Mentee: [], Mentor: []})
    changed_rows: dict[type, dict] = field(default_factory=lambda: {Mentee: {}, Mentor: {}})
    occupations: dict[tuple[int, str], Person | Draft] = field(default_factory=dict)
    tags: list[tuple[Record, str]] = field(default_factory=list)


@contextmanager
def wide_statements() -> Iterator[None]:
    """Let SQLite take as many values in a statement as it can: Django 5.2 believes in 999.

    Otherwise the number of statements grows with the rows (Django 6.0 asks SQLite, too).
    """
    if connection.vendor != "sqlite":
        yield
        return
    assumed = connection.features.max_query_params
    limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    connection.features.max_query_params = limit
    try:
        yield
    finally:
        connection.features.max_query_params = assumed


def write(program: Program, writes: Writes) -> None:
    """Everything in bulk: the number of statements does not depend on the number of rows."""
    with wide_statements():
        write_all(program, writes)


def write_all(program: Program, writes: Writes) -> None:
    """Drafts become records here; ``made`` finds the record of a draft."""
    made: dict[int, Person | Mentee | Mentor] = {}
    for draft in writes.people:
        made[id(draft)] = new_person(program, draft)
    Person.objects.bulk_create([made[id(draft)] for draft in writes.people])
    upsert(Person, writes.changed_people, PERSON_FIELDS)
    for model, drafts in writes.rows.items():
        for draft in drafts:
            person = made.get(id(draft.person), draft.person)
            made[id(draft)] = new_participant(program, draft, person)
        model.objects.bulk_create([made[id(draft)] for draft in drafts])
        upsert(model, writes.changed_rows[model], (*FIELDS[model], "search_key"))
    occupations = [
        Occupation(person=made.get(id(person), person), kind=kind)
        for (_key, kind), person in writes.occupations.items()
    ]
    Occupation.objects.bulk_create(occupations, ignore_conflicts=True)
    write_tags(program, [(made.get(id(row), row), name) for row, name in writes.tags])


def new_person(program: Program, draft: Draft) -> Person:
    person = Person(organization=program.organization, **draft.values)
    person.sex = person.sex or guess_sex(person.full_name) or ""
    person.set_derived()
    return person


def new_participant(program: Program, draft: Draft, person: Person) -> Mentee | Mentor:
    participant = draft.model(program=program, person=person, **draft.values)
    participant.set_derived()
    return participant


def upsert(model: type, records: Mapping, columns: Collection[str]) -> None:
    """One statement instead of an UPDATE with a branch for every row."""
    if records:
        model.objects.bulk_create(
            records.values(),
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=columns,
        )


def write_tags(program: Program, wanted: list[tuple[Mentor | Mentee, str]]) -> None:
    if not wanted:
        return
    known = {tag.name: tag for tag in Tag.objects.filter(organization=program.organization)}
    missing = dict.fromkeys(name[:50] for _row, name in wanted if name[:50] not in known)
    for tag in Tag.objects.bulk_create(
        Tag(organization=program.organization, name=name) for name in missing
    ):
        known[tag.name] = tag
    for model in (Mentee, Mentor):
        link = model.tags.through
        column = f"{model._meta.model_name}_id"
        link.objects.bulk_create(
            [
                link(**{column: row.pk, "tag_id": known[name[:50]].pk})
                for row, name in wanted
                if isinstance(row, model)
            ],
            ignore_conflicts=True,
        )
