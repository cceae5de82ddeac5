from documents.domain.articles import parse_articles
from documents.domain.blocks import Clause, Heading, Para


def test_sections_and_clauses_are_numbered_by_the_portal():
    text = """Настоящее Положение определяет порядок.

    # 7. Общие положения
    1.4. Положение действует в школе:
    - для педагогов;
    – для учеников.
    Срок не ограничен.
    > Принято единогласно.
    # Заключение
    Вступает в силу."""

    assert parse_articles(text) == (
        Para("Настоящее Положение определяет порядок."),
        Heading("1. Общие положения"),
        Clause("1.1", "Положение действует в школе:"),
        Clause("–", "для педагогов;", 2),
        Clause("–", "для учеников.", 2),
        Clause("1.2", "Срок не ограничен."),
        Para("Принято единогласно."),
        Heading("2. Заключение"),
        Clause("2.1", "Вступает в силу."),
    )


def test_an_empty_text_has_no_blocks():
    assert parse_articles(" \n\n") == ()
