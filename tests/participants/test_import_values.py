from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.import_forms import FORM_TITLES, read_forms
from participants.domain.import_names import (
    looks_like_name,
    read_name,
    read_name_parts,
    split_names,
)
from participants.domain.import_values import (
    Birth,
    cell_text,
    is_possible_year,
    read_age,
    read_birth,
    read_date,
)
from participants.domain.mentor_wishes import hours_month, wished_ages
from programs.enums import MentoringForm

TODAY = date(2026, 11, 21)
FIRST = date(2026, 9, 1)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=40),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.from_regex(r"[0-9«]{0,4}[./ -][0-9а-я]{1,6}[./ -][0-9]{1,5} ?(г\.|лет)?", fullmatch=True),
)


@pytest.mark.parametrize(
    "cell",
    [
        FIRST,
        datetime.fromisoformat("2026-09-01 10:00"),
        46266,
        46266.0,
        "46266",
        "01.09.2026",
        " 1.9.26 ",
        "01/09/2026",
        "01-09-2026",
        "2026-09-01",
        "2026-09-01 00:00:00",
        "1 сентября 2026 г.",
        "1-го сентября 2026",
        "«01» сентября 2026 года",
        "1 сент. 2026",
    ],
)
def test_dates_are_read_in_all_usual_ways(cell):
    assert read_date(cell, TODAY) == (FIRST, "", "")


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("31.02.2026", "Даты «31.02.2026» не бывает. Запишите дату так: 01.09.2026."),
        ("с осени", "Дата «с осени» не разобрана. Запишите дату так: 01.09.2026."),
        ("12.05.1026", "Проверьте год в дате «12.05.1026»."),
        (date(2206, 9, 1), "Проверьте год в дате «01.09.2206»."),
    ],
)
def test_impossible_dates_are_errors(cell, error):
    assert read_date(cell, TODAY) == (None, error, "")


@pytest.mark.parametrize(
    ("cell", "day", "warning"),
    [
        ("сентябрь 2026 г.", FIRST, "В дате «сентябрь 2026 г.» нет дня: записано 01.09.2026."),
        ("09.2026", FIRST, "В дате «09.2026» нет дня: записано 01.09.2026."),
        (2026, None, "В дате «2026» нет дня и месяца: она не записана."),
    ],
)
def test_incomplete_dates_are_doubts(cell, day, warning):
    assert read_date(cell, TODAY) == (day, "", warning)


@pytest.mark.parametrize("cell", ["", None, "  ", "-", "–", "нет", "не указана"])
def test_empty_cells_are_neither_errors_nor_doubts(cell):
    assert read_date(cell, TODAY) == (None, "", "")
    assert read_birth(cell, TODAY) == (Birth(), "", "")


@pytest.mark.parametrize(
    "cell", [2012, 2012.0, "2012", "2012 г.р.", "2012 г. р.", "2012г.", "2012 год", "г.р. 2012"]
)
def test_year_of_birth_is_found(cell):
    assert read_birth(cell, TODAY) == (Birth(2012), "", "")


@pytest.mark.parametrize(
    "cell", [date(2012, 5, 12), 41041, "12.05.2012", "12.05.2012 г.р.", "12 мая 2012 г."]
)
def test_full_date_of_birth_is_kept(cell):
    assert read_birth(cell, TODAY) == (Birth(2012, date(2012, 5, 12)), "", "")


