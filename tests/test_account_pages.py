"""The user's own password and how the header calls the user."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from programs.enums import Role
from programs.models import AuditEvent
from tests.builders import make_organization, make_person, make_user

pytestmark = pytest.mark.django_db
OLD, NEW = "слово-для-входа", "совсем-другое-слово-2026"


def change(client, **fields):
    values = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    return client.post(reverse("password_change"), values | fields)


def test_a_changed_password_works_and_the_session_goes_on(client):
    user = make_user(Role.MENTOR)
    client.force_login(user)

    answer = change(client)

    user.refresh_from_db()
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert said == ["Пароль изменён. На других устройствах войдите заново."]
    assert [user.check_password(OLD), user.check_password(NEW)] == [False, True]
    assert client.get(reverse("participants:cabinet")).status_code == 200
    assert AuditEvent.objects.get().action == "account.password"


def test_sessions_on_other_devices_end(client, django_user_model):
    user = make_user(Role.MENTOR)
    other = type(client)()
    for device in (client, other):
        device.force_login(user)

    change(client)

    assert other.get(reverse("participants:cabinet")).status_code == 302


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"old_password": "чужое-слово-для-входа"}, "old_password"),
        ({"new_password2": "другое-слово-2026"}, "new_password2"),
        ({"new_password1": "коротко", "new_password2": "коротко"}, "new_password2"),
    ],
)
def test_a_refused_password_changes_nothing(client, fields, wrong):
    user = make_user(Role.MENTEE)
    client.force_login(user)

    answer = change(client, **fields)

    user.refresh_from_db()
    assert list(answer.context["form"].errors) == [wrong]
    assert (user.check_password(OLD), AuditEvent.objects.count()) == (True, 0)


def header(client, user):
    client.force_login(user)
    text = client.get(reverse("password_change")).content.decode()
    words = set(re.findall(r'<div class="site-user">.*?<span>(.*?)</span>', text, re.S))
    assert len(words) == 1
    return words.pop()


def test_the_header_calls_a_linked_person_by_name(client):
    school = make_organization()
    user = make_user(Role.CURATOR, school, username="sokolova")
    make_person("Соколова Анна Игоревна", organization=school, user=user)

    assert header(client, user) == "Соколова\xa0А.\xa0И., куратор"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"username": "curator"}, "куратор"),
        ({"username": "sokolova"}, "sokolova, куратор"),
        (
            {"username": "curator", "first_name": "Анна", "last_name": "Соколова"},
            "Анна Соколова, куратор",
        ),
    ],
)
def test_without_a_person_the_header_does_not_say_the_role_twice(client, fields, words):
    assert header(client, make_user(Role.CURATOR, **fields)) == words


def test_a_login_without_a_role_is_called_by_its_name(client):
    assert header(client, make_user(username="new")) == "new"
