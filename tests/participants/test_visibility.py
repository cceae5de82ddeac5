"""«Кто видит мои данные»: for oneself, for a parent about the child, for nobody else."""

from datetime import date

import pytest
from django.urls import reverse

from participants.models import Assignment, Representative
from participants.services import account
from participants.services.consent import record
from participants.services.visibility import children_of, viewers
from programs.enums import OrganizationKind, Role
from programs.models import Membership
from tests.assertions import queries_of
from tests.builders import (
    make_mentee,
    make_organization,
    make_pair,
    make_person,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
OWN = reverse("participants:visibility_own")


def make_staff(program, role, name, **fields):
    user = make_user(role, program.organization, **fields)
    return make_person(name, organization=program.organization, user=user)


def make_parent(child, name="Матушкина Вера"):
    parent = make_person(name, organization=child.organization, birth_year=1985)
    Representative.objects.create(child=child, person=parent, relation="mother")
    return parent


def child_url(child):
    return reverse("participants:visibility_child", args=[child.pk])


def test_staff_is_named_and_strangers_and_stopped_logins_are_not(program):
    make_staff(program, Role.DIRECTOR, "Директорова Анна")
    make_staff(program, Role.CURATOR, "Кураторова Вера")
    make_staff(program, Role.CURATOR, "Бывшева Нина", is_active=False)
    make_staff(make_program(), Role.DIRECTOR, "Чужакова Ольга")
    person = make_mentee(program).person

    shown = [(viewer.role, viewer.names) for viewer in viewers(person, TODAY)]

    assert shown == [
        ("директор", ("Директорова Анна",)),
        ("куратор", ("Кураторова Вера",)),
        ("администратор портала", ()),
    ]


def test_a_login_without_a_card_is_named_by_the_duty(program):
    make_user(Role.CURATOR, program.organization)
    make_user(Role.GROUP_HEAD, program.organization)
    holder = make_person("Обязательнова Вера", organization=program.organization)
    Assignment.objects.create(
        organization=program.organization, person=holder, role="curator", post="учитель"
    )

    shown = [viewer.names for viewer in viewers(make_mentee(program).person, TODAY)]

    assert shown == [("Обязательнова Вера",), ("имя в портале не указано",), ()]


def test_the_municipality_sees_figures_only():
    municipality = make_organization(kind=OrganizationKind.MUNICIPALITY)
    school = make_organization(parent=municipality)

    viewer, _administrator = viewers(make_person(organization=school), TODAY)

    assert (viewer.role, viewer.names) == ("муниципальный координатор", ())
    assert viewer.sees == "только цифры и утверждённые отчёты, без имён"


def test_the_number_of_logins_costs_no_queries(program):
    person = make_mentee(program).person
    make_staff(program, Role.CURATOR, "Первая Анна")
    first = queries_of(lambda: viewers(person, TODAY))
    for number in range(5):
        make_staff(program, Role.GROUP_HEAD, f"Другая{number} Анна")

    assert queries_of(lambda: viewers(person, TODAY)) == first


def test_a_mentee_sees_who_of_the_pair_sees_and_what_is_public(client, program):
    pair = make_pair(program)
    mentee = pair.members.get().mentee
    mentee.person.birth_year = 1990
    mentee.person.save()
    record(
        person=mentee.person,
        kind="distribution",
        signer="person",
        signed_on=date(2026, 9, 1),
        fields=["name"],
        by=None,
    )
    client.force_login(account.give(person=mentee.person, by=None).user)

    page = client.get(OWN)

    text = page.content.decode()
    assert pair.mentor.person.full_name in text
    assert page.context["public"] == ["фамилия, имя, отчество"]
    assert [paper.consent.kind for paper in page.context["consents"]] == ["distribution"]


def test_a_withdrawn_consent_shows_nothing_to_visitors(client, program):
    mentee = make_mentee(program)
    consent = record(
        person=mentee.person, kind="distribution", signer="both", representative="Мать",
        signed_on=date(2026, 9, 1), fields=["name"], by=None,
    )  # fmt: skip
    consent.withdrawn_on = date(2026, 10, 1)
    consent.save()
    client.force_login(account.give(person=mentee.person, by=None).user)

    page = client.get(OWN)

    assert page.context["public"] == []
    assert [paper.in_force for paper in page.context["consents"]] == [False]


def test_a_parent_gets_a_login_without_a_role(program):
    login = account.give(person=make_parent(make_mentee(program).person), by=None)

    assert not Membership.objects.filter(user=login.user).exists()


def test_a_parent_comes_home_to_the_children_and_to_nobody_else(client, program):
    child, other = make_mentee(program).person, make_mentee(program).person
    make_parent(other, "Иная Ольга")
    client.force_login(account.give(person=make_parent(child), by=None).user)

    home = client.get("/", follow=True)

    assert home.status_code == 200
    assert home.context["children"] == [child]
    assert child_url(child) in home.content.decode()
    statuses = [client.get(child_url(one)).status_code for one in (child, other)]
    assert statuses == [200, 404]


def test_a_parent_opens_no_page_of_the_school(client, program):
    mentee = make_mentee(program)
    client.force_login(account.give(person=make_parent(mentee.person), by=None).user)
    names = ("mentee_detail", "person_detail", "mentee_list", "application_list")
    keys = (mentee.pk, mentee.person_id, program.pk, program.pk)

    statuses = [
        client.get(reverse(f"participants:{name}", args=[key])).status_code
        for name, key in zip(names, keys, strict=True)
    ]

    assert set(statuses) <= {403, 404}


def test_a_grown_up_child_is_nobodys_business():
    child = make_person(birth_date=date(2008, 11, 22))
    parent = make_parent(child)
    parent.user = make_user()
    parent.save()

    assert children_of(parent.user, date(2026, 11, 21)) == [child]
    assert children_of(parent.user, date(2026, 11, 22)) == []


def test_a_login_of_nobody_sees_an_empty_cabinet(client):
    client.force_login(make_user())

    assert client.get(OWN).status_code == 200
    assert client.get(child_url(make_person())).status_code == 404


@pytest.mark.parametrize(("born", "seen"), [(2012, ["Матушкина Вера"]), (1990, [])])
def test_a_parent_who_signs_in_is_named_while_the_child_is_a_minor(program, born, seen):
    child = make_mentee(program).person
    child.birth_year = born
    account.give(person=make_parent(child), by=None)
    make_parent(child, "Безвходова Анна")

    named = [name for viewer in viewers(child, TODAY) for name in viewer.names]

    assert named == seen
