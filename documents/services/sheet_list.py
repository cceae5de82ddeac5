"""Whom sheets of a kind may be printed for: the subjects, by class when they have one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from documents.domain.blocks import Page
from documents.enums import Subject
from documents.kinds.base import Kind
from documents.kinds.candidates import subjects
from documents.services.bundle_jobs import subject_name
from documents.services.paper import sheet
from participants.services.school_class import classes

OF_PEOPLE = (Subject.MENTOR, Subject.MENTEE, Subject.PERSON, Subject.PAIR)


@dataclass(frozen=True)
class Row:
    pk: int
    label: str
    subject: Any


@dataclass(frozen=True)
class SheetList:
    """``rows`` of the chosen class; None for a kind about the whole program."""

    rows: list[Row] | None
    classes: list[tuple[str, int]]
    school_class: str = ""


def sheet_list(kind: Kind, program, school_class: str = "") -> SheetList:
    """A constant number of queries; an unknown class is all of them."""
    if kind.subject == Subject.PROGRAM:
        return SheetList(None, [])
    found = list(subjects(kind, program))
    groups = by_class(found, program) if kind.subject in OF_PEOPLE else {}
    counts = [(name, len(group)) for name, group in groups.items()]
    if school_class in groups:
        return SheetList(rows_of(groups[school_class]), counts, school_class)
    return SheetList(rows_of(found), counts)


def rows_of(found: Iterable[Any]) -> list[Row]:
    return [Row(subject.pk, subject_name(subject), subject) for subject in found]


def by_class(found: Iterable[Any], program) -> dict[str, list[Any]]:
    """Classes in the order of a school; who is in none stands only in the whole list."""
    people = [(subject, people_of(subject)) for subject in found]
    groups = {}
    for name, members in classes(program).items():
        ids = {row.person_id for row in members}
        if group := [subject for subject, own in people if own & ids]:
            groups[name] = group
    return groups


def people_of(subject) -> set[int]:
    """A pair stands in the class of its mentees."""
    if hasattr(subject, "members"):
        return {member.mentee.person_id for member in subject.members.all()}
    return {getattr(subject, "person_id", subject.pk)}


def first_sheet(kind: Kind, program, listed: SheetList, ticked: Iterable[int]) -> Page | None:
    """What the first of the ticked sheets looks like, or the first of all."""
    if listed.rows is None:
        return sheet(kind, program)
    wanted = set(ticked)
    row = next((row for row in listed.rows if row.pk in wanted), None)
    row = row or next(iter(listed.rows), None)
    if row is None:
        return None
    return sheet(kind, program, row.subject)
