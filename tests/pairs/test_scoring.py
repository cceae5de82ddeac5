"""How a pair is scored and why: words, ages, days, and the sheet for the curator."""

import pytest
from hypothesis import given, settings

from pairs.domain.facts import FORM_TITLES, MenteeFacts, MentorFacts, Reason, Weights
from pairs.domain.proposals import explain, forbids
from pairs.domain.score_table import ScoreTable
from pairs.domain.words import offered, phrases_about, wanted
from programs.enums import MentoringForm
from tests.pairs import strategies


def reason(code, mentor, mentee):
    _score, reasons = explain(mentor, mentee)
    return next((found for found in reasons if found.code == code), None)


@settings(deadline=None)
@given(strategies.bases(weighed=strategies.weights))
def test_table_and_sheet_of_a_pair_say_the_same(bases):
    mentors, mentees, banned = bases
    table = ScoreTable(mentors, mentees, banned)

    for row, mentee in enumerate(mentees):
        for column, mentor in enumerate(mentors):
            score, reasons = explain(mentor, mentee)
            barred = forbids(mentor, mentee, banned)
            assert score == table.points[row, column]
            assert score == sum(found.points for found in reasons)
            assert bool(table.allowed[row, column]) == (
                barred in ("", "У наставника нет свободных мест")
            )


@given(strategies.weights)
def test_weights_of_any_size_make_one_hundred_points(weights):
    assert sum(weights.points.values()) == 100


@pytest.mark.parametrize("wrong", [{"request": -1}, {"age_tolerance": -1}])
def test_negative_weights_are_refused(wrong):
    with pytest.raises(ValueError, match="не бывают отрицательными"):
        Weights(**wrong)


def test_everything_met_is_a_full_score():
    mentor = MentorFacts(
        id=1,
        forms=frozenset({"student_student"}),
        role_models=frozenset({"peer_peer"}),
        competences="математика, олимпиады",
        position="учитель алгебры",
        interests="шахматы, музыка",
        tags=frozenset({"лето", "учёба"}),
        age_from=13,
        age_to=17,
        hours_month=4,
        days=frozenset({"вт", "чт"}),
        hours=((840, 960),),
        workplace="МБОУ «СОШ № 9»",
        wishes=(7,),
    )
    mentee = MenteeFacts(
        id=7,
        form="student_student",
        role_model="peer_peer",
        request="подготовка к олимпиаде по математике",
        interests="музыка и шахматы",
        tags=frozenset({"#Лето", "учеба"}),
        age=13,
        wishes=(1,),
        previous=frozenset({1}),
        days=frozenset({"чт", "вт"}),
        hours=((900, 1020),),
        workplace="МБОУ СОШ №\xa09",
        days_waited=200,
        weights=Weights(subject=7, request=21),
    )

    assert explain(mentor, mentee) == (
        100,
        (
            Reason(
                "request",
                21,
                "Запросу «подготовка к олимпиаде по математике» отвечают компетенции: "
                "математика, олимпиады",
            ),
            Reason("wish", 12, "Наставник указан в пожеланиях первым"),
            Reason("interests", 10, "Общие интересы: шахматы, музыка"),
            Reason("tags", 8, "Общие метки: #лето, #учёба"),
            Reason("age", 8, "Возраст 13\xa0лет входит в желаемый (13–17)"),
            Reason("days", 8, "Общие свободные дни: вторник, четверг, 15:00–16:00"),
            Reason("subject", 7, "Предмет совпадает: учитель алгебры, математика"),
            Reason("welcome", 6, "Наставник сам выбрал наставляемого первым"),
            Reason("previous", 5, "Продолжение прежней пары"),
            Reason("form", 4, "Форма «ученик – ученик» совпадает"),
            Reason("role", 3, "Ролевая модель «равный – равному» совпадает"),
            Reason("hours", 3, "Времени на одного наставляемого: 4\xa0ч в месяц"),
            Reason("waiting", 3, "Ждёт наставника 200\xa0дней"),
            Reason("place", 2, "Работают или учатся в одном месте"),
        ),
    )


def test_a_poor_pair_is_told_honestly():
    mentor = MentorFacts(id=1, competences="вокал", age_from=13, days=frozenset({"пн"}))
    mentee = MenteeFacts(
        id=7, request="алгебра", age=None, wishes=(2,), days=frozenset({"вс"}), form="head_teacher"
    )

    assert [found.text for found in explain(mentor, mentee)[1]] == [
        "Год рождения не указан: возраст не проверен",
        "Наставник готов к любой форме, в том числе "
        "«руководитель образовательной организации – педагог»",
        "Ролевая модель в запросе не указана",
        "Запрос и компетенции не пересекаются – проверьте лично",
        "Наставника нет среди пожеланий наставляемого",
        "Общих свободных дней нет",
    ]


