from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.base_forms import EXTRA_COLUMNS, OFFICIAL_COLUMNS
from participants.domain.import_captions import OWN_CODES, PARTNER_CODES, caption_key
from participants.domain.import_columns import (
    likely_header,
    recognize,
    with_kind,
    with_mapping,
    workbook_kind,
)

MENTEES, MENTORS = (
    [title for _code, title in OFFICIAL_COLUMNS[kind]] for kind in ("mentees", "mentors")
)


class Sheet(NamedTuple):
    name: str
    rows: list


def one_table(*rows, **options):
    [table] = recognize([Sheet("Лист1", list(rows))], **options)
    return table


def codes(*captions, **options):
    table = one_table(captions, **options)
    return table.kind, [table.mapping.get(index) for index in range(len(captions))]


@pytest.mark.parametrize("kind", ["mentees", "mentors"])
def test_official_captions_are_known_in_any_order(kind):
    columns = OFFICIAL_COLUMNS[kind]

    assert codes(*(title for _code, title in columns)) == (kind, [code for code, _ in columns])
    table = one_table([title for _code, title in reversed(columns)])
    assert list(table.mapping.values()) == [code for code, _title in reversed(columns)]


@pytest.mark.parametrize("kind", ["mentees", "mentors"])
def test_captions_are_known_in_other_spellings(kind):
    titles = [title for _code, title in OFFICIAL_COLUMNS[kind]]
    odd = [title.upper().replace("О", "O").replace(" ", "  \n") + "." for title in titles]

    assert codes(*odd)[1] == [code for code, _title in OFFICIAL_COLUMNS[kind]]


@pytest.mark.parametrize(
    ("captions", "kind", "expected"),
    [
        (
            ("№", "Ф.И.О.", "Класс", "Дата рождения", "Запрос", "Наставник"),
            "mentees",
            ["num", "mentee_name", "group", "birth_date", "main_request", "mentor_name"],
        ),
        (
            ("Фамилия", "Имя", "Отчество", "Г.р.", "Телефон", "Пол", "Школа", "Проблема"),
            "mentees",
            ["last_name", "first_name", "patronymic", "mentee_birth_year", "phone", "sex"]
            + ["workplace", "main_request"],
        ),
        (
            ("ФИО ученика", "Возраст", "E-mail"),
            "mentees",
            ["mentee_name", "age", "email"],
        ),
        (
            ("ФИО педагога", "Должность", "Молодой специалист", "Компетенции"),
            "mentors",
            ["mentor_name", "post", "mentee_names", "competences"],
        ),
        (
            ("ФИО наставника", "Класс", "ФИО ученика", "Количество наставляемых", "Хештеги"),
            "mentors",
            ["mentor_name", "group", "mentee_names", "capacity", "tags"],
        ),
    ],
)
def test_kind_and_columns_follow_from_the_captions(captions, kind, expected):
    assert codes(*captions) == (kind, expected)


def test_title_above_is_not_believed():
    table = one_table(["Форма 2. База наставников"], MENTEES, [1, "Сова Лев"])

    assert (table.kind, table.header_row, table.last_row) == ("mentees", 2, 3)


def test_unknown_columns_are_listed():
    table = one_table(["ФИО наставляемого", "Кружок", "Запрос"])

    assert table.unknown == ((1, "Кружок"),)


@pytest.mark.parametrize(
    "caption",
    [
        *("Телефон мамы", "Телефон родителя", "Тел. законного представителя", "Моб. отца"),
        *("e-mail мамы", "Почта родителей", "Контактные данные для связи (данные представителя)"),
        *("Телефон матери ученика", "Место работы папы", "Дата рождения опекуна"),
    ],
)
def test_what_is_a_parents_does_not_become_the_childs(caption):
    table = one_table(["ФИО наставляемого", caption, "Запрос"])

    assert (table.mapping, table.unknown) == (
        {0: "mentee_name", 2: "main_request"},
        ((1, caption),),
    )


def test_the_childs_own_telephone_is_taken_also_after_the_mothers():
    kind, mapping = codes("ФИО", "Телефон мамы", "Телефон", "E-mail", "Запрос", "ФИО мамы")

    assert (kind, mapping) == (
        "mentees",
        ["mentee_name", None, "phone", "email", "main_request", None],
    )


