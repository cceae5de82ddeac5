"""Guessing a password: locked by the visitor's own address, behind the proxy too."""

import re
from pathlib import Path

import pytest
from axes.models import AccessAttempt
from django.conf import settings as portal
from django.test import RequestFactory
from django.urls import reverse

from mentoring_portal.shared.client_address import client_address
from tests.builders import make_user

ROOT = Path(__file__).resolve().parent.parent
PROXY, VISITOR, NEIGHBOR = "172.18.0.5", "203.0.113.7", "203.0.113.8"
LOCKED = 429


@pytest.fixture
def behind_proxy(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.fixture
def guess(client, db):
    """Try to sign in from an address, with the header as it reaches the portal."""
    user = make_user()

    def post(password, forwarded, connected=PROXY):
        values = {"username": user.username, "password": password}
        source = {"HTTP_X_FORWARDED_FOR": forwarded, "REMOTE_ADDR": connected}
        return client.post(reverse("login"), values, **source).status_code

    return post


def fail_often(guess, forwarded):
    for n in range(portal.AXES_FAILURE_LIMIT):
        guess("не-то", forwarded(n))


def test_a_forged_header_does_not_evade_the_lockout(behind_proxy, guess):
    fail_often(guess, lambda n: f"198.51.100.{n}, {VISITOR}")

    assert guess("слово-для-входа", f"198.51.100.99, {VISITOR}") == LOCKED
    assert list(AccessAttempt.objects.values_list("ip_address", flat=True)) == [VISITOR]


def test_behind_the_proxy_one_visitor_does_not_lock_another_out(behind_proxy, guess):
    fail_often(guess, lambda n: VISITOR)

    assert guess("слово-для-входа", VISITOR) == LOCKED
    assert guess("слово-для-входа", f"{VISITOR}, {NEIGHBOR}") == 302


def test_without_a_proxy_the_header_is_only_a_word_of_the_visitor(guess):
    fail_often(guess, lambda n: f"198.51.100.{n}")

    assert guess("слово-для-входа", NEIGHBOR) == LOCKED
    assert guess("слово-для-входа", VISITOR, connected=NEIGHBOR) == 302


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("203.0.113.7, неизвестно", PROXY),
        ("", PROXY),
    ],
)
def test_the_last_note_is_the_word_of_the_proxy(behind_proxy, forwarded, address):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR=PROXY)

    assert client_address(request) == address


def test_the_production_proxy_is_the_only_one_and_trusts_nobody_before_it():
    """Caddy writes the address of whoever connected, unless it is told to trust others."""
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text("utf-8")

    assert re.findall(r"reverse_proxy (\S+)", caddyfile) == ["web:8000"]
    assert re.findall(r"trusted_proxies|header_up|X-Forwarded", caddyfile) == []
