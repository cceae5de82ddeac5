"""What the outside world asks of any site."""

import re
from urllib.robotparser import RobotFileParser

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import reverse
from django.views import defaults

from tests.builders import make_curator, make_mentor


@pytest.mark.parametrize(
    ("path", "may_read"),
    [("/o/school-5/", True), ("/login/", False), ("/mentors/1/", False), ("/", False)],
)
def test_search_engines_read_published_pages_only(client, path, may_read):
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").content.decode().splitlines())

    assert rules.can_fetch("AnyBot", path) == may_read


def test_the_icon_is_found_where_browsers_guess_it(client):
    assert client.get("/favicon.ico").headers["Location"].endswith(".svg")


def test_a_page_open_to_all_describes_itself_to_search_engines(client):
    page = client.get("/login/").content.decode()

    assert page.count('<meta name="description" content="Программа наставничества') == 1


def heading(page):
    return re.search("<h1>(.*)</h1>", page.content.decode())[1]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head", "put"])
def test_the_address_of_a_button_answers_with_a_page_and_the_methods_it_takes(client, method):
    mentor = make_mentor()
    client.force_login(make_curator(mentor.program))

    page = getattr(client, method)(reverse("participants:mentor_move", args=[mentor.pk]))

    assert (page.status_code, page.headers["Allow"]) == (405, "POST")
    if method != "head":
        assert heading(page) == "По этому адресу ничего не открывается"
        assert 'href="/">Перейти на главную</a>' in page.content.decode()


def test_a_form_of_a_stale_page_is_refused_with_a_page():
    page = Client(enforce_csrf_checks=True).post("/login/", {"username": "curator"})

    assert (page.status_code, heading(page)) == (403, "Страница устарела")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("view", "error", "code", "said"),
    [
        (defaults.bad_request, SuspiciousOperation(), 400, "Портал не смог прочитать запрос"),
        (defaults.permission_denied, PermissionDenied(), 403, "У вас нет доступа к этой странице"),
        (defaults.page_not_found, Exception(), 404, "Страница не найдена"),
        (defaults.server_error, None, 500, "Не получилось открыть страницу"),
    ],
)
def test_every_page_of_an_error_is_the_portals_own(rf, view, error, code, said):
    page = view(rf.get("/"), error) if error else view(rf.get("/"))

    assert (page.status_code, heading(page)) == (code, said)
    assert 'href="/">Перейти на главную</a>' in page.content.decode()
