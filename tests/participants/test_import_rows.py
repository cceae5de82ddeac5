from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.base_forms import EXTRA_COLUMNS, OFFICIAL_COLUMNS
from participants.domain.import_columns import recognize
from participants.domain.import_rows import (
    MenteeRow,
    MentorRow,
    Note,
    parse_recognized,
    parse_table,
    people_count,
    skipped_lines,
)

TODAY = date(2026, 11, 21)
TITLES = {
    code: title
    for columns in (*OFFICIAL_COLUMNS.values(), EXTRA_COLUMNS)
    for code, title in columns
}
MENTEES = [title for _code, title in OFFICIAL_COLUMNS["mentees"]]
MENTORS = [title for _code, title in OFFICIAL_COLUMNS["mentors"]]


class Sheet(NamedTuple):
    name: str
    rows: list


def verdicts_of(*rows):
    sheets = [Sheet("Лист1", list(rows))]
    [table] = recognize(sheets)
    return parse_recognized(sheets, table, TODAY)


def numbers_of(*rows):
    return [verdict.row for verdict in verdicts_of(*rows)]


def one_row(head, *cells):
    [verdict] = verdicts_of(head, list(cells))
    return verdict


def mentee(name="Сова Лев Ильич", year=2012, request="право", **extra):
    captions = [TITLES[code] for code in extra]
    head = ["ФИО наставляемого", "Год рождения", "Запрос", *captions]
    return one_row(head, name, year, request, *extra.values())


def messages(notes):
    return [(note.column, note.message) for note in notes]


def test_full_row_of_the_official_table_of_mentees():
    cells = [7, "Сова  Лев Ильич", "2012 г.р.", "право", date(2026, 9, 1), "Лось Я. И.; Белая Зоя"]
    cells += ["ученик-ученик", "9 «А»", "31.05.2027", "диплом", "https://example.org", "пройдена"]

    verdict = one_row(MENTEES, *cells)

    assert (verdict.row, verdict.valid, verdict.title) == (2, True, "Сова Лев Ильич")
    assert verdict.parsed == MenteeRow(
        last_name="Сова",
        first_name="Лев",
        patronymic="Ильич",
        birth_year=2012,
        entry_date=date(2026, 9, 1),
        end_date=date(2027, 5, 31),
        forms=("student_student",),
        partner_names="Лось Я. И.; Белая Зоя",
        partners=("Лось Я. И.", "Белая Зоя"),
        partner_workplace="9 «А»",
        results="диплом",
        case_link="https://example.org",
        request="право",
        completion_mark="passed",
        original=verdict.parsed.original,
    )


def test_full_row_of_the_official_table_of_mentors():
    cells = [1, "Сова Лев Ильич", "МБОУ «Школа № 7»", "право", "грамота", "кино", "13–17"]
    cells += ["2 часа в неделю", "01.09.2026", "", "студент – ученик", "", "", "", ""]

    verdict = one_row(MENTORS, *cells)

    assert verdict.parsed == MentorRow(
        last_name="Сова",
        first_name="Лев",
        patronymic="Ильич",
        workplace="МБОУ «Школа № 7»",
        entry_date=date(2026, 9, 1),
        forms=("studentspo_student",),
        interests="кино",
        competences="право",
        achievements="грамота",
        preferred_age="13–17",
        age_from=13,
        age_to=17,
        time_resource="2 часа в неделю",
        hours_month=8,
        original=verdict.parsed.original,
    )


def test_words_of_the_official_columns_are_kept_as_they_stood():
    cells = [
        7,
        " Сова  Лев ",
        "2012 г.р.",
        "право",
        date(2026, 9, 1),
        "Лось Я.",
        "Ученик-ученик",
    ]

    original = one_row(MENTEES, *cells).parsed.original

    assert list(original.values()) == [
        *("7", " Сова  Лев ", "2012 г.р.", "право", "01.09.2026", "Лось Я.", "Ученик-ученик"),
        *("", "", "", "", ""),
    ]


def test_name_from_three_columns_is_kept_as_the_official_one():
    parsed = one_row(["Фамилия", "Имя", "Отчество", "Запрос"], "СОВА", "Лев", "Ильич", "а").parsed

    assert parsed.name == ("Сова", "Лев", "Ильич")
    assert parsed.original["mentee_name"] == "СОВА Лев Ильич"


