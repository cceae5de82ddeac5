"""The part «Поиск и фильтры»: folded until something is chosen."""

import re

import pytest
from django.urls import reverse

from tests.builders import make_curator, make_mentee, make_program

pytestmark = pytest.mark.django_db


def fold(client, query=""):
    """The tag of the part and the words of its summary."""
    program = make_program()
    make_mentee(program)
    client.force_login(make_curator(program))
    page = client.get(reverse("participants:mentee_list", args=[program.pk]) + query)
    found = re.search(
        r"(<details class=\"filters\"[^>]*>)\s*<summary>(.*?)</summary>", page.content.decode()
    )
    return found.groups()


@pytest.mark.parametrize("query", ["", "?page=1", "?ordering=name", "?q="])
def test_filters_are_folded_when_nothing_is_chosen(client, query):
    assert fold(client, query) == ('<details class="filters">', "Поиск и фильтры")


@pytest.mark.parametrize(
    ("query", "number"), [("?q=нет", 1), ("?q=нет&form=student_student&ordering=name", 2)]
)
def test_chosen_filters_are_open_and_counted(client, query, number):
    opened = ('<details class="filters" open>', f"Поиск и фильтры · выбрано: {number}")
    assert fold(client, query) == opened