def test_age_becomes_a_year_with_a_doubt():
    doubt = "Год рождения посчитан по возрасту: 2012 (может быть 2011)."

    assert read_birth("14 лет", TODAY) == (Birth(2012), "", doubt)
    assert read_age(14, TODAY) == (Birth(2012), "", doubt)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        (2031, "Год рождения 2031 ещё не наступил или дата в будущем."),
        (date(2026, 12, 1), "Год рождения 2026 ещё не наступил или дата в будущем."),
        (1812, "Проверьте год рождения 1812: возраст выходит 214."),
        (2025, "Проверьте год рождения 2025: возраст выходит 1."),
        ("31.02.2012", "Год рождения «31.02.2012» не разобран. Запишите так: 2012."),
        (14, "Год рождения «14» не разобран. Запишите так: 2012."),
    ],
)
def test_impossible_births_are_errors(cell, error):
    assert read_birth(cell, TODAY) == (Birth(), error, "")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("  Горобец  Наталья  Кузьминична ", ("Горобец", "Наталья", "Кузьминична")),
        ("СОВА ЛЕВ", ("Сова", "Лев", "")),
        ("кара-мурза инга львовна", ("Кара-Мурза", "Инга", "Львовна")),
        ("Петренко – Юрьев Лев", ("Петренко-Юрьев", "Лев", "")),
        ("Алиев Али Рашид оглы", ("Алиев", "Али", "Рашид оглы")),
        ("Сова\nЛев\nИльич", ("Сова", "Лев", "Ильич")),
        ("7. Сова, Лев", ("Сова", "Лев", "")),
        ("О'Нил Ян", ("О'Нил", "Ян", "")),
    ],
)
def test_names_are_put_in_order_silently(cell, name):
    assert read_name(cell) == (name, (), ())


@pytest.mark.parametrize("cell", ["Сова Л. И.", "Сова Л.И.", "Л. И. Сова", "Л.И.Сова", "Сова Л И"])
def test_initials_are_kept_with_a_doubt(cell):
    doubt = "Вместо имени и отчества инициалы: «Сова Л. И.». Впишите их полностью."

    assert read_name(cell) == (("Сова", "Л.", "И."), (), (doubt,))


def test_latin_lookalikes_are_replaced_with_a_doubt():
    doubt = "Латинские буквы в имени «Coвa Лев» заменены русскими."

    assert read_name("Coвa Лев") == (("Сова", "Лев", ""), (), (doubt,))


def test_surname_at_the_end_is_moved_with_a_doubt():
    doubt = "Порядок слов изменён: Сова Лев Ильич."

    assert read_name("Лев Ильич Сова") == (("Сова", "Лев", "Ильич"), (), (doubt,))


def test_note_in_brackets_is_left_out_with_a_doubt():
    doubt = "Пояснение в скобках не вошло в имя: «Сова Лев (9А)»."

    assert read_name("Сова Лев (9А)") == (("Сова", "Лев", ""), (), (doubt,))


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("", "Не указано имя. Впишите фамилию, имя и отчество."),
        ("Сова", "Имя «Сова» неполное. Впишите фамилию и имя."),
        ("Сова Лев 9А", "В имени «Сова Лев 9А» есть цифры."),
        ("Sova Lev", "Имя «Sova Lev» записано латиницей. Запишите его русскими буквами."),
        ("Сова @ Лев", "В имени «Сова @ Лев» есть лишние знаки."),
        (
            "Лев Я. и Ян Л.",
            "В ячейке «Лев Я. и Ян Л.» больше одного имени. Запишите каждого отдельной строкой.",
        ),
        ("Я" * 101 + " Лев", "Имя слишком длинное. Сократите его."),
    ],
)
def test_wrong_names_are_errors(cell, error):
    assert read_name(cell).errors == (error,)


def test_name_from_separate_columns():
    assert read_name_parts("СОВА", "лев", "-").name == ("Сова", "Лев", "")
    assert read_name_parts("Сова", "", "").errors == (
        "Имя «Сова» неполное. Впишите фамилию и имя.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Сова Лев Ильич, Лось Я. И.",
        "Сова Лев Ильич; Лось Я. И.",
        "Сова Лев Ильич и Лось Я. И.",
        "1. Сова Лев Ильич 2. Лось Я. И.",
        "Сова\nЛев Ильич\nЛось Я. И.",
    ],
)
def test_partners_are_split(text):
    assert split_names(text) == ("Сова Лев Ильич", "Лось Я. И.")


@pytest.mark.parametrize(
    ("text", "answer"), [("Сова Лев", True), ("9 «А» класс", False), ("Педагоги", False)]
)
def test_lone_lines_are_names_or_sections(text, answer):
    assert looks_like_name(text) is answer


