"""A questionnaire written as plain lines."""

from documents.domain.blocks import Heading, Para, Table
from documents.domain.form_blocks import Answer, Choice
from documents.domain.questionnaire import MARKS, SCALE_COLUMNS, parse_questionnaire


def test_questions_are_numbered_through_the_whole_sheet():
    text = "# Опыт\n? Где?\n* Комфортно\n* Полезно\n? Что ценно?"

    assert parse_questionnaire(text) == (
        Heading("Опыт"),
        Heading("1. Где?", 2),
        Answer(2),
        Table(SCALE_COLUMNS, ((2, "Комфортно", MARKS), (3, "Полезно", MARKS))),
        Heading("4. Что ценно?", 2),
        Answer(2),
    )


def test_scale_goes_from_one_to_ten():
    assert MARKS.split() == [str(mark) for mark in range(1, 11)]


def test_short_options_stand_in_one_line_and_long_ones_in_their_own():
    _first, short, _second, long = parse_questionnaire(
        "? Рады? | да | нет\n? О чём? | учебные предметы | выбор профессии"
    )

    assert short.text.split() == ["□", "да", "□", "нет"]
    assert long == Choice(("учебные предметы", "выбор профессии"))


def test_empty_lines_are_nothing_and_others_are_paragraphs():
    assert parse_questionnaire("\n  Спасибо!  \n\n") == (Para("Спасибо!"),)
