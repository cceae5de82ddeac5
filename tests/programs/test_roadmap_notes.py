"""What the import points at and what it refuses in a school's own roadmap."""

import pytest

from mentoring_portal.shared.spreadsheets import SpreadsheetError
from programs.domain.roadmap_body import NO_TITLE, ONLY_NUMBER, SIGNATURE, UNKNOWN_COLUMN
from programs.domain.roadmap_rows import MAX_ITEMS, MAX_SECTIONS, NO_ROWS, NO_TABLE, TOO_MANY
from programs.services.roadmap_files import (
    MAX_TEXT,
    OLD_WORD,
    TOO_MUCH_TEXT,
    UNKNOWN_FILE,
    grids_of,
)
from tests.programs.roadmaps import HEAD, checked, notes, row, section, word, workbook
from tests.word_files import document_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        (
            [row("1", "Сбор", "с 15.09.2026 по 01.09.2026")],
            (
                2,
                "Срок",
                "Срок «с 15.09.2026 по 01.09.2026»: начало периода позже его окончания. "
                "Он записан словами, без дат.",
            ),
        ),
        (
            [row("1", "Сбор", "до 30.08.2022")],
            (
                2,
                "Срок",
                "Срок «до 30.08.2022» выходит за учебный год 2026–2027: 30.08.2022. "
                "Он записан так, как напечатан.",
            ),
        ),
        (
            [row("1", "Сбор базы в 2022 – 2023 уч. г.")],
            (2, "Мероприятие", "Назван 2022–2023 учебный год, а программа – на 2026–2027."),
        ),
        (
            [row("1.1.", "Первое"), row("1.1", "Второе")],
            (3, "№", "Номер «1.1» уже стоит в строке 2."),
        ),
        (
            [row("1", "Первое"), section("Раздел"), row("2", "Второе")],
            (2, "", "Строка стоит до первого раздела: раздела у неё нет."),
        ),
        (
            [section("Первый"), row("1", "Сбор"), section("Пустой")],
            (4, "", "В разделе «Пустой» нет ни одной строки."),
        ),
        ([row("1", "Сбор"), row("2", "")], (3, "№", ONLY_NUMBER)),
        (
            [row("1", "Сбор"), section("Директор ______ И. И. Иванов")],
            (3, "", SIGNATURE.format(text="Директор ______ И. И. Иванов")),
        ),
    ],
)
def test_what_is_odd_is_pointed_out_by_row_and_column(rows, note):
    roadmap = checked(word(*rows))

    assert notes(roadmap.warnings) == [note]
    assert roadmap.errors == []


def test_plain_numbers_may_be_counted_anew_in_every_section():
    data = word(section("Первый"), row("1", "Сбор"), section("Второй"), row("1", "Отбор"))

    assert checked(data).warnings == []


def test_a_column_that_the_portal_does_not_keep_is_pointed_out():
    data = word(("1", "Сбор", "важно"), head=("№", "Мероприятие", "Примечание"))

    assert notes(checked(data).warnings) == [(2, "Примечание", UNKNOWN_COLUMN)]


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([row("1", "", "май")], (2, "Мероприятие", NO_TITLE)),
        ([row("1" * 21, "Сбор")], (2, "№", "Текст длиннее 20 знаков. Сократите его.")),
        ([row("1", "Сбор", "м" * 301)], (2, "Срок", "Текст длиннее 300 знаков. Сократите его.")),
        ([section("р" * 501)], (2, "", "Текст длиннее 500 знаков. Сократите его.")),
        ([], (0, "", NO_ROWS)),
    ],
)
def test_what_cannot_be_kept_is_an_error(rows, note):
    assert notes(checked(word(*rows)).errors) == [note]


def test_a_file_without_a_roadmap_is_an_error():
    data = document_with([("Урок", "Кабинет"), ("Физика", "12")])

    assert notes(checked(data).errors) == [(0, "", NO_TABLE)]


@pytest.mark.parametrize(
    ("filename", "sentence"),
    [("план.doc", OLD_WORD), ("план.pdf", UNKNOWN_FILE), ("план", UNKNOWN_FILE)],
)
def test_other_kinds_of_files_are_refused(filename, sentence):
    with pytest.raises(SpreadsheetError) as refused:
        grids_of(b"x", filename)

    assert str(refused.value) == sentence


def test_a_file_with_a_book_in_its_cells_is_refused():
    with pytest.raises(SpreadsheetError) as refused:
        grids_of(word(row("1", "а" * MAX_TEXT)), "план.docx")

    assert str(refused.value) == TOO_MUCH_TEXT


@pytest.mark.parametrize(
    "rows",
    [
        [row(str(n)) for n in range(MAX_ITEMS + 1)],
        [("Раздел",)] * (MAX_SECTIONS + 1) + [row("1")],
    ],
)
def test_a_roadmap_of_endless_rows_is_one_error(rows):
    roadmap = checked(workbook(HEAD, *rows), "план.xlsx")

    assert (notes(roadmap.errors), roadmap.warnings) == ([(0, "", TOO_MANY)], [])
