import pytest

from documents.domain.row_lines import LineError, parse_rows

NAMES = ("мероприятие", "срок", "форма")


def test_parts_stand_between_semicolons_and_the_missing_are_empty():
    text = """
    # Начало
    Встреча; май ;беседа
    Беседа;
      Опрос;; анкета
    """

    assert parse_rows(text, NAMES) == (
        "Начало",
        ("Встреча", "май", "беседа"),
        ("Беседа", "", ""),
        ("Опрос", "", "анкета"),
    )


def test_an_empty_text_has_no_rows():
    assert parse_rows(" \n", NAMES) == ()


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (
            "Встреча\n\nБеседа; май; очно; итог",
            "Строка 3: частей 4, а нужно не больше 3: «мероприятие; срок; форма».",
        ),
        ("; май", "Строка 1: не заполнено «мероприятие»."),
    ],
)
def test_a_wrong_line_is_refused_by_its_number(text, refusal):
    with pytest.raises(LineError) as caught:
        parse_rows(text, NAMES)

    assert str(caught.value) == refusal
