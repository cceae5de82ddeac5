"""The navigation: by role, with the current section, without pages that do not exist."""

from datetime import date
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import reverse

from programs.domain.menu import PROGRAM_MENU, SITE_LINKS, of_stage
from programs.domain.menu_item import for_roles
from programs.domain.steps import step_word
from programs.enums import Role
from programs.templatetags.programs_tags import address, role_words
from tests.builders import make_organization, make_program, make_user

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


ITEMS = [item for section in PROGRAM_MENU for item in section.items]


def titles(*roles):
    return [item.title for item in for_roles(ITEMS, frozenset(roles))]


def test_each_role_sees_its_pages():
    assert titles("municipal_coordinator")[:4] == [
        "Этапы",
        "Программа наставничества",
        "Дорожная карта",
        "События",
    ]
    assert titles("mentor", "mentee") == []
    assert titles("curator") == titles("director") == [item.title for item in ITEMS]
    assert set(titles("curator")) - set(titles("mo_head")) == {
        "Загрузка базы",
        "Уничтожение данных",
        "Численность",
        "На подпись",
        "Тексты документов",
    }


def test_a_page_inside_a_section_belongs_to_it():
    roadmap = next(item for item in ITEMS if item.title == "Дорожная карта")

    assert roadmap.holds("programs:item_update")
    assert not roadmap.holds("programs:program_update")


def test_every_page_of_the_menu_belongs_to_one_item():
    assert [item.title for item in ITEMS if sum(x.holds(item.url_name) for x in ITEMS) != 1] == []


def test_the_pages_of_a_section_fit_one_row():
    assert [section.title for section in PROGRAM_MENU if len(section.items) > 7] == []


def test_every_page_of_the_menu_exists():
    site = [item.title for item in SITE_LINKS if not address(item.url_name)]

    assert site + [item.title for item in ITEMS if not address(item.url_name, 1)] == []


def test_a_stage_links_to_the_pages_that_it_needs():
    assert [item.title for item in of_stage("pairing")] == [
        "Подбор пар",
        "Без пары",
        "Пары и группы",
        "Разовые встречи",
    ]


def test_the_criteria_stand_beside_the_selection_that_uses_them():
    titles_of_stage = [item.title for item in of_stage("selection_training")]

    at = titles_of_stage.index("Отбор наставников")
    assert titles_of_stage[at : at + 2] == ["Отбор наставников", "Критерии отбора"]
    assert [item.title for item in ITEMS if item.holds("participants:criterion_update")] == [
        "Критерии отбора"
    ]


def test_the_current_page_is_marked(client, db):
    program = make_program()
    client.force_login(make_user(Role.CURATOR, program.organization))

    page = client.get(reverse("programs:roadmap", args=[program.pk])).content.decode()

    url = reverse("programs:roadmap", args=[program.pk])
    assert page.count(f'<a href="{url}" aria-current="page">') == 2


def test_other_programs_of_the_school_are_one_click_away(client, db):
    organization = make_organization()
    program = make_program(organization=organization)
    other = make_program(organization=organization, start_year=2025)
    stranger = make_program()
    client.force_login(make_user(Role.CURATOR, organization))

    page = client.get(reverse("programs:roadmap", args=[program.pk])).content.decode()

    links = [reverse("programs:program_detail", args=[p.pk]) in page for p in (other, stranger)]
    assert links == [True, False]


@pytest.mark.parametrize(("status", "shown"), [("draft", False), ("active", True)])
def test_the_public_page_is_in_the_menu_once_it_is_open(client, db, status, shown):
    program = make_program(status=status)
    client.force_login(make_user(Role.CURATOR, program.organization))

    page = client.get(reverse("programs:roadmap", args=[program.pk])).content.decode()

    assert (f"/o/{program.organization.slug}/" in page) is shown


def test_a_page_that_is_not_written_yet_has_no_address():
    assert address("programs:no_such_page", 1) == ""


def test_roles_are_named_by_weight():
    assert role_words(frozenset({"mentor", "curator"})) == "куратор, наставник"


@pytest.mark.parametrize(
    ("finished", "percent", "starts", "due", "word"),
    [
        (True, 10, None, date(2026, 1, 1), "завершён"),
        (False, 100, None, date(2026, 1, 1), "готов"),
        (False, 99, None, date(2026, 11, 20), "срок прошёл"),
        (False, 99, None, date(2026, 11, 21), "идёт"),
        (False, 0, date(2026, 11, 22), None, "впереди"),
        (False, 1, date(2026, 11, 22), None, "идёт"),
    ],
)
def test_a_stage_is_told_in_a_word(finished, percent, starts, due, word):
    today = date(2026, 11, 21)

    assert word == step_word(
        finished=finished, percent=percent, starts_on=starts, due_on=due, today=today
    )


def test_every_template_compiles():
    names = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))

    compiled = [get_template(name).template.name for name in names]

    assert ("base.html" in names, compiled) == (True, names)


def test_every_form_tells_its_mistakes_at_the_top():
    """Our field pack leaves the summary to includes/_errors.html."""
    pages = [path for path in TEMPLATES.rglob("*.html") if not path.name.startswith("_")]
    forms = [path for path in pages if "|crispy }}" in path.read_text("utf-8")]

    silent = [path.name for path in forms if "includes/_errors.html" not in path.read_text("utf-8")]
    assert (len(forms) > 5, silent) == (True, [])
