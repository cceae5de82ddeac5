"""What is read from the tables of a school's own roadmap."""

from datetime import date
from pathlib import Path

import pytest

from programs.domain.roadmap_columns import role_of
from tests.programs.roadmaps import (
    HEAD,
    STAGES,
    checked,
    headings,
    row,
    section,
    titles,
    word,
    workbook,
)
from tests.word_files import document_with, merged_down

pytestmark = pytest.mark.django_db
GYMNASIUM = Path(__file__).parent / "data" / "gymnasium.docx"


def test_the_gymnasium_roadmap_has_six_sections_and_forty_rows():
    roadmap = checked(GYMNASIUM.read_bytes())

    assert (len(roadmap.sections), len(roadmap.items), roadmap.errors) == (6, 40, [])


def test_columns_are_known_by_their_captions_in_any_order():
    head = ("Исполнители", "Сроки проведения", "План мероприятий", "№ п/п", "Вид документа")
    data = word(("Директор", "до 30.08.2026", "Назначить куратора", "1.1", "Приказ"), head=head)

    [item] = checked(data).items

    assert (item.number, item.title, item.responsible, item.result, item.term.due_on) == (
        "1.1",
        "Назначить куратора",
        "Директор",
        "Приказ",
        date(2026, 8, 30),
    )


def test_three_columns_are_enough():
    data = word(("Собрать базу", "май", "Куратор"), head=("Мероприятие", "Срок", "Ответственный"))

    assert titles(checked(data)) == [(None, "", "Собрать базу")]


def test_heads_and_numbering_that_repeat_on_pages_are_not_rows():
    numbering = ("1", "2", "3", "4", "5")
    data = word(numbering, row("1", "Первое"), HEAD, numbering, row("2", "Второе"))

    assert titles(checked(data)) == [(None, "1", "Первое"), (None, "2", "Второе")]


def test_a_title_across_the_table_is_a_section_with_its_number():
    data = word(section("1. Нормативное регулирование"), row("1.1", "Издать приказ"))

    roadmap = checked(data)

    assert headings(roadmap) == [("1", "Нормативное регулирование")]
    assert titles(roadmap) == [(0, "1.1", "Издать приказ")]


def test_a_joined_title_is_told_from_a_row_with_a_title_only():
    head = ("Мероприятие", "Срок", "Ответственный")

    roadmap = checked(word(("Условия", None, None), ("Издать приказ", "", ""), head=head))

    assert headings(roadmap) == [("", "Условия")]
    assert titles(roadmap) == [(0, "", "Издать приказ")]


def test_equal_texts_in_all_cells_are_a_row():
    assert titles(checked(word(("Встреча",) * 5)))[0][2] == "Встреча"


def test_a_number_beside_a_joined_title_is_a_section_unless_it_has_parts():
    data = word(("2", "Поддержка", None, None, None), ("3.1", "Контроль", None, None, None))

    roadmap = checked(data)

    assert headings(roadmap) == [("2", "Поддержка")]
    assert titles(roadmap) == [(0, "3.1", "Контроль")]


def test_a_plain_number_before_its_own_parts_is_a_section():
    data = word(row("1", "Условия"), row("1.1", "Издать приказ"), row("2", "Собрать базу"))

    roadmap = checked(data)

    assert headings(roadmap) == [("1", "Условия")]
    assert titles(roadmap) == [(0, "1.1", "Издать приказ"), (0, "2", "Собрать базу")]


def test_a_row_without_number_term_and_person_is_a_row():
    assert titles(checked(word(row(title="Популяризация")))) == [(None, "", "Популяризация")]


SHARED_TERM = [
    HEAD,
    row("1", "Первое", "до 15.09.2026", "Куратор"),
    row("2", "Второе", "", "Директор"),
    row("3", "Третье", "", "Директор"),
]


