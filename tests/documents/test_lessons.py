from datetime import date
from decimal import Decimal

import pytest

from documents.domain.blocks import cell_text
from documents.domain.lessons import Lesson, hours_cell, parse_lessons, total_hours
from documents.domain.row_lines import LineError


def test_a_lesson_is_a_line_of_five_parts():
    text = "07.10.2026; 15:00; Первая встреча; 1,5; Соколова А. И.\n\n8.11.2026;;Рефлексия;2"

    assert parse_lessons(text) == (
        Lesson(date(2026, 10, 7), "15:00", "Первая встреча", Decimal("1.5"), "Соколова А. И."),
        Lesson(date(2026, 11, 8), "", "Рефлексия", Decimal(2), ""),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("07.10.2026; Тема", "нужно «дата; время; тема; часов; кто ведёт», а частей 2."),
        ("1;2;3;4;5;6", "нужно «дата; время; тема; часов; кто ведёт», а частей 6."),
        ("завтра; 15:00; Тема; 2; Кто", "«завтра» не дата, нужна вида 07.10.2026."),
        ("07.10; 15:00; Тема; 2; Кто", "«07.10» не дата, нужна вида 07.10.2026."),
        ("7.10.26; 15:00; Тема; 2; Кто", "«7.10.26» не дата, нужна вида 07.10.2026."),
        ("31.02.2027; 15:00; Тема; 2; Кто", "«31.02.2027» не дата, нужна вида 07.10.2026."),
        ("07.10.2026; 15:00; ; 2; Кто", "нет темы занятия."),
        ("07.10.2026; 15:00; Тема; два; Кто", "«два» не число часов."),
        ("07.10.2026; 15:00; Тема; 0; Кто", "часов в занятии больше 0 и не больше 24."),
        ("07.10.2026; 15:00; Тема; NaN; Кто", "«NaN» не число часов."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(line, reason):
    with pytest.raises(LineError) as refused:
        parse_lessons(f"01.09.2026; 15:00; Тема; 2; Кто\n{line}")

    assert str(refused.value) == f"Строка 2: {reason}"


def test_hours_add_up_and_print_with_a_comma():
    lessons = parse_lessons("1.9.2026;;А;1,5\n2.9.2026;;Б;1.25\n3.9.2026;;В;0,25")

    assert cell_text(hours_cell(total_hours(lessons))) == "3"
    assert [cell_text(hours_cell(lesson.hours)) for lesson in lessons] == ["1,5", "1,25", "0,25"]
    assert hours_cell(Decimal("10.0")) == 10