def test_name_and_patronymic_may_share_a_column():
    parsed = one_row(["Фамилия", "Имя и отчество", "Запрос"], "Сова", "Лев Ильич", "а").parsed

    assert parsed.name == ("Сова", "Лев", "Ильич")


@pytest.mark.parametrize(
    ("code", "cell", "field", "value"),
    [
        ("sex", "муж.", "sex", "m"),
        ("sex", "Ж", "sex", "f"),
        ("group", "9 «А»", "position", "9 «А»"),
        ("post", "учитель", "position", "учитель"),
        ("phone", 79000000000, "phone", "79000000000"),
        ("email", "sova@example.org", "email", "sova@example.org"),
        ("tags", "#математика #3D-печать", "tags", ("математика", "3D-печать")),
        ("tags", "кино, право; кино", "tags", ("кино", "право")),
        ("completion_mark", "не прошёл", "completion_mark", "not_passed"),
        ("completion_mark", "в процессе", "completion_mark", "in_progress"),
        ("completion_mark", "+", "completion_mark", "passed"),
    ],
)
def test_extra_columns(code, cell, field, value):
    verdict = mentee(**{code: cell})

    assert (getattr(verdict.parsed, field), verdict.warnings) == (value, ())


@pytest.mark.parametrize(
    ("extra", "column", "message"),
    [
        ({"sex": "?!"}, "Пол", "Пол «?!» не разобран. Запишите «м» или «ж»."),
        (
            {"email": "sova"},
            "Электронная почта",
            "Адрес почты «sova» не похож на настоящий и не записан.",
        ),
        (
            {"completion_mark": "xxx"},
            "Отметка о прохождении программы",
            "Отметка «xxx» не разобрана и не учтена.",
        ),
        (
            {"year": 1990, "form": "ученик – ученик"},
            "ФИО наставляемого",
            "Возраст 36 для формы «ученик – ученик» необычен.",
        ),
    ],
)
def test_doubts_leave_the_row_valid(extra, column, message):
    verdict = mentee(**extra)

    assert verdict.valid
    assert messages(verdict.warnings) == [(column, message)]


@pytest.mark.parametrize(
    ("extra", "column", "message"),
    [
        (
            {"entry_date": "02.09.2026", "end_date": "01.09.2026"},
            "Дата завершения программы",
            "Дата завершения 01.09.2026 раньше даты вхождения 02.09.2026.",
        ),
        (
            {"birth_date": "12.05.2013"},
            "Дата рождения",
            "Дата рождения не совпадает с годом рождения.",
        ),
        (
            {"group": "я" * 201},
            "Класс или группа",
            "Текст длиннее 200 знаков. Сократите его.",
        ),
    ],
)
def test_errors_make_the_row_invalid(extra, column, message):
    verdict = mentee(**extra)

    assert (verdict.valid, verdict.parsed) == (False, None)
    assert messages(verdict.errors) == [(column, message)]


def test_excel_date_in_place_of_ages_is_read_back():
    head = ["ФИО наставника", "Компетенции", "Желаемый возраст наставляемых"]

    verdict = one_row(head, "Сова Лев", "право", date(2026, 10, 14))

    assert (verdict.parsed.preferred_age, verdict.parsed.age_from) == ("10–14", 10)
    assert messages(verdict.warnings) == [
        (
            "Желаемый возраст наставляемых",
            "Таблица превратила возраст в дату: прочитано 10–14.",
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["", " "],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        [str(number) for number in range(1, 13)],
        MENTEES,
        ["", "Всего: 21"],
        ["Итого", "", 21],
        ["Куратор ______ Л. И. Сова"],
        ["", "Директор", "", "", "", "Сова Л. И."],
        ["Дата: 1 сентября 2026 г."],
        ["", "1 сентября 2026 г."],
        ["", "9 «А» класс"],
        ["Форма 2. База наставников"],
        [22],
        [23, "", "", "", "", "", "ученик – ученик"],
    ],
)
def test_lines_that_are_not_people_are_skipped(line):
    assert numbers_of(MENTEES, line, [1, "Сова Лев", 2012], line) == [3]


