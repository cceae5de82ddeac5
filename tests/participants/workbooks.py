"""Small base files made in memory."""

from datetime import date

from mentoring_portal.shared.spreadsheets import Table, write_table
from participants.domain.base_forms import OFFICIAL_COLUMNS

ENTERED = date(2026, 9, 7)


def mentee_row(name="Лосева Анна Петровна", year=2012, **values):
    known = {
        "num": 1,
        "mentee_name": name,
        "mentee_birth_year": year,
        "main_request": "подготовка к олимпиаде",
        "entry_date": ENTERED,
        "form": "ученик – ученик",
    } | values
    return [known.get(code, "") for code, _title in OFFICIAL_COLUMNS["mentees"]]


def mentor_row(name="Орлов Пётр Ильич", **values):
    known = {
        "num": 1,
        "mentor_name": name,
        "workplace": "МБОУ «Школа № 7»",
        "competences": "математика",
        "preferred_age": "12–16",
        "time_resource": "2 часа в неделю",
        "entry_date": ENTERED,
        "form": "учитель – учитель",
    } | values
    return [known.get(code, "") for code, _title in OFFICIAL_COLUMNS["mentors"]]


def table(kind, rows):
    titles = [title for _code, title in OFFICIAL_COLUMNS[kind]]
    return Table(titles, rows, sheet="База " + kind)


def workbook(*tables):
    return write_table(*tables)


def mentees(*rows):
    return workbook(table("mentees", rows))


def mentors(*rows):
    return workbook(table("mentors", rows))
