"""What the outside world asks of any site."""

from urllib.robotparser import RobotFileParser

import pytest


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
