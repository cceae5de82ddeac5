"""Words in braces: a closed catalogue, cases and manners of naming a human."""

import pytest

from documents.domain.placeholders import BLANK, PlaceholderError, fill


class Curator:
    def words(self, case, manner):
        return f"<{case} {manner.name}>," if manner.name == "IN_FULL" else f"<{case} {manner.name}>"


VALUES = {"учебный год": "2026–2027", "куратор": Curator(), "срок": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("на {учебный год} учебный год", "на 2026–2027 учебный год"),
        ("{Учебный  год}", "2026–2027"),
        ("куратору {куратор, дат.}", "куратору <datv SHORT>"),
        ("{куратор}", "<nomn SHORT>"),
        ("{куратор с должностью, род.}", "<gent WITH_POST>"),
        ("назначить {куратор полностью, вин.} куратором", "назначить <accs IN_FULL>, куратором"),
        ("назначить {куратор полностью, вин.}.", "назначить <accs IN_FULL>."),
        ("до {срок}", f"до {BLANK}"),
        ("без скобок", "без скобок"),
    ],
)
def test_words_in_braces_are_filled_in(text, expected):
    assert fill(text, VALUES.__getitem__) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{куратар}", "Подстановки «{куратар}» нет."),
        ("{}", "Подстановки «{}» нет."),
        (
            "{куратор, зват.}",
            "«{куратор, зват.}»: падежа «зват.» нет. Есть: им., род., дат., вин., твор., пред.",
        ),
        ("{учебный год, дат.}", "«{учебный год}» – не человек: падеж здесь не нужен."),
    ],
)
def test_what_cannot_be_filled_in_is_refused_by_its_name(text, reason):
    with pytest.raises(PlaceholderError) as refusal:
        fill(text, VALUES.__getitem__)

    assert str(refusal.value) == reason


def test_a_value_with_braces_is_not_filled_in_again():
    assert fill("{имя}", {"имя": "{куратор}"}.__getitem__) == "{куратор}"


@pytest.mark.parametrize("value", ["учитель физики Петрова А. И.", "12 ноября 2026 г."])
def test_a_sentence_never_ends_with_two_full_stops(value):
    text = fill("Ответственный – {кто}. {кто} {кто},", {"кто": value}.__getitem__)

    assert text == f"Ответственный – {value} {value} {value},"
