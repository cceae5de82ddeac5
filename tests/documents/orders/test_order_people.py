"""Names and posts stand in the right case, whoever they are, and a correction by hand wins."""

from pathlib import Path

import pytest

from documents.kinds import kind_of
from documents.services.files import page_of
from documents.services.paper import draft_paper, sheet
from tests.builders import make_mentor, make_person
from tests.documents.builders import appoint, make_school_program
from tests.documents.orders.reading import clauses

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2] / "participants" / "data"
# Full name, sex, accusative, dative with initials.
ODD = [
    ("Ткаченко Лев Олегович", "m", "Ткаченко Льва Олеговича", "Ткаченко Л. О."),
    ("Черных Ольга Юрьевна", "f", "Черных Ольгу Юрьевну", "Черных О. Ю."),
    ("Алиев Рашад Али оглы", "m", "Алиева Рашада Али оглы", "Алиеву Р. А."),
    ("Алиева Наргиз Али кызы", "f", "Алиеву Наргиз Али кызы", "Алиевой Н. А."),
    ("Никитин Никита Львович", "m", "Никитина Никиту Львовича", "Никитину Н. Л."),
    ("Ткач Виктор Семёнович", "m", "Ткача Виктора Семёновича", "Ткачу В. С."),
    ("Ткач Елена Львовна", "f", "Ткач Елену Львовну", "Ткач Е. Л."),
    ("Панина Ева", "f", "Панину Еву", "Паниной Е."),
]


def curator_order(person, program):
    draft = draft_paper(program=program, code="order_curator", by=None, values={"curator": person})
    return clauses(page_of(draft))[:2]


def curator_clauses(person, program):
    """The same without keeping a draft for each of two hundred people."""
    return clauses(sheet(kind_of("order_curator"), program, values={"curator": person}))[:2]


def teacher(name, sex, **fields):
    program = make_school_program()
    person = make_person(name, organization=program.organization, sex=sex, **fields)
    appoint(person, "working_group_member", "учитель математики")
    return person, program


@pytest.mark.parametrize(("name", "sex", "accusative", "short"), ODD, ids=lambda value: value)
def test_the_curator_is_named_and_told_in_the_right_cases(name, sex, accusative, short):
    assert curator_order(*teacher(name, sex)) == [
        f"1. Назначить {accusative}, учителя математики, куратором внедрения целевой модели "
        "наставничества с 1 сентября 2026 г.",
        f"2. Куратору {short}:",
    ]


def test_a_case_corrected_on_the_card_wins_in_the_full_and_in_the_short_name():
    forms = {"accs": "Лёву Льва Львовича", "datv": "Лёве Льву Львовичу"}

    first, second = curator_order(*teacher("Лёва Лев Львович", "m", name_forms=forms))

    assert first.startswith("1. Назначить Лёву Льва Львовича, учителя математики, куратором")
    assert second == "2. Куратору Лёве Л. Л.:"


def test_a_person_without_a_post_is_named_alone():
    program = make_school_program()
    person = make_person("Зорин Лев Юрьевич", organization=program.organization)

    first, _second = curator_order(person, program)

    assert first.startswith("1. Назначить Зорина Льва Юрьевича куратором")


@pytest.mark.parametrize(
    ("position", "sex", "words"),
    [
        ("10 «А» класс", "f", "ученицу 10 «А» класса"),
        ("10А", "m", "ученика 10 «А» класса"),
        ("учитель математики", "f", "учителя математики"),
        ("студент 2 курса", "m", "студента 2 курса"),
    ],
)
def test_a_mentor_stands_with_the_words_of_his_place(position, sex, words):
    program = make_school_program()
    mentor = make_mentor(program, "Дюма Женя Яновна", position=position)
    mentor.person.sex = sex
    mentor.person.save()

    draft = draft_paper(program=program, code="order_curator_mentors", by=None)

    listed = clauses(page_of(draft))[3]
    assert listed.endswith(f", {words}.")


def test_fifteen_mentors_are_a_list_and_sixteen_an_annex():
    program = make_school_program()
    counts = []
    for count in (15, 1):
        for number in range(count):
            make_mentor(program, f"Панин Глеб Олегович{number}{count}", position="учитель химии")
        draft = draft_paper(program=program, code="order_curator_mentors", by=None)
        page = page_of(draft)
        counts.append((len(clauses(page)), type(page.blocks[-1]).__name__))

    assert counts == [(20, "Acquaintance"), (5, "Table")]


def rows(name):
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def without_yo(text):
    return text.replace("ё", "е").replace("Ё", "Е")


def test_every_name_of_the_list_is_right_in_an_order():
    program = make_school_program()
    wrong = []
    for sex, name, _genitive, dative, accusative, _instrumental in rows("declension_names.psv"):
        person = make_person(name, organization=program.organization, sex=sex)
        first, second = map(without_yo, curator_clauses(person, program))
        last, *given = without_yo(dative).split()
        short = " ".join([last, *(part[0].upper() + "." for part in given[:2])])
        if f"Назначить {without_yo(accusative)} " not in first or f" {short}:" not in second:
            wrong.append((name, first, second))

    assert wrong == []


def test_every_post_of_the_list_is_right_in_an_order():
    program = make_school_program()
    wrong = []
    for post, _genitive, _dative, accusative, _instrumental in rows("declension_titles.psv"):
        person = make_person("Зорин Лев Юрьевич", organization=program.organization)
        appoint(person, "working_group_member", post)
        first, _second = map(without_yo, curator_clauses(person, program))
        if f"Зорина Льва Юрьевича, {without_yo(accusative)}, куратором" not in first:
            wrong.append((post, first))

    assert wrong == []
