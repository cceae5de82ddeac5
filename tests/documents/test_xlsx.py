from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Column,
    Heading,
    Page,
    PageBreak,
    Para,
    Table,
)
from documents.domain.form_blocks import Banner
from documents.rendering.sheet_names import Names
from documents.rendering.xlsx import to_xlsx
from participants.rendering.qr import qr_png
from tests.documents.papers import (
    MENTOR_TITLES,
    contract,
    mentor_row,
    one_table,
    order,
    register,
    report,
)


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

    assert book.sheetnames == [
        "Приказ",
        "Лист ознакомления",
        "Прил. 1. Наставнические пары",
    ]
    assert [sheet.freeze_panes for sheet in book] == [None, "A3", "A7"]
    assert [sheet.print_title_rows for sheet in book] == [None, "$2:$2", "$6:$6"]
    assert {(s.page_setup.fitToWidth, s.page_setup.fitToHeight) for s in book} == {(1, 0)}


def test_xlsx_numbers_its_sheets_at_the_top_but_not_the_first():
    book = workbook(order())

    assert [sheet.HeaderFooter.differentFirst for sheet in book] == [True, False, False]
    assert {sheet.oddHeader.center.text for sheet in book} == {"&P"}
    assert {sheet.firstHeader.center.text for sheet in book} == {None}


def test_xlsx_prints_on_a4_with_the_margins_of_the_standard():
    sheets = list(workbook(report()))
    margins = {
        tuple(round(25.4 * side) for side in (m.left, m.right, m.top, m.bottom))
        for m in (sheet.page_margins for sheet in sheets)
    }

    assert margins == {(30, 10, 20, 20)}
    assert {sheet.page_setup.paperSize for sheet in sheets} == {9}
    assert [sheet.page_setup.orientation for sheet in sheets] == [*["portrait"] * 2, "landscape"]


def test_xlsx_carries_the_code_as_a_picture_on_its_first_sheet():
    book = workbook(contract())

    assert [len(sheet._images) for sheet in book] == [1]
    assert qr_png("https://portal.example.ru/documents/7/") == book.active._images[0]._data()


def test_xlsx_measures_its_columns_by_the_font_of_its_texts():
    book = workbook(order())

    assert book._named_styles["Normal"].font.name == book.active["A1"].font.name


def test_xlsx_begins_a_new_sheet_of_paper_where_the_page_does():
    page = Page("Анкеты", (Para("Первая."), PageBreak(), Para("Вторая."), Para("Далее.")))
    sheet = workbook(page).active

    assert [cell.value for cell in sheet["A"]] == ["Первая.", "Вторая.", "Далее."]
    assert [point.id for point in sheet.row_breaks.brk] == [1]


def test_xlsx_gives_large_letters_the_height_they_need():
    sheet = workbook(Page("Грамота", (Banner("Почётная грамота", "huge"),))).active

    assert sheet.row_dimensions[1].height == pytest.approx(15.75 * 3.2, abs=1)


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


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Положение о наставничестве в МБОУ", "Положение о наставничестве"),
        ("План мероприятий (дорожная карта)", "План мероприятий"),
        ("План менторства МБОУ «Гимназия № 5»", "План менторства МБОУ"),
        ("Состав наставнических пар (групп)", "Состав наставнических пар"),
        ("Отчёт за год и план на следующий", "Отчёт за год и план"),
    ],
)
def test_xlsx_sheet_name_is_cut_after_a_whole_word(wish, name):
    assert Names().take(wish) == name


def test_xlsx_table_is_named_after_what_stands_above_it():
    table = Table((Column("№ п/п"), Column("Показатель")), ((1, "а"),))
    annex = Annex(("Приложение № 2",), "Состав")
    page = Page("Отчёт", (Heading("1.2. Охват", 2), table, table, table, annex, table))

    assert workbook(page).sheetnames == [
        "Отчёт",
        "Охват",
        "Показатель",
        "Показатель (2)",
        "Прил. 2. Состав",
        "Состав",
    ]


def test_xlsx_annex_of_those_present_is_one_sheet_with_its_table():
    people = Acquaintance((("Панин Глеб Олегович", "учитель"),), "Ознакомлены:")
    book = workbook(Page("Протокол", (Para("Текст."), Annex(("Приложение",), "Список"), people)))

    assert book.sheetnames == ["Протокол", "Список"]
    assert "Панин Глеб Олегович" in [cell.value for row in book["Список"] for cell in row]


def test_xlsx_long_paragraph_goes_on_in_the_next_row():
    text = "слово " * 1000
    sheet = workbook(Page("Отчёт", (Para(text),))).active

    assert " ".join(row[0] for row in sheet.values) == text.strip()
    assert max(dimension.height for dimension in sheet.row_dimensions.values()) < 409


def test_landscape_register_without_annex_is_landscape_in_xlsx():
    sheet = workbook(replace(register(), title="База")).active

    assert (sheet.title, sheet.page_setup.orientation) == ("База", "landscape")
