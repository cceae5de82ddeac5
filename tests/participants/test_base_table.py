"""The official tables, both ways: what was imported comes back, what the portal knows goes out."""

from pathlib import Path

import pytest

from mentoring_portal.shared.spreadsheets import read_tables
from participants.models import Mentee, Mentor
from participants.services.base_table import mentees_xlsx, mentors_xlsx
from participants.services.import_batch import apply, check, examine
from tests.assertions import assert_flat
from tests.builders import make_mentee, make_mentor, make_pair, make_program

pytestmark = pytest.mark.django_db

BASES = [path for path in sorted(Path(__file__).with_name("data").glob("bases/*")) if path.suffix]
TABLES = {Mentee: mentees_xlsx, Mentor: mentors_xlsx}


def exported(program):
    """Table and its rows for every base that holds somebody."""
    for model, make in TABLES.items():
        rows = model.objects.of_program(program).select_related("person").order_by("pk")
        if rows:
            yield make(rows, "База")


def cells(data):
    rows = read_tables(data, "a.xlsx")[0].rows
    return [[*row, *[""] * (len(rows[1]) - len(row))] for row in rows]


@pytest.mark.parametrize(
    "path", [path for path in BASES if path.suffix != ".json"], ids=lambda path: path.name
)
def test_each_base_comes_back_the_same(path):
    program, twin = make_program(), make_program()
    batch = check(program=program, data=path.read_bytes(), filename=path.name, by=None)
    apply(batch=batch, skip_invalid=True, by=None)
    tables = list(exported(program))

    for data in tables:
        apply(batch=check(program=twin, data=data, filename="a.xlsx", by=None), by=None)
        again = examine(program=program, data=data, filename="a.xlsx").summary
        assert (again["unchanged"], again["invalid"]) == (again["rows"], 0)
    assert [cells(data) for data in exported(twin)] == [cells(data) for data in tables]
    assert sum(len(cells(data)) - 2 for data in tables) == batch.summary["people"]


def test_working_pairs_of_the_portal_stand_in_the_tables():
    program = make_program()
    mentor = make_mentor(program, "Орлов Пётр Ильич", workplace="ООО «Луч»")
    pupils = [
        make_mentee(program, "Лосева Анна Петровна", position="7 «А»"),
        make_mentee(program, "Зимин Олег Ильич", partner_names="Прежний Иван"),
    ]
    waiting = make_mentee(program, "Котова Яна", partner_names="Орлов П. И.")
    make_pair(program, mentor=mentor, mentees=pupils)
    make_pair(program, mentor=mentor, mentees=[waiting], status="accepted")

    mentees, mentors = exported(program)

    assert [(row[5], row[7]) for row in cells(mentees)[2:]] == [
        ("Орлов Пётр Ильич", "ООО «Луч»"),
        ("Орлов Пётр Ильич", "ООО «Луч»"),
        ("Орлов П. И.", ""),
    ]
    assert [(row[9], row[11]) for row in cells(mentors)[2:]] == [
        ("Лосева Анна Петровна; Зимин Олег Ильич", "7 «А»")
    ]


def test_the_tables_cost_the_same_queries_for_any_number_of_pairs():
    program = make_program()
    make_pair(program)

    def more():
        for _each in range(10):
            make_pair(program)

    assert_flat(lambda: list(exported(program)), more)