@pytest.mark.parametrize("line", [[23, "", 2012], [23, "", "", "Помощь с физикой"]])
def test_a_numbered_line_with_anything_about_a_person_is_asked_for_the_name(line):
    assert numbers_of(MENTEES, [1, "Сова Лев", 2012], line) == [2, 3]


@pytest.mark.parametrize(
    "line",
    [
        [1, "Сова Лев"],
        ["", "Сова Лев Ильич"],
        ["1.", "Директор Лев"],
        [8, "", 2016, "право"],
        ["", "", 2016, "право"],
        ["", "Куратор-Сова Лев", 2012],
    ],
)
def test_lines_with_people_or_their_data_are_rows(line):
    assert numbers_of(MENTEES, line) == [2]


def test_skipped_lines_are_shown_with_their_numbers():
    sheets = [Sheet("Лист1", [MENTEES, [1, "Сова Лев"], [], ["", "Всего:", 1]])]
    [table] = recognize(sheets)

    assert skipped_lines(sheets, table) == [(4, "Всего: 1")]


def test_two_tables_of_one_sheet_keep_their_row_numbers():
    sheets = [Sheet("Лист1", [MENTEES, [1, "Сова Лев", 2012], [], MENTORS, [1, "Лось Ян", "ОО"]])]
    upper, lower = recognize(sheets)

    assert [verdict.row for verdict in parse_recognized(sheets, upper, TODAY)] == [2]
    assert [verdict.row for verdict in parse_recognized(sheets, lower, TODAY)] == [5]


def test_repeats_and_likenesses_inside_a_table():
    rows = [
        [1, "Сова Лев Ильич", 2012],
        [2, "СОВА  Лeв Ильич", 2012],
        [3, "Сова Л. И.", 2012],
        [4, "Сова Лев Ильич", 2009],
        [5, "Сова Лев Ильич", 1812],
    ]

    verdicts = verdicts_of(MENTEES, *rows)

    assert [verdict.same_as for verdict in verdicts] == [None, 2, None, None, None]
    assert people_count(verdicts) == 3
    assert verdicts[1].warnings[-1] == Note(
        3, "ФИО наставляемого", "Этот человек уже есть в строке 2."
    )
    assert verdicts[2].warnings[-1] == Note(
        4, "ФИО наставляемого", "Возможно, это тот же человек, что в строке 2."
    )
    assert verdicts[3].warnings == ()


def test_table_of_unknown_kind_has_no_verdicts():
    [table] = recognize([Sheet("Лист1", [["ФИО", "Телефон"]])])

    assert parse_table([["Сова Лев", "1"]], 2, table, TODAY) == []


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=30),
    st.sampled_from(["Сова Лев", "Всего: 3", "2012 г.р.", "31.02.2026", "ученик – ученик", "—"]),
)


@given(
    st.sampled_from([MENTEES, MENTORS, [TITLES[code] for code, _title in EXTRA_COLUMNS]]),
    st.lists(st.lists(CELLS, max_size=18), max_size=8),
)
def test_any_table_gives_a_verdict_for_every_record_and_never_raises(head, rows):
    sheets = [Sheet("Лист1", [head, *rows])]

    for table in recognize(sheets, kind="mentees"):
        for verdict in parse_recognized(sheets, table, TODAY):
            assert (verdict.parsed is None) == bool(verdict.errors)
            assert all(note.row == verdict.row for note in verdict.errors + verdict.warnings)
        skipped_lines(sheets, table)


@pytest.mark.parametrize(
    ("cell", "stored", "doubts"),
    [
        ("с 15 до 17", "15:00–17:00", []),
        (
            "после уроков",
            "после уроков",
            [("Свободные часы", "Часы «после уроков» не разобраны: записаны как есть.")],
        ),
    ],
)
def test_free_hours_are_put_in_one_form_or_kept_as_they_are(cell, stored, doubts):
    verdict = mentee(free_hours=cell, free_days="вт")

    assert (verdict.parsed.free_hours, verdict.parsed.free_days) == (stored, "вт")
    assert messages(verdict.warnings) == doubts
