"""A parent applies from a phone, by keyboard, without scripts; the curator finds it in the pile."""

import re

import pytest

from tests.story.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ANSWERS = {
    "Фамилия": "Колокольчикова",
    "Имя": "Дарья",
    "Дата рождения": "2016-05-01",
    "Класс, группа или должность": "4 «В»",
    "С чем нужна помощь наставника": "Не успеваю по математике",
}
PARENT = {
    "ФИО родителя (законного представителя)": "Колокольчиков Егор Ильич",
    "Телефон родителя": "8 (000) 000-00-77",
}


def open_links(curator):
    """The page of links; the demo school has both of them open."""
    program = re.search(r"/programs/(\d+)/", curator.page.content()).group(1)
    curator.open(f"/programs/{program}/applications/links/")
    curator.check_page()
    pictures = curator.page.locator("img.qr-code")
    widths = pictures.evaluate_all("images => images.map(image => image.naturalWidth)")
    assert (pictures.count(), min(widths) > 0) == (2, True)
    return curator.page.locator("main a[href*='/apply/']").first.get_attribute("href")


def fill(page, answers):
    for label, text in answers.items():
        page.get_by_label(label).first.fill(text)


def send_by_keyboard(page):
    page.get_by_label("Я согласен").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_a_parent_applies_from_a_phone_and_the_curator_reads_it(visit, browser):
    curator = visit("curator")
    address = open_links(curator)
    phone = visit(screen=PHONE)
    phone.page.goto(address)
    phone.check_page()
    fill(phone.page, ANSWERS)
    send_by_keyboard(phone.page)
    phone.sees("Ребёнку ещё нет 14 лет")
    assert phone.page.get_by_label("Фамилия").first.input_value() == "Колокольчикова"
    phone.check_page()

    fill(phone.page, PARENT)
    phone.page.get_by_label("Кем он приходится ребёнку").select_option("father")
    phone.page.get_by_role("button", name="Отправить заявку").press("Enter")

    phone.page.wait_for_url("**/done/")
    phone.check_page()
    curator.page.get_by_role("link", name="Заявки").first.click()
    curator.page.get_by_role("link", name="Колокольчикова Дарья").click()
    curator.sees("Колокольчиков Егор Ильич")
    curator.check_page()


def test_the_form_works_without_scripts(visit, browser):
    address = open_links(visit("curator"))
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    fill(page, ANSWERS | {"Фамилия": "Ландышев", "Дата рождения": "2010-05-01"})

    page.get_by_label("Я согласен").check()
    page.get_by_role("button", name="Отправить заявку").click()

    assert page.url.endswith("/done/")
    context.close()
