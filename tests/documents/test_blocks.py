import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.domain.blocks import (
    Annex,
    Clause,
    Column,
    DateNumber,
    Page,
    Para,
    Table,
    cell_text,
)
from documents.domain.column_widths import WHOLE, density, widths
from documents.domain.page_json import PageFormatError, from_json, to_json
from documents.domain.printable import printable_text
from documents.domain.sections import sections
from documents.domain.table_layout import HeadCell, body_rows, head_rows
from tests.documents.papers import LONG_SURNAME, contract, order, register, report

CELLS = st.none() | st.text() | st.integers() | st.dates() | st.decimals(allow_nan=False)


@pytest.mark.parametrize("page", [order(), register(), report(), contract()])
def test_page_survives_json_unchanged(page):
    stored = json.dumps(to_json(page), ensure_ascii=False)

    assert from_json(json.loads(stored)) == page


@given(st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=4).map(tuple))
def test_cells_of_every_type_survive_json(rows):
    page = Page("Реестр", (Table((Column("А"), Column("Б"), Column("В")), rows),))

    assert from_json(json.loads(json.dumps(to_json(page)))) == page


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"schema": 2, "page": {"kind": "page", "title": "", "blocks": []}},
        {"schema": 1},
        {"schema": 1, "page": {"kind": "para", "text": ""}},
        {"schema": 1, "page": {"kind": "page", "title": "", "blocks": [{"kind": "video"}]}},
        {"schema": 1, "page": {"kind": "page", "title": "", "blocks": [{"kind": "para"}]}},
    ],
)
def test_foreign_or_damaged_json_is_refused(data):
    with pytest.raises(PageFormatError):
        from_json(data)


def test_value_that_json_would_change_is_refused():
    page = Page("Реестр", (Table((Column("А"),), ((datetime(2026, 9, 1, tzinfo=UTC),),)),))

    with pytest.raises(TypeError):
        to_json(page)


def test_cells_read_as_russians_write_them():
    cells = ["текст", 7, 12.5, Decimal("0.10"), date(2026, 9, 1), None]

    assert [cell_text(cell) for cell in cells] == ["текст", "7", "12,5", "0,10", "01.09.2026", ""]


def test_clause_number_gets_its_dot_and_a_dash_does_not():
    labels = [Clause(number, "").label for number in ("1", "2.1", "–", "а)")]

    assert labels == ["1.", "2.1.", "–", "а)"]


def test_unknown_date_and_number_are_blanks_to_fill_in():
    draft = DateNumber()

    assert draft.day_text == "«____» ______________ 20___ г."
    assert draft.number_text == "№\u00a0________"


def test_annex_opens_a_section_of_its_own_orientation():
    annex = Annex(("Приложение",), landscape=True)
    page = Page("Приказ", (Para("а"), annex, Para("б")))

    assert [(s.landscape, s.blocks) for s in sections(page)] == [
        (False, (Para("а"),)),
        (True, (annex, Para("б"))),
    ]


def test_control_characters_are_dropped_and_line_ends_are_kept():
    assert printable_text("а\x00б\x0b\r\nв\rг\tд\ud800\uffff") == "аб\nв\nг\tд"


@given(st.lists(st.integers(0, 100), min_size=1, max_size=40))
def test_widths_fill_the_table_exactly(shares):
    table = Table(tuple(Column("Показатель", share) for share in shares))

    assert sum(widths(table)) == WHOLE


def test_shares_are_kept_in_proportion():
    assert widths(Table((Column("А", 1), Column("Б", 3)))) == (50, 150)


def test_column_too_narrow_for_its_word_takes_from_those_with_room():
    rows = (("учитель обществознания", "а", "б"),)
    table = Table((Column("Кто", 10), Column("Что", 40), Column("Где", 50)), rows)
    who, what, where = widths(table)

    assert (who * 40 / WHOLE >= 7.5, what < where) == (True, True)
    assert widths(Table(table.columns)) == (20, 80, 100)


def test_columns_of_long_words_get_smaller_letters():
    words = (
        "профессиональных",
        "персонализированная",
        "удовлетворённость",
        "общеобразовательная",
        "муниципальный",
    )
    few, many = (Table(tuple(Column("") for _ in row), (row,)) for row in (words[:2], words))

    assert (density(few), density(many)) == ("normal", "dense")


def test_long_word_does_not_take_the_width_of_others():
    rows = ((1, LONG_SURNAME, "учитель математики"),)
    number, name, post = widths(Table((Column("№"), Column("ФИО"), Column("Должность")), rows))

    assert number < post < name < 120


def test_common_title_covers_its_columns_and_others_take_both_rows():
    table = Table((Column("А"), Column("Б", group="Год"), Column("В", group="Год")))

    assert head_rows(table) == (
        (HeadCell("А", rows=2), HeadCell("Год", columns=2)),
        (HeadCell("Б"), HeadCell("В")),
    )


def test_only_a_low_row_is_kept_whole():
    table = Table((Column("Описание"),), (("слово " * 10,), ("слово " * 300,)))

    assert [row.short for row in body_rows(table)] == [True, False]


def test_row_is_padded_to_its_columns():
    (row,) = body_rows(Table((Column("А"), Column("Б")), (("а",),)))

    assert row.cells == ("а", None)


def test_row_longer_than_its_table_is_an_error():
    with pytest.raises(ValueError, match="2 cells in a table of 1"):
        list(body_rows(Table((Column("А"),), (("а", "б"),))))