@pytest.mark.parametrize(
    ("data", "filename"),
    [
        (merged_down(SHARED_TERM, (1, 2), (2, 2)), "план.docx"),
        (workbook(*SHARED_TERM, merged=["C2:C3"]), "план.xlsx"),
    ],
)
def test_a_cell_merged_downwards_speaks_for_every_row_beside_it(data, filename):
    terms = [item.term.due_on for item in checked(data, filename).items]

    assert terms == [date(2026, 9, 15), date(2026, 9, 15), None]


def test_stages_merged_downwards_become_sections():
    rows = [
        ("1", "Подготовка условий", "Изучить материалы", "Подбор\nАнализ"),
        ("", "", "Подготовить базу", "Приказ"),
        ("", "", "", "Положение"),
        ("7", "Поощрение наставников", "", "Благодарность"),
    ]
    sheet = workbook(STAGES, *rows, merged=["A2:A4", "B2:B4"])

    roadmap = checked(sheet, "план.xlsx")

    assert headings(roadmap) == [("1", "Подготовка условий"), ("7", "Поощрение наставников")]
    assert [(item.section, item.number, item.title, item.details) for item in roadmap.items] == [
        (0, "", "Изучить материалы", "Подбор\nАнализ"),
        (0, "", "Подготовить базу", "Приказ\nПоложение"),
        (1, "", "Поощрение наставников", "Благодарность"),
    ]
    assert [item.stage for item in roadmap.items] == ["conditions", "conditions", "completion"]


def test_numbers_of_rows_stay_with_rows_when_stages_hold_several():
    data = word(
        ("1", "Условия", "Издать приказ", "до 30.08.2026"),
        ("2", "", "Назначить куратора", "до 30.08.2026"),
        head=("№", "Этап", "Мероприятие", "Срок"),
    )

    roadmap = checked(data)

    assert headings(roadmap) == [("", "Условия")]
    assert titles(roadmap) == [(0, "1", "Издать приказ"), (0, "2", "Назначить куратора")]


def test_lines_of_the_only_text_column_are_contents():
    data = word(row("1", "Провести отбор:\n– анкеты;\n– беседы"))

    [item] = checked(data).items

    assert (item.title, item.details) == ("Провести отбор:", "– анкеты;\n– беседы")


def test_a_line_broken_by_hand_is_joined_and_people_become_a_list():
    data = word(row("1", "Провести\nобщую встречу", responsible="Заместитель\nпо УВР,\nПсихолог"))

    [item] = checked(data).items

    assert (item.title, item.responsible) == (
        "Провести общую встречу",
        "Заместитель по УВР; Психолог",
    )


def test_a_table_split_in_two_goes_on_and_signatures_are_no_rows():
    data = document_with(
        [HEAD, row("1", "Первое")], [row("2", "Второе")], [("Директор", "И. И. Иванов")]
    )

    assert titles(checked(data)) == [(None, "1", "Первое"), (None, "2", "Второе")]


def test_a_head_of_two_lines_gives_both_dates():
    head = ("№", "Мероприятие", "Срок", None, "Ответственный")
    data = word(
        ("", "", "Начало", "Окончание", ""),
        ("1", "Собрать базу", "01.09.2026", "15.09.2026", "Куратор"),
        head=head,
    )

    [item] = checked(data).items

    assert (item.term.kind, item.term.starts_on, item.term.due_on) == (
        "period",
        date(2026, 9, 1),
        date(2026, 9, 15),
    )


def test_stages_are_guessed_from_plain_words_only():
    data = word(
        row("1", "Формирование базы наставляемых"),
        row("2", "Закрепление пар приказом"),
        row("3", "Прочая важная работа"),
    )

    assert [item.stage for item in checked(data).items] == ["mentee_base", "pairing", ""]


def test_a_head_in_plain_words_is_known():
    captions = ["№", "Что делаем", "Когда", "Кто отвечает", "Чем закончится"]

    assert [role_of(caption) for caption in captions] == [
        "number",
        "title",
        "term",
        "responsible",
        "result",
    ]
