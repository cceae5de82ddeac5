"""The five files of invented people that every version of the import must understand."""

import json
from datetime import date
from pathlib import Path

import pytest

from mentoring_portal.shared.spreadsheets import read_tables
from participants.domain.import_columns import recognize, workbook_kind
from participants.domain.import_rows import parse_recognized, people_count, skipped_lines

FOLDER = Path(__file__).parent / "data" / "bases"
OTHER_FORMATS = Path(__file__).parents[1] / "data" / "tables"
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))
TODAY = date(2026, 11, 21)


def read(path):
    sheets = read_tables(path.read_bytes(), path.name)
    tables = recognize(sheets)
    return sheets, tables, [parse_recognized(sheets, table, TODAY) for table in tables]


def found_in(path):
    _sheets, tables, verdicts = read(path)
    rows = [verdict for table in verdicts for verdict in table]
    by_kind = {table.kind: len(found) for table, found in zip(tables, verdicts, strict=True)}
    return by_kind | {
        "kind": workbook_kind(tables),
        "rows": len(rows),
        "valid": sum(verdict.valid for verdict in rows),
        "invalid": sum(not verdict.valid for verdict in rows),
        "people": sum(people_count(found) for found in verdicts),
    }


@pytest.mark.parametrize("filename", sorted(EXPECTED))
def test_each_base_gives_the_expected_numbers(filename):
    expected = {key: value for key, value in EXPECTED[filename].items() if key != "note"}

    found = found_in(FOLDER / filename)

    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_old_and_open_formats_read_like_xlsx(suffix):
    *_rest, [original] = read(FOLDER / "mentees_messy.xlsx")

    *_rest, [converted] = read(OTHER_FORMATS / f"mentees_messy.{suffix}")

    assert converted == original


def test_each_mistake_names_the_row_and_the_column_of_the_file():
    *_rest, [verdicts] = read(FOLDER / "mentees_messy.xlsx")

    errors = [error for verdict in verdicts for error in verdict.errors]

    assert [(error.row, error.column, error.message) for error in errors] == [
        (11, "ФИО наставляемого", "Не указано имя. Впишите фамилию, имя и отчество."),
        (12, "Год рождения наставляемого", "Проверьте год рождения 1812: возраст выходит 214."),
        (
            13,
            "Дата вхождения в программу",
            "Даты «32.13.2026» не бывает. Запишите дату так: 01.09.2026.",
        ),
    ]


def test_footer_is_not_a_person():
    sheets, [table], _verdicts = read(FOLDER / "mentees_messy.xlsx")

    assert skipped_lines(sheets, table) == [(26, "Всего: 21")]


def test_repeated_person_is_recognized_inside_the_file():
    *_rest, [verdicts] = read(FOLDER / "mentees_messy.xlsx")

    assert [(row.row, row.same_as) for row in verdicts if row.same_as] == [(24, 14)]
