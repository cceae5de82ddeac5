import pytest

from documents.domain.minutes import Item, Votes, parse_minutes
from documents.domain.row_lines import LineError

COURSE = """
# О Положении; Соколова А. И.
Слушали: Соколову А. И. о проекте.
Выступили: Громов П. А. – о сроках.
– Маслова Д. С. – о форме.
Решили:
– Принять Положение.
– Ознакомить работников.
Голосовали: за 31, против 0, воздержались 1

# Разное
ПОСТАНОВИЛИ: Провести семинар.
Выступили:
Голосовали:
"""


def test_a_course_is_read_question_by_question():
    first, second = parse_minutes(COURSE, 32)

    assert first == Item(
        "О Положении",
        "Соколова А. И.",
        ["Соколову А. И. о проекте."],
        ["Громов П. А. – о сроках.", "Маслова Д. С. – о форме."],
        ["Принять Положение.", "Ознакомить работников."],
        Votes(31, 0, 1),
        has_vote=True,
    )
    assert second == Item("Разное", "", [], [], ["Провести семинар."], None, has_vote=True)


def test_nobody_spoke_when_the_part_is_left_out():
    assert parse_minutes("# Разное\nРешили: Провести.", 5)[0].spoke is None


def test_an_empty_course_has_no_questions():
    assert parse_minutes("\n", 5) == ()


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("единогласно", Votes(7, 0, 0)),
        ("Единогласно.", Votes(7, 0, 0)),
        ("за 5, против 1, воздержались 1", Votes(5, 1, 1)),
        ("«за» – 5, «против» – 1, «воздержался» – 1.", Votes(5, 1, 1)),
        ("против: 2; воздержались: 0; за: 4", Votes(4, 2, 0)),
        ("за 0, против 0, воздержались 7", Votes(0, 0, 7)),
    ],
)
def test_votes_are_read_however_they_are_written(words, votes):
    assert parse_minutes(f"# Разное\nГолосовали: {words}", 7)[0].votes == votes


@pytest.mark.parametrize(
    "words",
    ["за 5", "за 5, против 1", "5 и 1", "за 5, за 1, против 0, воздержались 1", "большинством"],
)
def test_votes_that_cannot_be_read_are_refused(words):
    with pytest.raises(LineError, match=r"^Строка 2: голоса записывают так: «за 31"):
        parse_minutes(f"# Разное\nГолосовали: {words}", 7)


def test_more_votes_than_people_are_refused():
    with pytest.raises(LineError) as caught:
        parse_minutes("# Разное\nГолосовали: за 5, против 2, воздержались 1", 7)

    assert str(caught.value) == "Строка 2: голосов 8, а присутствовало 7. Проверьте счёт."


def test_votes_wait_while_nobody_has_counted_the_people():
    course = "# Разное\nГолосовали: за 5, против 2, воздержались 1"

    assert parse_minutes(course, 0)[0].votes == Votes(5, 2, 1)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("Слушали: доклад", "Строка 1: начните вопрос повестки со знака «#»."),
        (
            "# Разное\n\nдоклад",
            "Строка 3: сначала напишите «Слушали:», «Выступили:», «Решили:» или «Голосовали:».",
        ),
        (
            "# Первый\nРешили: да\n# Второй\nдоклад",
            "Строка 4: сначала напишите «Слушали:», «Выступили:», «Решили:» или «Голосовали:».",
        ),
    ],
)
def test_a_line_outside_its_place_is_refused_by_its_number(text, refusal):
    with pytest.raises(LineError) as caught:
        parse_minutes(text, 7)

    assert str(caught.value) == refusal