@pytest.mark.parametrize(
    ("age", "points", "text"),
    [
        (12, 8, "Возраст 12\xa0лет входит в желаемый (12–16)"),
        (17, 5, "Возраст 17\xa0лет вне желаемого (12–16) на 1\xa0год"),
        (10, 2, "Возраст 10\xa0лет вне желаемого (12–16) на 2\xa0года"),
        (9, 0, "Возраст 9\xa0лет вне желаемого (12–16) на 3\xa0года"),
    ],
)
def test_each_year_beyond_the_wished_age_costs_points(age, points, text):
    mentor = MentorFacts(id=1, age_from=12, age_to=16)

    found = reason("age", mentor, MenteeFacts(id=7, age=age))
    assert found == Reason("age", points, text, partly=points in (5, 2))


def test_a_light_criterion_met_in_part_is_told_so_though_worth_no_point():
    mentee = MenteeFacts(id=7, days_waited=72, weights=Weights(waiting=2))

    assert reason("waiting", MentorFacts(id=1), mentee) == Reason(
        "waiting", 0, "Ждёт наставника 72\xa0дня", partly=True
    )


@pytest.mark.parametrize(
    ("mentor", "mentee", "text"),
    [
        ({"person_id": 5}, {"person_id": 5}, "Наставник и наставляемый – один и тот же человек"),
        ({"forms": frozenset({"head_teacher"})}, {"form": "student_student"},
         "Наставник не работает в форме «ученик – ученик»"),
        ({"age_to": 10}, {"age": 13}, "Возраст 13\xa0лет вне желаемого (до 10) на 3\xa0года"),
        ({"places": 0}, {}, "У наставника нет свободных мест"),
        ({"age_to": 10}, {"age": 12}, ""),
        ({}, {"form": "student_student"}, ""),
        ({"forms": frozenset({"head_teacher"})}, {}, ""),
    ],
)  # fmt: skip
def test_the_rule_that_forbids_a_pair_is_named(mentor, mentee, text):
    assert forbids(MentorFacts(id=1, **mentor), MenteeFacts(id=7, **mentee)) == text


def test_a_banned_pair_is_named_as_such():
    banned = frozenset({(1, 7)})

    assert forbids(MentorFacts(id=1), MenteeFacts(id=7), banned) == "Пара исключена куратором"
    assert forbids(MentorFacts(id=7), MenteeFacts(id=1), banned) == ""


def test_wishes_are_worth_less_down_the_list():
    mentee = MenteeFacts(id=7, wishes=(1, 1, 2, 3, 4))

    points = [reason("wish", MentorFacts(id=n), mentee).points for n in (1, 2, 3, 4, 5)]

    assert points == [12, 8, 4, 4, 0]


@pytest.mark.parametrize(
    ("request_text", "competences", "found"),
    [
        ("подготовка к ОГЭ по алгебре", "Математика и физика; вокал", ["Математика и физика"]),
        ("физра", "спорт, волонтёрство", ["спорт"]),
        ("физическая культура", "физика, культура речи", []),
        ("хочу программировать на питоне", "Python", ["Python"]),
        ("русский язык", "английский язык", []),
        ("адаптация в новом классе", "классное руководство", ["классное руководство"]),
        ("помощь", "помощь, вокал", ["помощь"]),
        ("помощь по химии", "помощь, вокал", []),
        ("выбор профессии", "профориентация", ["профориентация"]),
        ("Ёлки", "елка", ["елка"]),
        ("9 класс", "9 грамот", []),
    ],
)
def test_texts_are_compared_by_meaning(request_text, competences, found):
    assert phrases_about(competences, wanted(request_text)) == found


def test_words_of_neighbouring_items_make_no_phrase():
    assert offered("классное, руководство") & wanted("адаптация") == frozenset()


def test_long_requests_are_quoted_in_part():
    mentee = MenteeFacts(id=7, request="математика " * 20)

    text = reason("request", MentorFacts(id=1, competences="математика"), mentee).text

    quoted = "математика " * 7 + "ма…"
    assert text == f"Запросу «{quoted}» отвечают компетенции: математика"


def test_forms_are_called_as_everywhere_in_the_portal():
    assert dict(MentoringForm.choices) == FORM_TITLES
