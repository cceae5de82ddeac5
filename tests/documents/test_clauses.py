from documents.domain.blocks import Clause
from documents.domain.clauses import parse_clauses


def test_lines_are_clauses_and_lines_after_a_dash_are_subclauses():
    text = "Утвердить состав.\nКуратору:\n– поддерживать;\n- отслеживать.\nКонтроль."

    assert parse_clauses(text) == (
        Clause("1", "Утвердить состав."),
        Clause("2", "Куратору:"),
        Clause("2.1", "поддерживать;", 2),
        Clause("2.2", "отслеживать.", 2),
        Clause("3", "Контроль."),
    )


def test_numbers_typed_by_hand_give_way_to_our_own():
    assert parse_clauses("5. Назначить.\n2) Провести.") == (
        Clause("1", "Назначить."),
        Clause("2", "Провести."),
    )


def test_a_date_at_the_beginning_of_a_clause_is_not_a_number():
    assert parse_clauses("15.09.2026 провести встречу.") == (
        Clause("1", "15.09.2026 провести встречу."),
    )


def test_empty_lines_are_skipped_and_a_first_dash_makes_a_clause():
    assert parse_clauses("\n– Назначить.\n\n") == (Clause("1", "Назначить."),)
