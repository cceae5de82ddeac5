"""Whom the words of a paper name."""

import pytest

from documents.domain.mentions import Name, indexed, people_named, says, words

ANNA = Name(1, "Соколова", "Анна", "Игоревна")
ARTEM = Name(2, "Соколов", "Артём", "Игоревич")
LEV = Name(3, "Лев", "Лев", "Львович")
ALI = Name(4, "Ли", "Александр")
EVERYBODY = (ANNA, ARTEM, LEV, ALI)


def named(page, names=EVERYBODY, rank=lambda person: 0):
    return people_named(words(page), indexed(names), rank)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Соколова Анна Игоревна", {1}),
        ("куратору учителю физики Соколовой А.\u00a0И.:", {1, 2}),
        ("И.\u00a0о. директора А. И. Соколов", {2}),
        ("с Соколовым Артемом Игоревичем, 8 «А» класс", {2}),
        ("Анной Игоревной Соколовой", {1}),
        ("Соколова Анна", {1}),
        ("Соколова Анна Петровна", set()),
        ("Соколова Б. И.", set()),
        ("Соколова и Лев", set()),
        ("Льву Льву Львовичу", set()),
        ("Лев Льва Львовича", {3}),
        ("Ли Александру", {4}),
        ("Ли А.", set()),
        ("лист ознакомления, линия 4", set()),
    ],
)
def test_a_text_names_people_in_any_case_and_order(text, people):
    assert named({"kind": "para", "text": text}) == people


@pytest.mark.parametrize(
    ("row", "people"),
    [
        (["1", "Соколова", "Анна", "Игоревна"], {1}),
        (["Панина Анна", "Соколова Ольга"], set()),
        (["Анна", "Соколова", "физика"], set()),
    ],
)
def test_a_name_may_go_on_in_the_next_cells_only_after_the_surname(row, people):
    assert named({"rows": [row]}) == people


def test_whom_the_paper_is_about_wins_over_a_namesake():
    other = Name(9, "Соколов", "Андрей", "Ильич")

    assert named("Соколовой А. И.", (other, ANNA), rank={1: 0, 9: 1}.get) == {1}


@pytest.mark.parametrize(
    ("phrase", "said"),
    [("учитель физики", True), ("учитель химии", False), ("учитель физики и химии", False)],
)
def test_a_post_is_found_in_any_case(phrase, said):
    assert says(words(["Куратору, учителю физики Соколовой А. И."]), phrase) is said
