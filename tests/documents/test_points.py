import pytest

from documents.domain.points import points, sentence_part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Раскрытие потенциала\nучеников.", "раскрытие потенциала учеников"),
        ("ФГОС и наставничество", "ФГОС и наставничество"),
        ("Р-145 внедрена;", "Р-145 внедрена"),
        (" ", ""),
    ],
)
def test_a_text_becomes_a_part_of_a_sentence(text, part):
    assert sentence_part(text) == part


def test_lines_become_one_list():
    assert points(["– Первое;", "", " Второе. ", "третье"]) == "– первое;\n– второе;\n– третье."


def test_no_lines_are_no_list():
    assert points(["", " – "]) == ""
