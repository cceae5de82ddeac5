from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from documents.domain.blocks import Page, Para
from documents.rendering.sheets import Names
from documents.rendering.xlsx import to_xlsx
from tests.documents.papers import MENTOR_TITLES, mentor_row, one_table, order, register, report


def workbook(page):
    return load_workbook(BytesIO(to_xlsx(page)))


def test_xlsx_formula_from_a_form_stays_text():
    sheet = workbook(one_table(("=HYPERLINK(1)", "+1", "-1", "@a"), columns=4)).active

    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("=HYPERLINK(1)", "s"),
        ("+1", "s"),
        ("-1", "s"),
        ("@a", "s"),
    ]


def test_xlsx_keeps_numbers_and_dates_as_such():
    row = (7, 12.5, Decimal("0.1"), date(2026, 9, 1), None, 10**20, date(1899, 1, 1), "07")
    sheet = workbook(one_table(row, columns=8)).active

    assert [cell.value for cell in sheet[2]] == [
        7,
        12.5,
        0.1,
        datetime(2026, 9, 1),  # noqa: DTZ001 - a workbook knows no time zones
        None,
        str(10**20),
        "01.01.1899",
        "07",
    ]


def test_xlsx_date_does_not_make_dates_of_the_numbers_below():
    page = one_table((date(2026, 9, 1), ""), (5, ""), (date(2026, 9, 2), ""))
    sheet = workbook(page).active

    assert [cell.number_format for cell in sheet["A"][1:]] == [
        "DD.MM.YYYY",
        "General",
        "DD.MM.YYYY",
    ]


def test_xlsx_gives_the_order_its_text_and_each_table_a_sheet():
    book = workbook(order())

    assert book.sheetnames == ["Приказ", "Лист ознакомления", "Приложение 1"]
    assert [sheet.freeze_panes for sheet in book] == [None, "A3", "A7"]
    assert [sheet.print_title_rows for sheet in book] == [None, "$2:$2", "$6:$6"]
    assert {(s.page_setup.fitToWidth, s.page_setup.fitToHeight) for s in book} == {(1, 0)}


def test_xlsx_register_keeps_the_official_titles_in_their_order():
    sheet = workbook(register()).active
    titles = sheet[int(sheet.freeze_panes[1:]) - 1]

    assert tuple(cell.value for cell in titles) == MENTOR_TITLES


def test_xlsx_register_gives_the_values_back():
    sheet = workbook(register(2)).active
    first = int(sheet.freeze_panes[1:])
    rows = [[cell.value for cell in sheet[number]] for number in (first, first + 1)]

    assert [[v.date() if isinstance(v, datetime) else v for v in row] for row in rows] == [
        list(mentor_row(1)),
        list(mentor_row(2)),
    ]


def test_xlsx_wide_annex_keeps_one_common_title_over_two_columns():
    book = workbook(report())
    sheet = book["Таблица 1. Участники программы"]

    assert [str(area) for area in sheet.merged_cells.ranges if area.min_row > 1] != []
    assert [cell.value for cell in sheet[2]] == ["Показатель", "Учебный год", None, "Доля, %"]
    assert [cell.value for cell in sheet[3]] == [None, "план", "факт", None]


def test_xlsx_sheet_names_are_short_clean_and_different():
    names = Names()
    taken = [names.take(wish) for wish in ("А/Б: [в]?*", "а б в", "Ж" * 40, "Ж" * 50, "''", "")]

    assert taken == ["А Б в", "а б в (2)", "Ж" * 31, "Ж" * 27 + " (2)", "Лист", "Лист (2)"]


def test_xlsx_long_paragraph_goes_on_in_the_next_row():
    text = "слово " * 1000
    sheet = workbook(Page("Отчёт", (Para(text),))).active

    assert " ".join(row[0] for row in sheet.values) == text.strip()
    assert max(dimension.height for dimension in sheet.row_dimensions.values()) < 409


def test_landscape_register_without_annex_is_landscape_in_xlsx():
    sheet = workbook(replace(register(), title="База")).active

    assert (sheet.title, sheet.page_setup.orientation) == ("База", "landscape")
