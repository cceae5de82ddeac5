"""The two official tables with the values of the portal: what was imported comes back the same."""

from collections.abc import Iterable
from typing import Any

from mentoring_portal.shared.spreadsheets import Table, write_table
from participants.domain.base_forms import OFFICIAL_COLUMNS
from participants.enums import BaseKind
from participants.models import Mentee, Mentor

WIDTHS = {
    BaseKind.MENTEES: (6, 30, 12, 32, 14, 28, 20, 24, 14, 28, 26, 18),
    BaseKind.MENTORS: (6, 30, 26, 30, 28, 24, 14, 22, 14, 28, 20, 24, 14, 28, 26),
}


def mentees_xlsx(mentees: Iterable[Mentee], caption: str) -> bytes:
    rows = (mentee_row(number, mentee) for number, mentee in enumerate(mentees, start=1))
    return workbook(BaseKind.MENTEES, rows, caption)


def mentors_xlsx(mentors: Iterable[Mentor], caption: str) -> bytes:
    rows = (mentor_row(number, mentor) for number, mentor in enumerate(mentors, start=1))
    return workbook(BaseKind.MENTORS, rows, caption)


def workbook(kind: BaseKind, rows: Iterable[list[Any]], caption: str) -> bytes:
    titles = [title for _code, title in OFFICIAL_COLUMNS[kind]]
    table = Table(titles, rows, caption=caption, sheet="База", widths=WIDTHS[kind])
    return write_table(table)


def mentee_row(number: int, mentee: Mentee) -> list[Any]:
    return [
        number,
        mentee.person.full_name,
        mentee.person.birth_year,
        mentee.request,
        mentee.entry_date,
        mentee.partner_names,
        mentee.get_form_display(),
        mentee.partner_workplace,
        mentee.end_date,
        mentee.results,
        mentee.case_link,
        mentee.get_completion_mark_display(),
    ]


def mentor_row(number: int, mentor: Mentor) -> list[Any]:
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
        mentor.partner_names,
        ", ".join(mentor.form_labels),
        mentor.partner_workplace,
        mentor.end_date,
        mentor.results,
        mentor.case_link,
    ]