def test_a_caption_over_two_columns_gives_them_to_the_parent():
    table = one_table(
        ["ФИО наставляемого", "Запрос", "Мама", ""],
        ["", "", "ФИО", "Телефон"],
        ["Сова Лев", "физика", "Сова Анна", "+7 900 000-00-00"],
    )

    assert table.mapping == {0: "mentee_name", 1: "main_request"}


def test_a_parents_name_before_the_childs_does_not_decide_the_kind():
    assert codes("ФИО родителя", "ФИО наставника", "Компетенции") == (
        "mentors",
        [None, "mentor_name", "competences"],
    )


def test_two_rows_of_captions_are_joined():
    table = one_table(
        ["№", "Наставляемый", "", "", "Наставник", "", "Форма"],
        ["", "ФИО", "Год рождения", "Запрос", "ФИО", "Место работы", ""],
        [1, "Сова Лев", 2012],
    )

    assert (table.kind, table.header_row) == ("mentees", 2)
    assert list(table.mapping.values()) == [
        *("num", "mentee_name", "mentee_birth_year", "main_request"),
        *("mentor_name", "mentor_workplace", "form"),
    ]


def test_two_tables_one_under_the_other():
    people = [[1, "Сова Лев"], MENTEES, [2, "Лось Ян"], []]
    rows = [MENTEES, *people, ["Наставники"], MENTORS, [1]]

    upper, lower = recognize([Sheet("Лист1", rows)])

    assert (upper.kind, upper.header_row, upper.last_row) == ("mentees", 1, 6)
    assert (lower.kind, lower.header_row, lower.last_row) == ("mentors", 7, 8)
    assert workbook_kind([upper, lower]) == "both"


def test_sheets_without_a_base_are_passed_over():
    sheets = [Sheet("Расписание", [["Урок", "Кабинет"], [1, 2]]), Sheet("База", [MENTORS])]

    [table] = recognize(sheets)

    assert (table.sheet, table.sheet_name, table.kind) == (1, "База", "mentors")


def test_kind_is_asked_for_when_the_columns_do_not_tell():
    table = one_table(["ФИО", "Телефон"])

    assert (table.kind, table.mapping) == ("", {})
    assert with_kind(table, "mentors").mapping == {0: "mentor_name", 1: "phone"}
    assert one_table(["ФИО", "Телефон"], kind="mentees").mapping[0] == "mentee_name"


def test_remembered_captions_are_understood_again():
    remembered = {caption_key("Кто?"): "mentee_name", caption_key("Чего хочет"): "main_request"}

    assert codes("КТО", "Чего хочет", remembered=remembered) == (
        "mentees",
        ["mentee_name", "main_request"],
    )


def test_columns_are_assigned_and_dropped_by_hand():
    table = one_table(["ФИО наставляемого", "Кружок", "Телефон"])

    changed = with_mapping(table, {1: "interests", 2: ""})

    assert changed.mapping == {0: "mentee_name", 1: "interests"}
    assert changed.unknown == ((2, "Телефон"),)


def test_unknown_table_offers_its_first_full_row_for_mapping():
    sheet = Sheet("Лист1", [["Список"], ["Кто", "Когда"], ["Сова Лев", "вчера"]])

    assert recognize([sheet]) == []
    assert likely_header(sheet).header_row == 2


def test_every_field_offered_for_mapping_can_be_read():
    offered = {code for columns in OFFICIAL_COLUMNS.values() for code, _title in columns}
    offered |= {code for code, _title in EXTRA_COLUMNS}
    known = {
        code
        for codes_of_side in (OWN_CODES, PARTNER_CODES)
        for side in codes_of_side.values()
        for code in side.values()
    }

    assert offered == known


CAPTIONS = st.one_of(
    st.sampled_from([*MENTEES, *MENTORS, "Фамилия", "Имя", "ФИО", "", 5, None]),
    st.text(max_size=20),
)


@given(st.lists(st.lists(CAPTIONS, max_size=8), max_size=12))
def test_any_table_of_texts_is_recognized_or_passed_over(rows):
    for table in recognize([Sheet("Лист1", rows)]):
        assert table.header_row <= table.last_row <= len(rows)
        assert len(set(table.mapping.values())) == len(table.mapping)
    likely_header(Sheet("Лист1", rows))
