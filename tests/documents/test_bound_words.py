import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.domain.blocks import Acquaintance, Clause, Column, Page, Table
from documents.domain.bound_words import bound, fitted, plain
from documents.domain.form_blocks import QrCode
from documents.domain.printable import printable, searchable


@pytest.mark.parametrize(
    "glued",
    [
        "МБОУ «Гимназия №~5», г.~Чита, ул.~Садовая, д.~7",
        "в соответствии со ст.~351.8 и п.~3 части~2 статьи~48",
        "по плану (приложению~1~– далее план)",
        "от 12~ноября 2026~г. №~41-од",
        "«____» ______________ 20___~г.",
        "Директор Л.~П.~Ветрова поручила Панину~Г.~О., Лисицыной~А.",
        "7~«А» класс, 87,5~%, 3~года, 20~мин, 5~тыс. и~др., и т.~д.",
        "им.~Гоголя, с.~Ивановка, п.~Садовый",
    ],
)
def test_words_that_belong_together_get_a_hard_space_between(glued):
    assert bound(glued.replace("~", " ")) == glued.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "free",
    [
        "2026\u00a0г. Директор",
        "Сосновской\u00a0А.\u00a0И. Поручить",
        "2026–2027 учебный год",
        "– список без номеров",
        "5 частей, 3 годовых плана",
        "первая часть и пункт плана",
    ],
)
def test_other_spaces_stay_places_to_break_a_line(free):
    assert bound(free) == free


@given(st.text(alphabet="Аа.№ 5–\n\u00a0"))
def test_binding_changes_nothing_but_spaces_and_is_done_once(text):
    once = bound(text)

    assert plain(once) == plain(text)
    assert bound(once) == once


def test_group_wider_than_its_column_breaks_at_its_spaces():
    name = "учёт: И.\u00a0О.\u00a0Константинопольский"

    assert fitted(name, 20) == name
    assert fitted(name, 6) == plain(name)


def test_row_of_marks_to_circle_keeps_its_wide_spaces():
    marks = "1\u00a0\u00a0\u00a02\u00a0\u00a0\u00a03"

    assert fitted(marks, 1) == marks


TABLE = Table(
    (Column("№ п/п", 10), Column("Кто", 40), Column("Где", 3)), ((1, "И. Ли", "г. Чита"),)
)


def test_paper_is_bound_but_for_the_titles_of_columns_and_narrow_cells():
    page = Page("Приказ № 5", (Clause("1", "Приказ № 5"), TABLE, QrCode("a № 5", "№ 5")))
    clause, table, code = printable(page).blocks

    assert clause.text == "Приказ №\u00a05"
    assert (table.columns, table.rows) == (TABLE.columns, ((1, "И.\u00a0Ли", "г. Чита"),))
    assert (code.address, code.caption) == ("a № 5", "№\u00a05")
    assert printable(page).title == "Приказ № 5"


def test_people_of_an_acquaintance_sheet_are_bound():
    (sheet,) = printable(Page("", (Acquaintance((("И. Ли", "завхоз № 2"),)),))).blocks

    assert sheet.rows == (("И.\u00a0Ли", "завхоз №\u00a02"),)


def test_workbook_binds_its_texts_and_frees_the_cells_of_its_tables():
    rows = (("Ли\u00a0И.", "г. Чита", ""),)
    page = Page("", (Clause("1", "№ 5"), Table(TABLE.columns, rows, "Список № 1")))
    clause, table = searchable(page).blocks

    assert (clause.text, table.caption) == ("№\u00a05", "Список №\u00a01")
    assert table.rows == (("Ли И.", "г. Чита", ""),)