def test_the_eight_forms_are_those_of_the_programs():
    assert dict(MentoringForm.choices) == FORM_TITLES


@pytest.mark.parametrize(("code", "title"), FORM_TITLES.items())
@pytest.mark.parametrize("dash", ["-", "—", "–", " "])
def test_forms_are_read_with_any_dash_and_case(code, title, dash):
    assert read_forms(title.upper().replace(" – ", dash)) == ((code,), "", "")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("учащийся – учащийся", ("student_student",)),
        ("опытный педагог – молодой специалист", ("teacher_teacher",)),
        ("директор – зам. директора", ("mentorship_head_deputy",)),
        ("ученик–ученик, студент–ученик", ("student_student", "studentspo_student")),
        ("student_student", ("student_student",)),
        ("", ()),
    ],
)
def test_forms_are_read_by_their_sides(text, codes):
    assert read_forms(text) == (codes, "", "")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("учитель – ученик", "учитель – ученик"),
        ("ученик", "ученик"),
        ("«групповая»", "групповая"),
    ],
)
def test_unknown_form_lists_the_allowed_ones(text, named):
    listed = ", ".join(f"«{title}»" for title in FORM_TITLES.values())

    assert read_forms(text) == ((), f"Форма «{named}» не из списка. Допустимы: {listed}.", "")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2 часа в неделю", 8),
        ("4 часа в месяц", 4),
        ("1 ч/нед", 4),
        ("два часа в неделю", 8),
        ("полтора часа в неделю", 6),
        ("1–2 часа в неделю", 4),
        ("2 раза в неделю по 1 часу", 8),
        ("по часу в неделю", 4),
        ("30 минут в неделю", 2),
        ("2,5 ч. в нед.", 10),
        ("час в день", 20),
        ("36 часов в год", 4),
        ("по запросу", None),
        ("1 раз в неделю", None),
        ("4 часа", None),
        ("999 часов в неделю", None),
        ("", None),
    ],
)
def test_hours_a_month(text, hours):
    assert hours_month(text) == hours


@pytest.mark.parametrize(
    ("cell", "ages"),
    [
        ("13–17", (13, 17)),
        ("17-13", (13, 17)),
        ("от 10 до 14 лет", (10, 14)),
        ("10, 11, 12 лет", (10, 12)),
        ("12+", (12, None)),
        ("12 лет и старше", (12, None)),
        ("не младше 12 лет", (12, None)),
        ("не старше 14", (None, 14)),
        (15, (15, 15)),
        ("5–7 классы", (11, 14)),
        ("с 9 по 11 класс", (15, 18)),
        ("старшеклассники", (15, 18)),
        (date(2026, 10, 14), (10, 14)),
        ("любой", (None, None)),
        ("200", (None, None)),
    ],
)
def test_wished_ages(cell, ages):
    assert wished_ages(cell) == ages


def test_text_of_cells_is_what_the_person_sees():
    cells = [date(2026, 9, 1), 5, 2.5, True, None, " а  б ", "в\x01"]

    assert [cell_text(cell) for cell in cells] == [
        "01.09.2026",
        "5",
        "2.5",
        "да",
        "",
        " а  б ",
        "в",
    ]


@given(CELLS)
def test_no_cell_raises(cell):
    text = cell_text(cell)
    for reading in (read_date(cell, TODAY), read_birth(cell, TODAY), read_age(cell, TODAY)):
        assert not (reading.error and reading.value not in (None, Birth()))
    name = read_name(cell)
    assert bool(name.errors) != bool(name.name.last and name.name.first)
    assert all(split_names(text))
    hours_month(text)
    read_forms(text)
    least, greatest = wished_ages(cell)
    assert least is None or greatest is None or least <= greatest


@pytest.mark.parametrize(
    ("year", "possible"), [(1925, False), (1926, True), (2022, True), (2023, False), (0, False)]
)
def test_a_form_and_a_table_take_the_same_years_of_birth(year, possible):
    assert is_possible_year(year, TODAY) is possible
    assert (read_birth(year, TODAY).error == "") is possible
