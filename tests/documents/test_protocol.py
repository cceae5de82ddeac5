"""The protocol of the pedagogical council: who came, what was decided, how they voted."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Clause,
    DateNumber,
    Heading,
    KeyValues,
    KindLine,
    Letterhead,
    Para,
    Signature,
    Title,
)
from documents.domain.form_blocks import QrCode
from documents.services import issue
from documents.services.files import page_of
from participants.enums import AssignmentRole
from participants.models import Person
from tests.assertions import queries_of
from tests.builders import make_mentee, make_mentor, make_person
from tests.documents.acts import blocks, card, clauses, draft, paras
from tests.documents.builders import appoint, make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 28)
COURSE = """# О Положении; {куратор с должностью}
Слушали: {куратор полностью, вин.} о проекте.
Выступили: {секретарь педсовета, род.} мнение поддержали.
Решили:
– Принять Положение.
– Поручить {председатель педсовета, дат.} утвердить его.
Голосовали: за 2, против 0, воздержались 1"""


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 21))
    return make_school_program()


@pytest.fixture
def council(program):
    school = program.organization
    director = Person.objects.get(last_name="Ветрова")
    secretary = make_person("Маслова Дарья Сергеевна", organization=school, sex="f")
    appoint(director, AssignmentRole.COUNCIL_CHAIR, "директор")
    appoint(secretary, AssignmentRole.COUNCIL_SECRETARY, "учитель труда")
    return program


def protocol(program, **values):
    return draft(program, "protocol_pedsovet", **{"course": COURSE} | values)


def teachers(program, count):
    names = [f"Зорин{chr(1072 + n)} Лев Юрьевич" for n in range(count)]
    return [make_mentor(program, name, position="учитель").person for name in names]


def test_the_page_of_a_registered_protocol_has_every_part_in_its_place(council):
    curator = Person.objects.get(last_name="Соколова")

    paper = issue.register(document=protocol(council, present=[curator]), day=DAY, by=None)

    rows = (
        ("Ветрова Ирина Павловна", "директор"),
        ("Маслова Дарья Сергеевна", "учитель труда"),
        ("Соколова Анна Игоревна", "учитель физики"),
    )
    assert paper.number_text == "1"
    assert page_of(paper).title == "Протокол заседания Педагогического совета"
    code, *rest = page_of(paper).blocks
    assert isinstance(code, QrCode)
    assert tuple(rest) == (
        Letterhead((council.organization.name,)),
        KindLine("ПРОТОКОЛ"),
        DateNumber(DAY, "1", "г. Новый"),
        Title("заседания Педагогического совета", "center"),
        KeyValues(
            (
                ("Председатель", "Ветрова\u00a0И.\u00a0П., директор"),
                ("Секретарь", "Маслова\u00a0Д.\u00a0С., учитель труда"),
                ("Присутствовали", "Соколова Анна Игоревна, учитель физики"),
            )
        ),
        Heading("Повестка дня", 2),
        Clause("1", "О Положении. Докладчик: учитель физики Соколова\u00a0А.\u00a0И."),
        Heading("1. О Положении", 2),
        Para("СЛУШАЛИ: Соколову Анну Игоревну, учителя физики, о проекте."),
        Para("ВЫСТУПИЛИ: Масловой\u00a0Д.\u00a0С. мнение поддержали."),
        Para("РЕШИЛИ:"),
        Clause("1.1", "Принять Положение.", 2),
        Clause("1.2", "Поручить Ветровой\u00a0И.\u00a0П. утвердить его.", 2),
        Para("Решение принято: «за» – 2, «против» – 0, «воздержались» – 1."),
        Signature("Председатель", "И.\u00a0П.\u00a0Ветрова"),
        Signature("Секретарь", "Д.\u00a0С.\u00a0Маслова"),
        Acquaintance(rows, "С протоколом ознакомлены:"),
    )


def test_a_correction_on_the_card_of_a_person_wins(council):
    Person.objects.filter(last_name="Маслова").update(
        name_forms={"gent": "Масловой-Верной Дарьи Сергеевны"}
    )

    assert "ВЫСТУПИЛИ: Масловой-Верной\u00a0Д.\u00a0С. мнение поддержали." in paras(
        protocol(council)
    )


def test_up_to_ten_people_are_named_in_the_head(council):
    document = protocol(council, present=teachers(council, 8))

    assert card(document)["Присутствовали"].count("учитель") == 8
    assert blocks(document, Annex) == []


def test_more_than_ten_people_stand_in_a_list_at_the_end(council):
    document = protocol(council, present=teachers(council, 9))

    assert card(document)["Присутствовали"] == "11\u00a0человек (список прилагается)"
    assert blocks(document, Annex) == [
        Annex(("Приложение", "к протоколу от ____________ №\u00a0______"), "Список присутствующих")
    ]
    rows = blocks(document, Acquaintance)[0].rows
    assert [name for name, _post in rows[:3]] == [
        "Ветрова Ирина Павловна",
        "Маслова Дарья Сергеевна",
        "Зорина Лев Юрьевич",
    ]
    assert len(rows) == 11


def test_a_number_without_names_leaves_lines_to_sign(council):
    document = protocol(council, number=14, members=20)

    assert card(document)["Состав Педагогического совета"] == "20\u00a0человек"
    rows = blocks(document, Acquaintance)[0].rows
    assert (len(rows), rows[2:]) == (14, (("", ""),) * 12)


def test_a_short_number_without_names_leaves_lines_to_sign(council):
    document = protocol(council, number=4)

    assert card(document)["Присутствовали"] == "4\u00a0человека"
    assert len(blocks(document, Acquaintance)[0].rows) == 4
    assert blocks(document, Annex) == []


def test_those_whom_the_portal_does_not_know_are_typed(council):
    document = protocol(
        council,
        others="Лужин Борис Андреевич; логопед\nКолосова Инна Юрьевна",
        invited="Отец класса",
    )

    assert card(document)["Присутствовали"] == (
        "Лужин Борис Андреевич, логопед; Колосова Инна Юрьевна"
    )
    assert card(document)["Приглашённые"] == "Отец класса"


def test_a_person_is_counted_once(council):
    director = Person.objects.get(last_name="Ветрова")
    document = protocol(council, present=[director], others="Лужин Борис Андреевич; логопед")

    names = [name for name, _post in blocks(document, Acquaintance)[0].rows]

    assert names == ["Ветрова Ирина Павловна", "Маслова Дарья Сергеевна", "Лужин Борис Андреевич"]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        (
            {"number": 2, "others": "Лужин Борис Андреевич"},
            "Присутствовало 2, а названо 3 вместе с председателем и секретарём. "
            "Исправьте число или список.",
        ),
        (
            {"number": 30, "members": 29},
            "Присутствовало 30, а в составе совета 29. Исправьте число.",
        ),
        (
            {"number": 2},
            "Строка 7: голосов 3, а присутствовало 2. Проверьте счёт.",
        ),
        (
            {"others": "Лужин; логопед; кабинет 3"},
            "Строка 1: частей 3, а нужно не больше 2: «Фамилия Имя Отчество; должность».",
        ),
    ],
)
def test_odd_numbers_are_refused_in_words(council, values, refusal):
    document = protocol(council, **values)

    for act in (page_of, lambda paper: issue.register(document=paper, day=DAY, by=None)):
        with pytest.raises(ValidationError) as caught:
            act(document)
        assert caught.value.messages == [refusal]


def test_the_whole_council_may_come(council):
    assert card(protocol(council, number=9, members=9))["Присутствовали"] == "9\u00a0человек"


def test_unanimity_counts_all_who_were_there(council):
    document = protocol(council, number=7, course="# Разное\nРешили: Да.\nГолосовали: единогласно")

    assert paras(document)[-1] == "Решение принято: «за» – 7, «против» – 0, «воздержались» – 0."


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ((4, 3, 0), "Решение принято: «за» – 4, «против» – 3, «воздержались» – 0."),
        ((3, 3, 1), "Решение не принято: «за» – 3, «против» – 3, «воздержались» – 1."),
        ((0, 0, 7), "Решение не принято: «за» – 0, «против» – 0, «воздержались» – 7."),
    ],
)
def test_a_decision_is_taken_by_more_votes_for_than_against(council, votes, words):
    counted = "за {}, против {}, воздержались {}".format(*votes)
    course = f"# Разное\nРешили: Да.\nГолосовали: {counted}"

    assert paras(protocol(council, number=7, course=course))[-1] == words


def test_what_nobody_knows_yet_is_left_to_the_hand(program):
    document = protocol(program, course="# Разное\nВыступили:\nРешили: Да.\nГолосовали:")

    blank = "_" * 20
    assert card(document) == {
        "Председатель": blank,
        "Секретарь": blank,
        "Присутствовали": blank,
    }
    assert paras(document) == [
        f"СЛУШАЛИ: {blank}",
        f"ВЫСТУПИЛИ: {blank}",
        "РЕШИЛИ:",
        "Решение принято: «за» – _____, «против» – _____, «воздержались» – _____.",
    ]


def test_a_protocol_without_its_people_is_not_registered(program):
    with pytest.raises(ValidationError) as caught:
        issue.register(document=protocol(program), day=DAY, by=None)

    assert caught.value.messages == [
        "Укажите в протоколе: председателя, секретаря, сколько человек присутствовало."
    ]


def test_the_chosen_chair_wins_over_the_duty(council):
    other = make_person("Лужин Борис Андреевич", organization=council.organization)
    make_mentee(council, person=other, position="завуч")

    document = protocol(council, chair=other)

    assert card(document)["Председатель"] == "Лужин\u00a0Б.\u00a0А., завуч"


def test_the_portals_own_agenda_is_that_of_the_type_document(council):
    document = draft(council, "protocol_pedsovet")

    questions = [text.partition(". Докладчик")[0] for number, text in clauses(document)][:3]
    assert questions == [
        "О концепции целевой модели наставничества",
        "О плане мероприятий (дорожной карте) внедрения целевой модели наставничества",
        "О Положении о наставничестве",
    ]


def test_many_people_cost_no_more_queries(council):
    few, many = (protocol(council, present=teachers(council, count)) for count in (2, 30))

    assert queries_of(lambda: page_of(many)) == queries_of(lambda: page_of(few))
