"""How many clicks lie between a new program, two tables on the disk and a registered order."""

import pytest
from playwright.sync_api import expect

from tests.story.conftest import ROOT, School, Visitor
from tests.story.test_story_browser import WORK_SECONDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
BASES = ROOT / "tests" / "participants" / "data" / "bases"
MOST_CLICKS = 25
# Presses are counted by the page itself, so a click that the test forgot about counts, too.
COUNT = """
addEventListener("pointerdown", () => {
  sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1;
}, true);
"""


class NewSchool(School):
    """A school on its first day: a curator and nothing else."""

    def fill(self):
        name = ("--name", "МБОУ «Школа № 28»", "--short-name", "Школа № 28")
        place = ("--place", "г. Речной", "--curator-login", "newcomer")
        return self.begin(["create_school", *name, *place])[0]["logins"]


@pytest.fixture
def curator(browser, tmp_path):
    """The curator of a new school before the home page of the program of this year."""
    school = NewSchool(tmp_path)
    try:
        curator = Visitor(browser, school.start())
        curator.context.add_init_script(COUNT)
        open_program(curator.sign_in("curator"))
        yield curator
        curator.leave()
    finally:
        school.stop()


def open_program(curator):
    """Opened and started; the curator sits before its home page."""
    curator.open("/programs/new/")
    curator.press("Создать программу")
    curator.press("Начать программу")
    curator.sees("Этап 1.")
    curator.open("/dashboard/")
    curator.page.evaluate("sessionStorage.clicks = 0")


def appoint(curator, step, name):
    """The link has named the duty, the cursor stands in the name: the rest is typed."""
    curator.press(step, "link")
    expect(curator.page.locator("input[name=full_name]")).to_be_focused()
    curator.page.keyboard.type(name)
    curator.page.keyboard.press("Tab")
    curator.page.keyboard.type("учитель физики")
    curator.press("Назначить")
    curator.sees(name)


def load(curator, table):
    with curator.page.expect_file_chooser() as chooser:
        curator.page.locator("input[type=file]").click()
    chooser.value.set_files(BASES / table)
    curator.press("Проверить таблицу")
    curator.press("Загрузить в базу")
    curator.sees("База загружена")


def approve(curator):
    curator.page.get_by_label("Все найденные").click()
    curator.press("Утвердить в реестре")
    curator.sees("в реестре")


def register(curator):
    curator.press("Зарегистрировать приказ", "link")
    curator.press("Зарегистрировать приказ")
    result = curator.page.get_by_role("link", name="Открыть результат")
    expect(result).to_be_visible(timeout=WORK_SECONDS)
    result.click()


def test_two_tables_become_a_registered_order_in_few_clicks(curator):
    appoint(curator, "Указать директора", "Ветрова Ирина Павловна")
    appoint(curator, "Назначить куратора", "Громов Павел Ильич")
    curator.press("Загрузить базу", "link")
    load(curator, "mentees_clean.xlsx")
    curator.press("Загрузить ещё таблицу", "link")
    load(curator, "mentors_clean.xlsx")
    curator.press("Наставники: кандидаты", "link")
    approve(curator)
    curator.press("Наставляемые", "link")
    approve(curator)
    curator.press("Пары", "link")
    curator.press("Подобрать пары")
    curator.press("Принять все предложенные пары")
    curator.press("Составить приказ о парах")
    register(curator)

    curator.sees("зарегистрирован")
    assert curator.page.evaluate("Number(sessionStorage.clicks)") <= MOST_CLICKS
