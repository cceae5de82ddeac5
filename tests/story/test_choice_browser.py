"""Choosing people in a long list by the keyboard, as a browser does it."""

import pytest
from playwright.sync_api import expect

from tests.story.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def open_minutes(visitor):
    """The form of a new draft of minutes, and its list of those present."""
    visitor.open("/programs/1/papers/protocol_pedsovet/")
    visitor.press("Составить черновик")
    visitor.press("Править текст", "link")
    return visitor.page.get_by_role("group", name="Присутствовали, необязательно")


def test_people_are_found_and_chosen_without_a_mouse(visit):
    curator = visit("curator", PHONE)
    present = open_minutes(curator)
    search = present.get_by_role("searchbox", name="Найти в списке")
    boxes = present.get_by_role("checkbox")
    everyone = boxes.count()
    first = present.locator("label.form-check-label").last.inner_text()
    surname = first.split()[0].replace("ё", "е").upper()

    search.fill(surname)
    found = boxes.count()
    assert 0 < found < everyone
    expect(present.locator("[aria-live=polite]")).to_have_text(
        f"Выбрано: 0 из {everyone}. Нашлось: {found}"
    )
    search.press("Enter")
    search.press("ArrowDown")
    curator.page.keyboard.press("Space")
    expect(present.locator("[data-chosen]")).to_have_text("1")
    curator.check_page()

    search.fill("такого человека нет")
    curator.sees("Ничего не нашлось")
    search.press("Escape")
    expect(boxes).to_have_count(everyone)
    curator.check_page()
    curator.press("Сохранить текст")
    curator.press("Править текст", "link")
    expect(present.locator("[data-chosen]")).to_have_text("1")
    expect(boxes.first).to_be_checked()


def test_one_box_ticks_all_papers_and_shows_when_only_some_are(visit):
    director = visit("director")
    director.open("/programs/1/signing/")
    everything = director.page.get_by_role("checkbox", name="Отметить все", exact=True)
    boxes = director.page.locator("input[name=papers]")
    is_mixed = "box => box.indeterminate"

    everything.check()
    expect(boxes.and_(director.page.locator(":checked"))).to_have_count(boxes.count())
    boxes.first.uncheck()
    assert (everything.is_checked(), everything.evaluate(is_mixed)) == (False, True)
    boxes.first.check()
    assert (everything.is_checked(), everything.evaluate(is_mixed)) == (True, False)
    everything.uncheck()
    expect(boxes.and_(director.page.locator(":checked"))).to_have_count(0)
    director.check_page()


def test_a_row_of_the_journal_is_no_higher_on_a_phone_than_a_few_lines(visit):
    curator = visit("curator", PHONE)
    curator.open("/programs/1/journals/")

    heights = curator.page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => row.offsetHeight)"
    )

    assert sorted(heights)[len(heights) // 2] <= 125
    curator.check_page()
