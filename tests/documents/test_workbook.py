from documents.domain.blocks import Clause, Heading, Para
from documents.domain.form_blocks import Answer
from documents.domain.workbook import parse_workbook


def test_a_question_has_lines_below_and_does_not_break_the_numbers():
    text = """Вступление
    # Встреча
    Цель: узнать друг друга.
    ? Чего я жду?
    Ход встречи:
    – беседа.
    # Итог
    ?Чего я достиг"""

    assert parse_workbook(text) == (
        Para("Вступление"),
        Heading("1. Встреча"),
        Clause("1.1", "Цель: узнать друг друга."),
        Heading("Чего я жду?", 2),
        Answer(2),
        Clause("1.2", "Ход встречи:"),
        Clause("–", "беседа.", 2),
        Heading("2. Итог"),
        Heading("Чего я достиг", 2),
        Answer(2),
    )
