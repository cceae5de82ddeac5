"""Naming people to duties in the browser."""

import re

import pytest

from participants.models import Assignment
from tests.builders import (
    make_mentee,
    make_mentor,
    make_person,
    make_program,
)
from tests.participants.test_cards import url

pytestmark = pytest.mark.django_db


def test_a_duty_is_given_to_a_known_person_by_name(browser, program):
    known = make_person("Орлов Пётр Ильич", organization=program.organization, birth_year=1980)
    values = {"role": "curator", "full_name": "Орлов  Петр Ильич", "post": "учитель физики"}

    browser.post(url("assignment_create", program.pk), values)

    assert Assignment.objects.get().person == known


def test_a_duty_makes_a_new_person_when_the_name_is_new(browser, program):
    values = {"role": "director", "full_name": "Орлова Вера Ильинична", "post": "директор"}

    browser.post(url("assignment_create", program.pk), values)

    person = Assignment.objects.get().person
    assert (person.full_name, person.sex) == ("Орлова Вера Ильинична", "f")


def test_the_duty_that_the_link_names_is_chosen_already(browser, program):
    address = url("assignment_create", program.pk)

    chosen = [
        browser.get(address + query).context["form"]["role"].value()
        for query in ("?role=director", "?role=nobody")
    ]

    assert chosen == ["director", ""]


def test_a_saved_duty_leads_on_to_what_a_new_program_still_has_nothing_of(browser, program):
    found = []
    for role in ("director", "curator", "commission_chair"):
        values = {"role": role, "full_name": "Орлова Вера Ильинична", "post": "учитель"}
        answer = browser.post(url("assignment_create", program.pk), values, follow=True)
        said = answer.content.decode().split('id="messages"')[1].split("</div>")[0]
        found += re.findall(r'<a href="([^"]+)">([^<]+)</a>', said)
        if role == "curator":
            make_mentee(program)
            make_mentor(program)

    assert found == [
        (url("assignment_create", program.pk) + "?role=curator", "Назначить куратора"),
        (url("import_create", program.pk), "Загрузить базу наставляемых"),
    ]


def test_a_duty_of_another_organization_is_out_of_reach(browser, program):
    other = make_program().organization
    person = make_person(organization=other)
    duty = Assignment.objects.create(
        organization=other, person=person, role="curator", post="учитель"
    )

    assert browser.get(url("assignment_update", program.pk, duty.pk)).status_code == 404
