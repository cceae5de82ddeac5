"""The draft of pairs in a browser: dragged, undone, and the same without a mouse."""

import re
from itertools import chain

import pytest
from playwright.sync_api import expect

from tests.story.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PAGE = "/programs/1/matching/"
SUM = re.compile(r"Сумма оценок (?:прежняя: )?(\d+)(?: → (\d+))?, ")


@pytest.fixture
def curator(visit):
    """Before the matching page with proposals of at least two mentors."""
    curator = visit("curator")
    curator.open(PAGE)
    curator.page.locator("#draft-run").click()
    said(curator, "Подбор закончен")
    return curator


def said(curator, words):
    """The message that the change has brought, as a screen reader hears it."""
    messages = curator.page.locator("#messages[role=status]")
    expect(messages).to_contain_text(words)
    return messages.inner_text()


def undo(curator):
    """Back to the draft before the step, so that each test begins with the same pairs."""
    curator.press("Отменить последний шаг")
    return said(curator, "Последний шаг отменён")


def cards_of(curator):
    """Mentees by mentor, as the page shows them."""
    return curator.page.locator(".draft-row").evaluate_all(
        "rows => rows.map(row => [row.dataset.mentor, "
        "...[...row.querySelectorAll('.draft-card')].map(card => card.dataset.name)])"
    )


def test_a_dragged_mentee_changes_places_and_undo_brings_both_back(curator):
    before = cards_of(curator)
    rows = curator.page.locator(".draft-row")
    first, second = (rows.nth(n).locator(".draft-card").first for n in (0, 1))
    name = first.get_attribute("data-name")

    first.locator("p").drag_to(second.locator("p"))

    total, changed = SUM.search(said(curator, "обменялись")).groups()
    assert int(changed) <= int(total)
    assert name in cards_of(curator)[1]
    assert curator.page.evaluate("document.activeElement.id").startswith("move-")
    curator.check_page()

    assert SUM.search(undo(curator)).groups() == (changed, total)
    assert cards_of(curator) == before


def test_the_card_that_was_pressed_is_dragged_though_the_page_has_moved(curator):
    """The page moves between the press and the first pull, another card comes under the pointer."""
    page = curator.page
    page.set_viewport_size({"width": 1440, "height": 320})
    heads = page.locator(".draft-row .draft-card:first-child .draft-card-head")
    first, last = heads.first, heads.last
    pressed = first.locator("xpath=..").get_attribute("data-name")
    first.hover()
    place = first.bounding_box()
    page.mouse.down()

    far = last.bounding_box()["y"] - place["y"]
    page.evaluate("far => window.scrollBy({top: far, behavior: 'instant'})", far)
    target = last.bounding_box()
    page.mouse.move(target["x"] + 40, target["y"] + 10, steps=6)
    page.mouse.up()

    said(curator, "обменялись")
    moved = cards_of(curator)
    assert pressed not in moved[0]
    undo(curator)


def test_a_list_moves_under_a_card_at_the_edge_of_the_window(curator):
    page = curator.page
    page.set_viewport_size({"width": 1440, "height": 320})
    card = page.locator(".draft-card").first
    card.hover()
    page.mouse.down()
    page.mouse.move(700, 160, steps=4)
    before = page.evaluate("scrollY")

    page.mouse.move(700, 315, steps=4)

    page.wait_for_function("before => scrollY > before + 100", arg=before)
    assert card.bounding_box()["y"] < 0
    page.mouse.move(4, 160, steps=4)  # beside the list: nothing is dropped on anybody
    page.mouse.up()


def test_the_focus_stays_on_the_lock_that_was_pressed(curator):
    lock = curator.page.locator("[id^=lock-]").filter(has_text="Закрепить").first
    key = lock.get_attribute("id")
    lock.focus()

    curator.page.keyboard.press("Enter")

    said(curator, "Пара закреплена.")
    assert curator.page.evaluate("document.activeElement.id") == key
    expect(curator.page.locator(f"#{key}")).to_contain_text("Снять закрепление")
    undo(curator)


def test_without_a_mouse_a_link_a_list_and_a_button_do_the_same(curator):
    before = cards_of(curator)
    curator.page.locator("[id^=move-]").first.focus()
    curator.page.keyboard.press("Enter")
    curator.sees("Обменять с другим наставляемым")
    curator.check_page()
    curator.page.get_by_label("Обменять с…").focus()
    curator.page.keyboard.press("ArrowDown")
    curator.page.keyboard.press("Tab")
    curator.page.keyboard.press("Enter")

    said(curator, "Наставляемые обменялись, пары закреплены.")
    after = cards_of(curator)
    assert sorted(chain(*before)) == sorted(chain(*after))
    assert before != after
    undo(curator)


def test_a_button_of_an_outdated_page_says_so(curator):
    curator.expected_status = {403}
    curator.context.clear_cookies(name="csrftoken")

    curator.page.locator("[id^=lock-]").first.click()

    told = said(curator, "страница устарела")
    assert told == "Ничего не изменилось: страница устарела. Обновите её и повторите."
    curator.faults.clear()  # htmx tells the console, too
    curator.check_page()


def test_the_draft_fits_a_phone(visit):
    curator = visit("curator", PHONE)
    for page in ("", "steps/", "compare/", "bans/"):
        curator.open(PAGE + page)
        curator.check_page()
        assert curator.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_people_left_stand_under_the_words_of_their_reason(curator):
    group = curator.page.locator(".left-group[open]").first

    starts = [
        round(group.locator(part).first.bounding_box()["x"])
        for part in ("summary > span", ".left-list a")
    ]

    assert starts[0] == starts[1]
