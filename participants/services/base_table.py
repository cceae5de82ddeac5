"""The two official tables with the values of the portal: what was imported comes back the same."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from mentoring_portal.shared.spreadsheets import Table, write_table
from participants.domain.base_forms import OFFICIAL_COLUMNS
from participants.enums import BaseKind
from participants.models import Mentee, Mentor

WIDTHS = {
    BaseKind.MENTEES: (6, 30, 12, 32, 14, 28, 20, 24, 14, 28, 26, 18),
    BaseKind.MENTORS: (6, 30, 26, 30, 28, 24, 14, 22, 14, 28, 20, 24, 14, 28, 26),
}


# Pairs live above this app and are known here by their names only: those that work by an order.
WORKING = ("active", "paused")


def mentees_xlsx(mentees: QuerySet[Mentee], caption: str) -> bytes:
    return workbook(BaseKind.MENTEES, mentee_rows(mentees), caption)


def mentors_xlsx(mentors: QuerySet[Mentor], caption: str) -> bytes:
    return workbook(BaseKind.MENTORS, mentor_rows(mentors), caption)


def mentee_rows(mentees: QuerySet[Mentee]) -> Iterator[list[Any]]:
    """The 12 columns, numbered in the order of ``mentees``."""
    paired = mentees.prefetch_related("pair_members__pair__mentor__person")
    return (mentee_row(number, mentee) for number, mentee in enumerate(paired, start=1))


def mentor_rows(mentors: QuerySet[Mentor]) -> Iterator[list[Any]]:
    """The 15 columns, numbered in the order of ``mentors``."""
    paired = mentors.prefetch_related("pairs__members__mentee__person")
    return (mentor_row(number, mentor) for number, mentor in enumerate(paired, start=1))


def workbook(kind: BaseKind, rows: Iterable[list[Any]], caption: str) -> bytes:
    titles = [title for _code, title in OFFICIAL_COLUMNS[kind]]
    widths = WIDTHS[kind]
    sheet = Table(titles, rows, caption, sheet="База", widths=widths, printed=len(titles))
    return write_table(sheet)


def partners_of(row: Mentee | Mentor, working: Iterable[Mentee | Mentor]) -> tuple[str, str]:
    """Names and workplaces of the other side: of working pairs, or as the table had them."""
    others = list(working)
    if not others:
        return row.partner_names, row.partner_workplace
    names = dict.fromkeys(other.person.full_name for other in others)
    places = dict.fromkeys(other.workplace or other.position for other in others)
    return "; ".join(names), "; ".join(filter(None, places))


def mentors_of(mentee: Mentee) -> list[Mentor]:
    pairs = (member.pair for member in mentee.pair_members.all() if member.is_open)
    return [pair.mentor for pair in pairs if pair.status in WORKING]


def mentees_of(mentor: Mentor) -> list[Mentee]:
    pairs = (pair for pair in mentor.pairs.all() if pair.status in WORKING)
    return [member.mentee for pair in pairs for member in pair.members.all() if member.is_open]


def mentee_row(number: int, mentee: Mentee) -> list[Any]:
    names, workplaces = partners_of(mentee, mentors_of(mentee))
    return [
        number,
        mentee.person.full_name,
        mentee.person.birth_year,
        mentee.request,
        mentee.entry_date,
        names,
        mentee.get_form_display(),
        workplaces,
        mentee.end_date,
        mentee.results,
        mentee.case_link,
        mentee.get_completion_mark_display(),
    ]


def mentor_row(number: int, mentor: Mentor) -> list[Any]:
    names, workplaces = partners_of(mentor, mentees_of(mentor))
    return [
        number,
        mentor.person.full_name,
        mentor.workplace,
        mentor.competences,
        mentor.achievements,
        mentor.interests,
        mentor.preferred_age,
        mentor.time_resource,
        mentor.entry_date,
        names,
        ", ".join(mentor.form_labels),
        workplaces,
        mentor.end_date,
        mentor.results,
        mentor.case_link,
    ]
