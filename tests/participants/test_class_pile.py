"""Consents that a class brings in one pile."""

import pytest
from django.urls import reverse
from django.utils import timezone

from participants.domain.school_class import class_of
from participants.enums import ConsentKind
from participants.models import Consent
from participants.services.consent import Gap
from participants.services.gap_list import gap_list
from participants.services.school_class import classes
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import make_mentee, make_mentor, make_user

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def pupil(program, full_name, position="9 «А» класс", **fields):
    return make_mentee(program, full_name, position=position, **fields)


def address(program, **query):
    url = reverse("participants:consent_class", args=[program.pk])
    return f"{url}?{'&'.join(f'{name}={value}' for name, value in query.items())}"


def bring(browser, program, *rows, name="9 «А»", **values):
    data = {
        "kinds": ["processing", "photo"],
        "signed_on": TODAY.isoformat(),
        "people": [row.person_id for row in rows],
    }
    return browser.post(address(program, **{"class": name}), data | values)


def held():
    papers = Consent.objects.order_by("person", "kind")
    return list(papers.values_list("person", "kind"))


@pytest.mark.parametrize(
    ("position", "name"),
    [
        ("9 «А» класс", "9 «А»"),
        ("9А", "9 «А»"),
        ("9-а кл.", "9 «А»"),
        ('10 "Б"', "10 «Б»"),
        ("11", "11"),
        ("7 класс", "7"),
        ("12 «А» класс", ""),
        ("учитель 9 класса", ""),
        ("9 «А» класс, староста", ""),
        ("", ""),
    ],
)
def test_a_class_is_read_in_any_spelling(position, name):
    assert class_of(position) == name


def test_people_of_a_class_stand_together_by_name(program):
    late = pupil(program, "Яковлев Олег", "9А")
    early = pupil(program, "Авдеева Анна")
    make_mentor(program, "Учителева Ольга", position="учитель")
    elder = pupil(program, "Белов Пётр", "10 «А» класс")
    younger = pupil(program, "Белов Иван", "9 «Б» класс")

    assert list(classes(program).items()) == [
        ("9 «А»", [early, late]),
        ("9 «Б»", [younger]),
        ("10 «А»", [elder]),
    ]


def test_a_pupil_in_both_bases_is_ticked_once(program):
    row = pupil(program, "Авдеева Анна")
    make_mentor(program, person=row.person, position="9 «А» класс")

    assert [len(rows) for rows in classes(program).values()] == [1]


def test_only_ticked_people_get_papers(browser, program):
    first, second = pupil(program, "Авдеева Анна"), pupil(program, "Белов Пётр")

    bring(browser, program, first)

    assert held() == [(first.person_id, "photo"), (first.person_id, "processing")]
    assert not second.person.consents.exists()


def test_the_same_pile_twice_adds_nothing(browser, program):
    row = pupil(program, "Авдеева Анна")

    bring(browser, program, row)
    bring(browser, program, row)

    assert len(held()) == 2


def test_nobody_is_ticked_beforehand(browser, program):
    pupil(program, "Авдеева Анна")

    page = browser.get(address(program, **{"class": "9 «А»"}))

    assert page.context["form"]["people"].value() is None


def test_the_whole_class_is_ticked_and_what_is_typed_stays(browser, program):
    rows = [pupil(program, "Авдеева Анна"), pupil(program, "Белов Пётр")]
    typed = {"kinds": ["photo"], "signed_on": "2026-09-01", "valid_until": "2027-05-31"}

    page = browser.post(address(program, **{"class": "9 «А»"}), {**typed, "all": "1"})

    form = page.context["form"]
    everyone = [str(row.person_id) for row in rows]
    assert {name: form[name].value() for name in form.fields} == {**typed, "people": everyone}
    assert (form.errors, held()) == ({}, [])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"people": []}, "people"),
        ({"people": ["777"]}, "people"),
        ({"kinds": []}, "kinds"),
        ({"kinds": ["distribution"]}, "kinds"),
        ({"signed_on": "2999-01-01"}, "signed_on"),
    ],
)
def test_a_wrong_pile_is_refused(browser, program, values, field):
    row = pupil(program, "Авдеева Анна")

    answer = bring(browser, program, row, **values)

    assert list(answer.context["form"].errors) == [field]
    assert held() == []


def test_a_person_of_another_class_is_not_ticked(browser, program):
    pupil(program, "Авдеева Анна")
    other = pupil(program, "Белов Иван", "9 «Б» класс")

    answer = bring(browser, program, other)

    assert list(answer.context["form"].errors) == ["people"]


@pytest.mark.parametrize("name", ["8 «А»", "'; drop", "<b>"])
def test_an_unknown_class_is_not_found(browser, program, name):
    assert browser.get(address(program, **{"class": name})).status_code == 404


def test_a_viewer_records_nothing(client, program):
    pupil(program, "Авдеева Анна")
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    assert client.get(address(program)).status_code == 403


def test_a_program_without_classes_says_where_they_come_from(browser, program):
    page = browser.get(address(program))

    assert page.context["classes"] == []
    assert "Классы не указаны" in page.content.decode()


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_page_costs_the_same_for_any_class(browser, program, number):
    pupil(program, "Авдеева Анна")

    def more():
        for n in range(number):
            pupil(program, f"Белов{n} Пётр")

    assert_flat(lambda: browser.get(address(program, **{"class": "9 «А»"})), more)


def gap(name, *missing, school_class=""):
    return Gap(name, ("наставляемый",), missing, school_class)


PHOTO, PROCESSING = ConsentKind.PHOTO, ConsentKind.PROCESSING
GAPS = [
    gap("Авдеева", PROCESSING, school_class="9 «А»"),
    gap("Белов", PROCESSING, PHOTO, school_class="10 «А»"),
    gap("Волкова", PHOTO),
]


@pytest.mark.parametrize(
    ("kind", "school_class", "found"),
    [
        ("", "", ["Авдеева", "Белов", "Волкова"]),
        ("photo", "", ["Белов", "Волкова"]),
        ("", "9 «А»", ["Авдеева"]),
        ("photo", "10 «А»", ["Белов"]),
        ("nonsense", "", ["Авдеева", "Белов", "Волкова"]),
        ("processing", "8 «Б»", ["Авдеева", "Белов"]),
    ],
)
def test_gaps_are_narrowed_by_kind_and_class(kind, school_class, found):
    rows = gap_list(GAPS, kind=kind, school_class=school_class)

    assert [row.person for row in rows.found] == found
    assert rows.classes == [("9 «А»", 1), ("10 «А»", 1)]


def test_kinds_are_counted_inside_the_class():
    assert gap_list(GAPS, school_class="9 «А»").kinds == [(PROCESSING, 1)]
    assert gap_list(GAPS).kinds == [(PROCESSING, 2), (PHOTO, 2)]


def test_the_page_of_gaps_asks_for_a_class(browser, program):
    row = pupil(program, "Авдеева Анна")
    pupil(program, "Белов Иван", "9 «Б» класс")
    url = reverse("participants:consent_gaps", args=[program.pk])

    page = browser.get(url, {"class": "9 «А»"})

    assert [gap.person for gap in page.context["page_obj"]] == [row.person]
