"""Logins of mentors and mentees."""

import re

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from participants.services import account
from programs.enums import Role
from programs.models import AuditEvent
from tests.builders import make_mentee, make_mentor, make_person, make_program, make_user

pytestmark = pytest.mark.django_db


def signs_in(login):
    request = RequestFactory().get("/login/")
    credentials = {"username": login.user.username, "password": login.password}
    return authenticate(request, **credentials) == login.user


def test_a_mentor_signs_in_with_the_password_shown_once():
    mentor = make_mentor()

    login = account.give(person=mentor.person, by=None)

    assert signs_in(login)
    memberships = login.user.memberships.values_list("organization", "role")
    assert list(memberships) == [(mentor.program.organization_id, Role.MENTOR)]


def test_the_password_is_long_and_has_no_look_alike_letters():
    assert re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", account.new_password())


def test_a_person_of_both_bases_gets_both_roles_in_one_login():
    program = make_program()
    person = make_mentor(program).person
    make_mentee(program, person=person)

    login = account.give(person=person, by=None)

    assert set(login.user.memberships.values_list("role", flat=True)) == {"mentor", "mentee"}


def test_someone_outside_the_bases_gets_no_login():
    with pytest.raises(ValidationError, match="внесите человека в базу"):
        account.give(person=make_person(), by=None)


def test_a_second_time_gives_a_new_password_to_the_same_login():
    person = make_mentor().person
    first = account.give(person=person, by=None)

    second = account.give(person=person, by=None)

    assert first.user == second.user
    assert (signs_in(second), signs_in(first)) == (True, False)


def test_a_stopped_login_opens_nothing():
    login = account.give(person=make_mentor().person, by=None)

    account.stop(person=login.user.person, by=None)

    assert not signs_in(login)


def test_a_login_of_staff_is_not_taken_over():
    mentor = make_mentor()
    mentor.person.user = make_user(Role.DIRECTOR, mentor.program.organization)
    mentor.person.save()

    with pytest.raises(ValidationError, match="администратор портала"):
        account.give(person=mentor.person, by=None)


def test_the_journal_knows_no_password():
    account.give(person=make_mentor().person, by=None)

    event = AuditEvent.objects.get()
    assert (event.action, event.details) == ("account.give", {})
