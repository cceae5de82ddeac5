from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.duplicates import (
    Match,
    PeopleIndex,
    Same,
    identity,
    name_key,
    same_person,
)

PEOPLE = st.builds(
    identity,
    st.sampled_from(["Сова", "СОВА", "Лось", "Петренко-Юрьев", "Петренко Юрьев"]),
    st.sampled_from(["Лев", "Л.", "Леся", "Ян"]),
    st.sampled_from(["", "И.", "Ильич", "Игоревич"]),
    st.sampled_from([None, 2011, 2012, 2014]),
    st.sampled_from([None, date(2012, 5, 1), date(2012, 6, 1)]),
)


@pytest.mark.parametrize(
    "name",
    [
        ("ПЁТР-ЮРЬЕВ", "Семён", "Ильич"),
        ("  Петр – Юрьев ", "СЕМЕН", "ильич"),
        ("Пётр Юрьев", "Семен", "Ильич"),
        ("Пётp-Юpьeв", "Ceмён", "Ильич"),
    ],
)
def test_one_key_for_spellings_of_one_name(name):
    assert name_key(*name) == ("петр юрьев", "семен", "ильич")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (("Сова", "Лев", "Ильич", 2012), ("СОВА", "Лeв", "Ильич", 2012), Same.YES),
        (("Сова", "Лев", "Ильич"), ("Сова", "Лев", "Ильич"), Same.YES),
        (("Сова", "Лев", "Ильич", 2012), ("Сова", "Лев", "Ильич"), Same.MAYBE),
        (("Сова", "Лев", "Ильич", 2012), ("Сова", "Лев", "Ильич", 2013), Same.MAYBE),
        (("Сова", "Лев", "Ильич", 2012), ("Сова", "Лев", "Ильич", 2014), Same.NO),
        (("Сова", "Лев", "Ильич", 2012), ("Сова", "Лев", "", 2012), Same.MAYBE),
        (("Сова", "Лев", "", 2012), ("Сова", "Лев", "", 2012), Same.YES),
        (("Сова", "Л.", "И.", 2012), ("Сова", "Лев", "Ильич", 2012), Same.MAYBE),
        (("Сова", "Л.", "И."), ("Сова", "Л.", "И."), Same.MAYBE),
        (("Сова", "Л.", "И."), ("Сова", "Лев", "Петрович"), Same.NO),
        (("Сова", "Лев", "Ильич"), ("Совина", "Лев", "Ильич"), Same.NO),
        (("Сова", "Лев", "Ильич"), ("Сова", "Леонид", "Ильич"), Same.NO),
    ],
)
def test_sameness(one, other, answer):
    assert same_person(identity(*one), identity(*other)) is answer


def test_different_birthdays_of_one_year_are_a_question():
    name = ("Сова", "Лев", "Ильич", 2012)

    assert same_person(identity(*name, date(2012, 5, 1)), identity(*name)) is Same.YES
    assert (
        same_person(identity(*name, date(2012, 5, 1)), identity(*name, date(2012, 5, 2)))
        is Same.MAYBE
    )


def test_index_prefers_the_sure_match_to_an_earlier_doubtful_one():
    index = PeopleIndex(
        [(identity("Сова", "Л.", "И."), 1), (identity("Сова", "Лев", "Ильич", 2012), 2)]
    )

    assert index.find(identity("Сова", "Лев", "Ильич", 2012)) == Match(Same.YES, 2)
    assert index.find(identity("Сова", "Лев", "Ильич", 2009)) == Match(Same.MAYBE, 1)
    assert index.find(identity("Лось", "Лев", "Ильич", 2012)) == Match(Same.NO)


@given(PEOPLE, PEOPLE)
def test_sameness_is_symmetric(one, other):
    assert same_person(one, other) is same_person(other, one)


@given(st.lists(PEOPLE, max_size=12), PEOPLE)
def test_index_agrees_with_comparing_everyone(known, person):
    answers = {same_person(person, other) for other in known}
    best = next((same for same in (Same.YES, Same.MAYBE) if same in answers), Same.NO)

    index = PeopleIndex((other, number) for number, other in enumerate(known))

    assert index.find(person).same is best
