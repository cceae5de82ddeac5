"""Every address as every role, compared with the table in the README."""

import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import get_resolver, reverse

from programs.enums import OrganizationKind, Role
from programs.models import AuditEvent
from tests.addresses import Addresses
from tests.builders import (
    make_organization,
    make_person,
    make_user,
)
from tests.world import World

pytestmark = pytest.mark.django_db

README = Path(__file__).resolve().parent.parent / "README.md"
ROLES = ("visitor", *Role.values)
ALLOWED = frozenset({"R", "W", "O"})


def table():
    """{URL name: {role: mark}} as the README states it; no name stands in it twice."""
    text = README.read_text("utf-8")
    body = text.split("<!-- access table: begin -->")[1].split("<!-- access table: end -->")[0]
    found = {}
    for line in body.strip().splitlines()[2:]:
        _what, names, *marks = (cell.strip() for cell in line.strip("|").split("|"))
        for name in re.findall(r"`([^`]+)`", names):
            assert name not in found, f"{name} stands in the table twice"
            found[name] = dict(zip(ROLES, marks, strict=True))
    return found


def addresses(patterns=None, namespace=""):
    """Names of all addresses but the technical admin, which has its own rights."""
    for pattern in patterns or get_resolver().url_patterns:
        inner = getattr(pattern, "url_patterns", None)
        if inner is None:
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace != "admin":
            yield from addresses(inner, f"{pattern.namespace}:" if pattern.namespace else "")


@contextmanager
def taken_back(client):
    """Whatever a request changes is as before after it, the login too."""
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    key = session and session.value
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    if key:
        client.cookies[settings.SESSION_COOKIE_NAME] = key


def ask(client, url):
    """GET, or POST where only that is offered."""
    with taken_back(client):
        response = client.get(url)
        return client.post(url) if response.status_code == 405 else response


def expected(marks, role):
    if marks[role] in ALLOWED:
        return "allowed"
    return "login" if role == "visitor" else "refused"


def verdict(response):
    assert response.status_code < 500
    if response.status_code == 302 and response.url.startswith(f"{reverse('login')}?next="):
        return "login"
    return "refused" if response.status_code in (403, 404) else "allowed"


@pytest.fixture(scope="module")
def world(standing):
    return World()


@pytest.fixture(scope="module")
def places(world):
    return Addresses(world)


def test_the_table_names_every_address_and_nothing_else():
    assert set(table()) == set(addresses())


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_a_role_as_the_table_says(world, places, client, role):
    if role != "visitor":
        client.force_login(world.users[role])
    wrong = []

    for name, marks in table().items():
        answer = verdict(ask(client, places.url(name, role)))
        if answer != expected(marks, role):
            wrong.append((name, answer))

    assert wrong == []


@pytest.mark.parametrize("role", Role.values)
def test_a_stranger_is_refused_every_object_of_the_school(places, client, role):
    stranger = make_user(role, make_organization(kind=OrganizationKind.MUNICIPALITY))
    make_person(organization=make_organization(), user=stranger)
    client.force_login(stranger)
    opened = []

    for name, marks in table().items():
        url = places.url(name, role)
        if marks["visitor"] in ALLOWED or not has_object(url):
            continue
        for method in (client.get, client.post):
            with taken_back(client):
                response = method(url)
            if response.status_code != 405 and verdict(response) != "refused":
                opened.append((name, method.__name__))

    assert opened == []


@pytest.mark.parametrize("role", Role.values)
def test_who_only_reads_changes_nothing(world, places, client, role):
    """Every change writes the journal, so a reader's POST must leave it as it was."""
    client.force_login(world.users[role])
    before = AuditEvent.objects.count()
    changed = []

    for name, marks in table().items():
        if marks[role] in ("R", ""):
            with taken_back(client):
                client.post(places.url(name, role))
                if AuditEvent.objects.count() != before:
                    changed.append(name)

    assert changed == []


def has_object(url):
    return any(character.isdigit() for character in url) or "/o/" in url
